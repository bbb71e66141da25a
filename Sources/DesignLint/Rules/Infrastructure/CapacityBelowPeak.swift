import DesignModel
import DesignSizing

let capacityBelowPeak = Rule(
  "INF003", "capacity-below-peak", .error,
  what: """
    Finds applications whose stated peak keeps more processors busy than their replicas have, even at the most replicas. A \
    warning when the time of a request is an estimate.
    """,
  why: "Above its capacity a queue grows without end: answers take ever longer, until callers give up.",
  silent:
    "Unless the peak, the time of a request (or the measured load of a replica), the replicas and their cores are stated.",
  fires: """
    application api: service { traffic 800 rps peak 1200 rps  cpu-time 12ms per request }
    environment production { deploy api replicas 6 cpu 2 }
    """,
  passes: """
    application api: service { traffic 800 rps peak 1200 rps  cpu-time 12ms per request }
    environment production { deploy api replicas 12 cpu 2 }
    """,
  sources: [
    .init(
      "P. J. Denning and J. P. Buzen, The Operational Analysis of Queueing Network Models, ACM Computing Surveys 10(3)",
      "1978-09")
  ]
) { review, report in
  for application in review.elements(.application) {
    for load in review.loads(of: application, &report) where load.utilisation >= 1 {
      let wanted = load.replicas(at: review.targetUtilisation(of: application))
      report.add(
        load.isEstimated ? .warning : .error,
        on: load.deployments.first.map(Subject.deployment) ?? .element(application.id),
        "`\(application.path)` cannot serve its stated peak in \(load.environment): utilisation \(Written.percent(load.utilisation * 100, digits: 1))",
        at: load.range, related: [.init(load.peakRange, "the peak")],
        notes: load.arithmetic + (load.isEstimated ? ["the time of a request is an estimate"] : []),
        help: [
          "\(review.advice(load, replicas: wanted)), for at most \(Written.percent(review.targetUtilisation(of: application) * 100)) at peak"
        ], fixIts: review.scaling(load, to: wanted))
    }
  }
}
