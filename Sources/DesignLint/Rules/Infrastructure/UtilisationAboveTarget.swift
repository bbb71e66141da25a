import DesignModel
import DesignSizing

let utilisationAboveTarget = Rule(
  "INF004", "utilisation-above-target", .warning,
  what:
    "Finds applications that can serve their stated peak, but with more of their processors than the target allows.",
  why:
    "The nearer utilisation comes to 100 %, the longer requests wait, and a short burst is enough to fall behind.",
  silent: """
    Unless the peak, the time of a request, the replicas and their cores are stated; up to `target-utilization`, by default \
    70 %, and 60 % with `criticality high`.
    """,
  fires: """
    application api: service { traffic 100 rps peak 1000 rps  cpu-time 12ms per request }
    environment production { deploy api replicas 7 cpu 2 }
    """,
  passes: """
    application api: service { traffic 100 rps peak 1000 rps  cpu-time 12ms per request  target-utilization 90% }
    environment production { deploy api replicas 7 cpu 2 }
    """,
  sources: [
    .init(
      "A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges",
      "1917-01"),
    .house,
  ],
  parameters: [.utilisationTarget, .criticalUtilisationTarget]
) { review, report in
  for application in review.elements(.application) {
    let target = review.targetUtilisation(of: application)
    for load in review.loads(of: application, &report)
    where load.utilisation > target + 1e-9 && load.utilisation < 1 {
      var notes = load.arithmetic
      if let service = load.service {
        let servers = Int(load.capacity)
        let wait = Queueing.meanWait(offered: load.offered, servers: servers, service: service)
        if wait.isFinite {
          notes.append("requests then wait \(Written.duration(wait)) on average (M/M/\(servers) estimate)")
        }
      }
      let isStated = application.fact("target-utilization") != nil
      notes.append(
        "the target is \(Written.percent(target * 100))\(isStated ? "" : ", \(report.origin(review.targetParameter(of: application)))")"
      )
      report.add(
        .warning, on: load.deployments.first.map(Subject.deployment) ?? .element(application.id),
        "`\(application.path)` uses \(Written.percent(load.utilisation * 100, digits: 1)) of its capacity at peak in \(load.environment)",
        at: load.range, related: [.init(load.peakRange, "the peak")], notes: notes,
        help: [
          "\(review.advice(load, replicas: load.replicas(at: target))); or state `target-utilization` if it is meant to run hot"
        ], fixIts: review.scaling(load, to: load.replicas(at: target)))
    }
  }
}
