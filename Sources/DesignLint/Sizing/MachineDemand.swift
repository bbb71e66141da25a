import DesignModel
import DesignSource

/// What the workloads of a cluster or node ask for, and what its machines have.
struct MachineDemand {
  enum Resource: String, CaseIterable {
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

  /// At the fewest replicas.
  let needed: Double
  let capacity: Double
  /// `catalog 4 × 1 cores, orders 3 × 1 cores = 7 cores`
  let sum: String
  /// `6 × 8 cores less 10 % for the system = 43.2 cores`
  let there: String
  /// Machines that would do.
  let wanted: Int
  /// Where the machines' size is stated.
  let range: SourceRange
  let labels: [Diagnostic.Label]
}

extension Review {
  /// The deployments on each cluster or node, by its place in `places`.
  var workloads: [Int: [Deployment]] {
    var out: [Int: [Deployment]] = [:]
    for placed in deployments {
      if let machines = machines(of: placed) { out[machines, default: []].append(placed.deployment) }
    }
    return out
  }

  /// Nil where the machines state no size or number; what is lacking of workloads is told to the report.
  func machineDemand(
    _ resource: MachineDemand.Resource, _ index: Int, _ workloads: [Deployment], _ report: inout Report
  ) -> MachineDemand? {
    let place = places[index].place
    guard let each = resource.amount(place), let nodes = place.nodeCount?.upperBound, nodes < Int.max else {
      return nil
    }
    let reserve = (place.fact("system-reserve")?.percent ?? 0) / 100
    var overcommit = 1.0
    if resource == .cpu, let fact = place.fact("overcommit") { overcommit = fact.factor ?? 1 }
    let capacity = Double(nodes) * each * (1 - reserve) * overcommit
    var terms: [String] = []
    var labels: [Diagnostic.Label] = []
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
      terms.append("\(model[workload.target].name) \(replicas) × \(resource.written(one))")
      labels.append(.init(workload.range, "\(replicas) × \(resource.written(one))"))
    }
    let reserved = reserve > 0 ? " less \(Written.percent(reserve * 100)) for the system" : ""
    let promised = overcommit != 1 ? " × \(Written.number(overcommit)) overcommitted" : ""
    return MachineDemand(
      needed: needed, capacity: capacity,
      sum: "\(terms.joined(separator: ", ")) = \(resource.written(needed))",
      there:
        "\(nodes) × \(resource.written(each))\(reserved)\(promised) = \(resource.written(capacity))",
      wanted: Int((needed / (each * (1 - reserve) * overcommit)).rounded(.up)),
      range: place.fact(resource.rawValue)?.range ?? place.nameRange, labels: labels)
  }
}
