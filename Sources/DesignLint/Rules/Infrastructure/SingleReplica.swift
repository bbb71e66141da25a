import DesignModel

let singleReplica = Rule(
  "INF006", "single-replica", .error,
  what: """
    Finds applications that run in production as one replica. An error when 99.9 % or more are wanted of them or of a \
    flow they take part in; a warning otherwise.
    """,
  why: "Every crash, every restart of its machine and every new version of it is then an outage.",
  silent: """
    When the number of replicas is unstated; for what may only run once (`singleton because "…"`), for jobs and \
    functions, for what a provider manages, and when several deployments together make more than one.
    """,
  fires: """
    application api: service
    environment production { deploy api replicas 1 }
    """,
  passes: """
    application api: service
    environment production { deploy api replicas 2 }
    """,
  sources: [.init("kube-score, deployment-replicas; kube-linter, minimum-three-replicas", "2025-01")],
  parameters: [.highAvailability]
) { review, report in
  for application in review.elements(.application) {
    guard !application.isExternal,
      !["job", "function", "mobile", "desktop", "cdn"].contains(application.subtype),
      application.fact("managed") == nil
    else { continue }
    let wanted = review.wantedAvailability(of: application.id)
    var byEnvironment: [Int: [Int]] = [:]
    for index in review.productionDeployments(of: application.id) {
      byEnvironment[review.deployments[index].environment, default: []].append(index)
    }
    for environment in byEnvironment.keys.sorted() {
      let indices = byEnvironment[environment] ?? []
      guard indices.count == 1, let index = indices.first else { continue }
      let deployment = review.deployments[index].deployment
      guard !deployment.states("singleton"), !deployment.states("managed") else { continue }
      guard let replicas = deployment.replicas, let fact = deployment.fact("replicas") else {
        report.lacks("deploy … replicas …", of: application.id)
        continue
      }
      guard replicas.lowerBound <= 1, replicas.upperBound > 0 else { continue }
      let isScaled = replicas.upperBound > 1
      report.add(
        (wanted ?? 0) >= report.figure(.highAvailability) ? .error : .warning, on: .deployment(index),
        "`\(application.path)` runs in \(review.model[review.model.environments[environment].element].name) as one replica\(isScaled ? " when the load is low" : "")",
        at: fact.range,
        notes: wanted.map { ["\(Written.percent($0, digits: 3)) of its requests are to succeed"] } ?? [],
        help: [
          "write `replicas \(isScaled ? "2..\(replicas.upperBound)" : "2")`; or `singleton because \"…\"` if it may only run once"
        ],
        fixIts: isScaled
          ? [] : [.init("run two", range: fact.range, replacement: "replicas 2", safety: .suggested)])
    }
  }
}
