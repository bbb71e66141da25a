import DesignModel

let autoscaleRangeUseless = Rule(
  "INF016", "autoscale-range-useless", .warning,
  what:
    "Finds deployments that say by which measure they scale, but leave it no room: one number of replicas.",
  why: "The number never changes, although the design says that load is answered with more replicas.",
  silent: "When no number of replicas is stated, or no measure.",
  fires: """
    application api: service
    environment production { deploy api replicas 3 autoscale cpu 70% }
    """,
  passes: """
    application api: service
    environment production { deploy api replicas 3..9 autoscale cpu 70% }
    """,
  sources: [.init("kube-score, targets of a HorizontalPodAutoscaler must not fix their replicas", "2025-01")]
) { review, report in
  for (index, placed) in review.deployments.enumerated() where placed.isProduction {
    let deployment = placed.deployment
    guard let autoscale = deployment.fact("autoscale"), let fact = deployment.fact("replicas"),
      let replicas = deployment.replicas, replicas.lowerBound == replicas.upperBound
    else { continue }
    let wider = "replicas \(replicas.lowerBound)..\(replicas.lowerBound * 3)"
    report.add(
      .warning, on: .deployment(index),
      "`\(review.model[placed.target].path)` scales by \(autoscale.word ?? "load"), but always runs \(replicas.lowerBound) replicas",
      at: fact.range, related: [.init(autoscale.range, "the measure")],
      help: ["give a range, `\(wider)`, or remove `autoscale`"], fixIts: [.write(wider, at: fact.range)])
  }
}
