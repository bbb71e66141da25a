import DesignModel
import DesignSizing
import DesignSource

let nodeOvercommitted = Rule(
  "INF001", "node-overcommitted", .error,
  what: "Finds clusters and nodes on which more processors or memory are promised than they have.",
  why: """
    What does not fit is not started, or takes from what runs beside it: exactly when the load is high and all of it is \
    needed.
    """,
  silent: """
    Where the machines' or the replicas' sizes are unstated; what is stated is a lower bound, and fires alone only if it \
    is too much already. `overcommit` and `system-reserve` are reckoned with; of ranges, the fewest replicas and the \
    most nodes.
    """,
  fires: """
    application api: service
    environment production { cluster apps nodes 2 cpu 4 memory 16GiB { deploy api replicas 5 cpu 2 memory 1GiB } }
    """,
  passes: """
    application api: service
    environment production { cluster apps nodes 3 cpu 4 memory 16GiB { deploy api replicas 5 cpu 2 memory 1GiB } }
    """,
  sources: [
    .init("kube-linter, unset-cpu-requirements and unset-memory-requirements", "2025-01"),
    .init("Kubernetes documentation, Reserve Compute Resources for System Daemons", "2025-01"),
  ]
) { review, report in
  var said: Set<SourceRange> = []
  for (index, workloads) in review.sizing.workloads() {
    for resource in Resource.allCases {
      guard
        let commitment = review.sizing.commitment(
          resource, of: review.places[index].place, workloads, replicas: { $0.replicas?.lowerBound ?? 1 })
      else { continue }
      for lack in commitment.lacks { if let element = lack.element { report.lacks(lack.fact, of: element) } }
      check(commitment, index, review, &said, &report)
    }
  }
}

private func check(
  _ commitment: Commitment, _ index: Int, _ review: Review, _ said: inout Set<SourceRange>,
  _ report: inout Report
) {
  let (resource, place) = (commitment.resource, commitment.place)
  let (needed, capacity) = (commitment.needed, commitment.capacity)
  // Rounding must not make a finding of what fits exactly.
  guard needed > capacity * (1 + 1e-9) else { return }
  let fact = place.fact(resource.rawValue)?.range ?? place.nameRange
  // An environment that is like another has the same machines; it is told once.
  guard said.insert(fact).inserted else { return }
  let reserved =
    commitment.reserve > 0 ? " less \(Written.percent(commitment.reserve * 100)) for the system" : ""
  let promised = commitment.overcommit != 1 ? " × \(Written.number(commitment.overcommit)) overcommitted" : ""
  let sum = commitment.terms.map {
    "\(review.model[$0.deployment.target].name) \($0.replicas) × \(resource.written($0.each))"
  }
  .joined(separator: ", ")
  report.add(
    .error, on: .place(index),
    "`\(place.path)` needs \(resource.written(needed)), but has \(resource.written(capacity))", at: fact,
    related: commitment.terms.map {
      .init($0.deployment.range, "\($0.replicas) × \(resource.written($0.each))")
    },
    notes: [
      "needed: \(sum) = \(resource.written(needed))",
      "there: \(commitment.nodes) × \(resource.written(commitment.each))\(reserved)\(promised) = \(resource.written(capacity))",
    ],
    help: [
      "\(place.kind == .cluster ? "write `nodes \(commitment.nodesNeeded)`" : "take a larger machine"), or smaller or fewer replicas"
    ])
}
