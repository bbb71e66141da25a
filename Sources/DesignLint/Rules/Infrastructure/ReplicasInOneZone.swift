import DesignModel

let replicasInOneZone = Rule(
  "INF007", "replicas-in-one-zone", .warning,
  what: "Finds applications of which 99.9 % or more are wanted and whose replicas all stand in one zone.",
  why: "A zone fails as a whole: power, network, cooling. All replicas go with it.",
  silent: "When no zone is stated, when there is one replica only (which is INF006), and for singletons.",
  fires: """
    application api: service slo availability 99.9%
    environment production { zone a { deploy api replicas 3 }  zone b { } }
    """,
  passes: """
    application api: service slo availability 99.9%
    environment production { zone a { deploy api replicas 2 }  zone b { deploy api replicas 1 } }
    """,
  sources: [
    .init("kube-score, pod-topology-spread-constraints; kube-linter, no-anti-affinity", "2025-01"),
    .init("Microsoft Azure Well-Architected Framework, redundancy", "2024-11"),
  ],
  parameters: [.highAvailability]
) { review, report in
  for application in review.elements(.application) {
    guard let wanted = review.wantedAvailability(of: application.id),
      wanted >= report.figure(.highAvailability)
    else { continue }
    let byEnvironment = Dictionary(grouping: review.productionDeployments(of: application.id)) {
      review.deployments[$0].environment
    }
    for environment in byEnvironment.keys.sorted() {
      let indices = byEnvironment[environment] ?? []
      let zones = indices.map { review.place(.zone, around: review.deployments[$0]) }
      guard let zone = zones.first ?? nil, zones.allSatisfy({ $0 == zone }), let index = indices.first else {
        continue
      }
      let deployments = indices.map { review.deployments[$0].deployment }
      let replicas = deployments.compactMap { $0.replicas?.upperBound }.reduce(0) {
        min($0, 1000) + min($1, 1000)
      }
      guard replicas >= 2, !deployments.contains(where: { $0.states("singleton") }) else { continue }
      report.add(
        .warning, on: .deployment(index),
        "all replicas of `\(application.path)` stand in zone `\(review.places[zone].place.name)`",
        at: deployments[0].targetRange, related: [.init(review.places[zone].place.nameRange, "the zone")],
        notes: ["\(Written.percent(wanted, digits: 3)) are wanted of it"],
        help: ["deploy some of them in another zone"])
    }
  }
}
