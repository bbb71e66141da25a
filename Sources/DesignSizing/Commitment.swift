package import DesignModel
import DesignSource

/// Something of which machines have only so much.
package enum Resource: String, Sendable, CaseIterable {
  case cpu, memory

  /// What is stated of it.
  package func amount(_ facts: some Facts) -> Double? {
    switch self {
    case .cpu: facts.fact("cpu")?.cores
    case .memory: facts.fact("memory")?.bytes
    }
  }

  package func written(_ amount: Double) -> String {
    switch self {
    case .cpu: "\(Written.number(amount)) cores"
    case .memory: Written.bytes(amount)
    }
  }

  var unit: Figure.Unit { self == .cpu ? .cores : .bytes }
}

/// What the machines of a cluster or node have promised of a resource.
package struct Commitment: Sendable {
  package struct Term: Sendable {
    package let deployment: Deployment
    package let replicas: Int
    package let each: Double
  }

  package let resource: Resource
  package let place: Place
  /// What one machine has.
  package let each: Double
  /// What one machine may promise: less the system's share, times what may be overcommitted.
  package let usable: Double
  /// At most.
  package let nodes: Int
  package let terms: [Term]
  /// Replicas that are larger than a machine, and so stand on none.
  package let tooLarge: [Deployment]
  package let lacks: [Lack]

  /// The share that the system itself needs.
  package let reserve: Double
  package let overcommit: Double

  package var needed: Double { terms.reduce(0) { $0 + Double($1.replicas) * $1.each } }
  package var capacity: Double { Double(nodes) * usable }
  /// Machines that could keep all promises.
  package var nodesNeeded: Int { Replicas.rounded(needed / usable) }
}

extension SizedDesign {
  /// The deployments that stand on a cluster or node themselves, by its place in `Placement.places`.
  package func workloads(in environment: Int? = nil) -> [(place: Int, deployments: [Deployment])] {
    var found: [Int: [Deployment]] = [:]
    for placed in placement.deployments where environment == nil || placed.environment == environment {
      if let machines = placement.machines(of: placed) {
        found[machines, default: []].append(placed.deployment)
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What is promised of a resource on a place; nil when its own size is unstated.
  ///
  /// - Parameter replicas: how many of a deployment are reckoned with.
  package func commitment(
    _ resource: Resource, of place: Place, _ workloads: [Deployment], replicas: (Deployment) -> Int
  ) -> Commitment? {
    guard let each = resource.amount(place), let nodes = place.nodeCount?.upperBound, nodes < Int.max else {
      return nil
    }
    var terms: [Commitment.Term] = []
    var tooLarge: [Deployment] = []
    var lacks: [Lack] = []
    for workload in workloads {
      guard let one = resource.amount(workload) else {
        let element = model[workload.target]
        lacks.append(
          Lack("deploy … \(resource.rawValue) …", of: element.path, element: element.id, at: workload.range))
        continue
      }
      if one > each {
        tooLarge.append(workload)
      } else {
        terms.append(.init(deployment: workload, replicas: replicas(workload), each: one))
      }
    }
    let reserve = (place.fact("system-reserve")?.percent ?? 0) / 100
    let overcommit = resource == .cpu ? place.fact("overcommit")?.factor ?? 1 : 1
    return Commitment(
      resource: resource, place: place, each: each, usable: each * (1 - reserve) * overcommit, nodes: nodes,
      terms: terms, tooLarge: tooLarge, lacks: lacks, reserve: reserve, overcommit: overcommit)
  }
}
