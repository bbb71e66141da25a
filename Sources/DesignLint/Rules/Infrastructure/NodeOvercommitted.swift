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
  var inPlace: [Int: [Int]] = [:]
  for (index, placed) in review.deployments.enumerated() {
    if let machines = review.machines(of: placed) { inPlace[machines, default: []].append(index) }
  }
  var said: Set<SourceRange> = []
  for place in inPlace.keys.sorted() {
    let workloads = (inPlace[place] ?? []).map { review.deployments[$0].deployment }
    for resource in [Resource.cpu, .memory] {
      check(resource, place, workloads, review, &said, &report)
    }
  }
}

private enum Resource: String {
  case cpu, memory

  func amount(_ facts: some Facts) -> Double? {
    switch self {
    case .cpu: facts.fact("cpu")?.cores
    case .memory: facts.fact("memory")?.bytes
    }
  }

  func written(_ amount: Double) -> String {
    switch self {
    case .cpu: "\(Written.number(amount)) cores"
    case .memory: Written.bytes(amount)
    }
  }
}

private func check(
  _ resource: Resource, _ index: Int, _ workloads: [Deployment], _ review: Review,
  _ said: inout Set<SourceRange>,
  _ report: inout Report
) {
  let place = review.places[index].place
  guard let each = resource.amount(place), let nodes = place.nodeCount?.upperBound, nodes < Int.max else {
    return
  }
  let reserve = (place.fact("system-reserve")?.percent ?? 0) / 100
  var overcommit = 1.0
  if resource == .cpu, let fact = place.fact("overcommit") { overcommit = fact.factor ?? 1 }
  let capacity = Double(nodes) * each * (1 - reserve) * overcommit
  var terms: [(deployment: Deployment, replicas: Int, each: Double)] = []
  var needed = 0.0
  for workload in workloads {
    guard let one = resource.amount(workload) else {
      report.lacks("deploy … \(resource.rawValue) …", of: workload.target)
      continue
    }
    // What fits on no machine at all is INF002's to tell.
    guard one <= each else { continue }
    let replicas = workload.replicas?.lowerBound ?? 1
    needed += Double(replicas) * one
    terms.append((workload, replicas, one))
  }
  // Rounding must not make a finding of what fits exactly.
  guard needed > capacity * (1 + 1e-9) else { return }
  let fact = place.fact(resource.rawValue)?.range ?? place.nameRange
  // An environment that is like another has the same machines; it is told once.
  guard said.insert(fact).inserted else { return }
  let reserved = reserve > 0 ? " less \(Written.percent(reserve * 100)) for the system" : ""
  let promised = overcommit != 1 ? " × \(Written.number(overcommit)) overcommitted" : ""
  let sum = terms.map {
    "\(review.model[$0.deployment.target].name) \($0.replicas) × \(resource.written($0.each))"
  }
  .joined(separator: ", ")
  let wanted = Int((needed / (each * (1 - reserve) * overcommit)).rounded(.up))
  report.add(
    .error, on: .place(index),
    "`\(place.path)` needs \(resource.written(needed)), but has \(resource.written(capacity))", at: fact,
    related: terms.map { .init($0.deployment.range, "\($0.replicas) × \(resource.written($0.each))") },
    notes: [
      "needed: \(sum) = \(resource.written(needed))",
      "there: \(nodes) × \(resource.written(each))\(reserved)\(promised) = \(resource.written(capacity))",
    ],
    help: [
      "\(place.kind == .cluster ? "write `nodes \(wanted)`" : "take a larger machine"), or smaller or fewer replicas"
    ])
}
