import DesignModel

let noDeploymentStrategy = Rule(
  "OPS008", "no-deployment-strategy", .warning,
  what: """
    Finds production deployments that stop the old version before the new one starts although 99.9 % or more are wanted; and \
    from the stage `agreed` on those that do not say how a new version comes.
    """,
  why: "Every new version is then an outage, and new versions are the most frequent cause of outages.",
  silent:
    "For jobs and functions, for singletons, which may only run once, and in a sketch for what is not stated.",
  fires: """
    application api: service slo availability 99.9%
    environment production { deploy api replicas 3 strategy recreate }
    """,
  passes: """
    application api: service slo availability 99.9%
    environment production { deploy api replicas 3 strategy rolling }
    """,
  sources: [.init("kube-score, deployment-strategy; kube-linter, no-rolling-update-strategy", "2025-01")],
  parameters: [.highAvailability]
) { review, report in
  for application in review.elements(.application) where !application.isExternal {
    guard !["job", "function", "mobile", "desktop"].contains(application.subtype) else { continue }
    for index in review.productionDeployments(of: application.id) {
      let deployment = review.deployments[index].deployment
      guard !deployment.states("singleton") else { continue }
      let strategy = deployment.facts.first { $0.key.hasPrefix("strategy ") }
      if let strategy, strategy.key == "strategy recreate" {
        guard let wanted = review.wantedAvailability(of: application.id),
          wanted >= report.figure(.highAvailability)
        else { continue }
        report.add(
          .warning, on: .deployment(index), "every new version of `\(application.path)` is an outage",
          at: strategy.range,
          notes: ["\(Written.percent(wanted, digits: 3)) are wanted of it"],
          help: ["write `strategy rolling`"], fixIts: [.write("strategy rolling", at: strategy.range)])
      } else if strategy == nil {
        guard review.options.stage >= .agreed else {
          report.lacks("deploy … strategy …", of: application.id)
          continue
        }
        report.add(
          .warning, on: .deployment(index),
          "it is not said how a new version of `\(application.path)` comes to production",
          at: deployment.targetRange, help: ["write `strategy rolling`, `blue-green` or `canary 10%`"])
      }
    }
  }
}
