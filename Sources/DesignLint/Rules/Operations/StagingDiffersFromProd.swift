import DesignModel

let stagingDiffersFromProd = Rule(
  "OPS003", "staging-differs-from-prod", .warning,
  what:
    "Finds staging environments that lack something production runs, or run another major version of a place's technology.",
  why: "What works in staging proves nothing about production where they differ.",
  silent:
    "For numbers and sizes, which may differ; when the environment says why (`differs \"…\"`); for what others run.",
  fires: """
    application api: service
    application worker: worker
    environment production { deploy api, worker }
    environment staging { deploy api }
    """,
  passes: """
    application api: service
    application worker: worker
    environment production { deploy api, worker }
    environment staging like production { }
    """,
  sources: [.init("A. Wiggins, The Twelve-Factor App, X. dev/prod parity", "2011-11")]
) { review, report in
  let model = review.model
  guard let production = model.environments.firstIndex(where: \.isProduction) else { return }
  var targets = [[ElementID]](repeating: [], count: model.environments.count)
  var known = [Set<ElementID>](repeating: [], count: model.environments.count)
  for placed in review.deployments where known[placed.environment].insert(placed.target).inserted {
    targets[placed.environment].append(placed.target)
  }
  for (index, environment) in model.environments.enumerated() where environment.kind == "staging" {
    let element = model[environment.element]
    guard element.fact("differs") == nil, !targets[index].isEmpty else { continue }
    let present = known[index]
    let missing = targets[production].filter { !present.contains($0) && !model[$0].isExternal }
    if !missing.isEmpty {
      report.add(
        .warning, on: .element(element.id),
        "`\(element.name)` lacks \(missing.map { model[$0].path }.quotedList), which production runs",
        at: element.nameRange, help: ["deploy the same there, or say why not: `differs \"…\"`"])
    }
    for (technology, version) in versions(review, index) {
      guard let other = versions(review, production).first(where: { $0.technology == technology }),
        major(other.version) != major(version)
      else {
        continue
      }
      report.add(
        .warning, on: .element(element.id),
        "`\(element.name)` runs \(technology) \(version), but production \(other.version)",
        at: element.nameRange,
        help: ["run the same version, or say why not: `differs \"…\"`"])
    }
  }
}

/// The technologies of places with their versions, each once.
private func versions(_ review: Review, _ environment: Int) -> [(technology: String, version: String)] {
  var out: [(technology: String, version: String)] = []
  for placed in review.places where placed.environment == environment {
    guard let technology = placed.place.technology, let version = placed.place.version,
      !out.contains(where: { $0.technology == technology })
    else { continue }
    out.append((technology, version))
  }
  return out
}

/// `1.33` and `1.30` differ as `1.x` versions of one major do not; of what counts in one number, that number.
private func major(_ version: String) -> Substring { version.drop { $0 == "v" }.prefix { $0 != "." } }
