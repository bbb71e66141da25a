import DesignModel

let signalMissing = Rule(
  "OPS011", "signal-missing", .warning,
  what: """
    Finds production environments whose monitoring leaves out traffic, latency or data volume, alerts that call nobody or say \
    not when, and at the stage `release` environments without monitoring.
    """,
  why: "What is not measured is noticed by users first; an alert without an owner is answered by nobody.",
  silent:
    "In earlier stages for environments that state no monitoring; and for environments other than production.",
  fires: "environment production { monitoring \"Grafana\" errors }",
  passes: "environment production { monitoring \"Grafana\" traffic, latency, errors, data-volume }",
  sources: [.init("B. Beyer et al., Site Reliability Engineering, ch. 6 the four golden signals", "2016-04")]
) { review, report in
  let wanted = ["traffic", "latency", "data-volume"]
  for environment in review.model.environments where environment.isProduction {
    let element = review.model[environment.element]
    let monitoring = element.facts("monitoring")
    guard let first = monitoring.first else {
      if review.options.stage >= .release {
        report.add(
          .warning, on: .element(element.id), "nothing is watched in `\(element.name)`",
          at: element.nameRange,
          help: ["write `monitoring \"…\" traffic, latency, errors, data-volume`"])
      } else {
        report.lacks("monitoring …", of: element.id)
      }
      continue
    }
    let watched = Set(monitoring.flatMap(\.words))
    let missing = wanted.filter { !watched.contains($0) }
    if !missing.isEmpty {
      report.add(
        .warning, on: .element(element.id),
        "\(missing.joinedWithAnd) \(missing.count == 1 ? "is" : "are") not watched in `\(element.name)`",
        at: first.range,
        help: ["add `\(missing.joined(separator: ", "))`"])
    }
    for alert in monitoring.flatMap({ $0.facts("alert") }) {
      if alert.fact("owner") == nil {
        report.add(
          .warning, on: .element(element.id), "this alert of `\(element.name)` calls nobody", at: alert.range,
          help: ["write `owner \"…\"`"])
      }
      if alert.quantity == nil {
        report.add(
          .warning, on: .element(element.id), "this alert of `\(element.name)` does not say when",
          at: alert.range, help: ["write `alert errors > 1% for 5m`"])
      }
    }
  }
}
