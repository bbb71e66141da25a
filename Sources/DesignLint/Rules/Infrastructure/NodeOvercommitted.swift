import DesignModel
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
  let workloads = review.workloads
  for place in workloads.keys.sorted() {
    for resource in MachineDemand.Resource.allCases {
      guard let demand = review.machineDemand(resource, place, workloads[place] ?? [], &report) else {
        continue
      }
      // Rounding must not make a finding of what fits exactly.
      guard demand.needed > demand.capacity * (1 + 1e-9) else { continue }
      // An environment that is like another has the same machines; it is told once.
      guard said.insert(demand.range).inserted else { continue }
      let stated = review.places[place].place
      report.add(
        .error, on: .place(place),
        "`\(stated.path)` needs \(resource.written(demand.needed)), but has \(resource.written(demand.capacity))",
        at: demand.range, related: demand.labels,
        notes: ["needed: \(demand.sum)", "there: \(demand.there)"],
        help: [
          "\(stated.kind == .cluster ? "write `nodes \(demand.wanted)`" : "take a larger machine"), or smaller or fewer replicas"
        ])
    }
  }
}
