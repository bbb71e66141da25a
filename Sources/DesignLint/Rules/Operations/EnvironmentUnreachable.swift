import DesignModel

let environmentUnreachable = Rule(
  "OPS002", "environment-unreachable", .error,
  what:
    "Finds production environments that no stage of a pipeline deploys to, and those that a pipeline deploys to before any other environment.",
  why:
    "What no pipeline deploys is deployed by hand, and what goes straight to production has run nowhere before.",
  silent: "When the design has no pipeline, and when production is the only environment.",
  fires: """
    environment production { }
    environment staging { }
    pipeline p { stage only { run unit  deploys production } }
    """,
  passes: """
    environment production { }
    environment staging { }
    pipeline p { stage test { run unit  deploys staging }  stage live { deploys production after test } }
    """,
  sources: [
    .init("J. Humble and D. Farley, Continuous Delivery, ch. 5 anatomy of the deployment pipeline", "2010-07")
  ]
) { review, report in
  let model = review.model
  let stages = review.elements(.stage).map { $0 }
  guard !stages.isEmpty, model.environments.count > 1 else { return }
  let byName = Dictionary(grouping: stages, by: { StageName(pipeline: $0.parent, name: $0.name) })
  for environment in model.environments where environment.isProduction {
    let element = model[environment.element]
    let deploying = stages.filter { $0.fact("deploys")?.references.contains(element.id) ?? false }
    guard !deploying.isEmpty else {
      report.add(
        .error, on: .element(element.id), "no pipeline deploys to `\(element.name)`", at: element.nameRange,
        related: stages.prefix(1).map { .init($0.nameRange, "there is a pipeline") },
        help: ["add a stage that `deploys \(element.name)`"])
      continue
    }
    for stage in deploying where !followsAnother(stage, byName, model) {
      report.add(
        .error, on: .element(stage.id),
        "`\(stage.path)` deploys to `\(element.name)` what has run in no other environment",
        at: stage.fact("deploys")?.range ?? stage.nameRange,
        help: ["let it run `after` a stage that deploys to a test environment"])
    }
  }
}

private struct StageName: Hashable {
  let pipeline: ElementID?
  let name: String
}

/// Whether a stage before this one, as far as one can go back, deploys to another environment. Without `after`, stages
/// follow one another as they stand.
private func followsAnother(_ stage: Element, _ byName: [StageName: [Element]], _ model: Model) -> Bool {
  var seen: Set<ElementID> = [stage.id]
  var queue = [stage]
  while let current = queue.popLast() {
    var before = (current.fact("after")?.words ?? []).flatMap { name in
      // After an environment is after whatever deploys to it.
      (byName[StageName(pipeline: current.parent, name: name)] ?? [])
        + byName.values.joined().filter {
          $0.parent == current.parent
            && $0.fact("deploys")?.references.contains { model[$0].name == name } ?? false
        }
    }
    if current.fact("after") == nil, let pipeline = current.parent {
      let siblings = model[pipeline].children
      before += siblings.prefix { $0 != current.id }.map { model[$0] }
    }
    for other in before where seen.insert(other.id).inserted {
      if other.fact("deploys") != nil { return true }
      queue.append(other)
    }
  }
  return false
}
