import DesignModel
import DesignSource

/// What places, databases, topics and disks come to.
extension SizedDesign {
  /// Every cluster and node on which something with a size is deployed.
  func machines(in environment: Int) -> [MachineSizing] {
    workloads(in: environment).compactMap { index, workloads in
      let place = placement.places[index].place
      // Machines that others run have no size to choose.
      let hasSize = [place.fact("cpu"), place.fact("memory"), place.fact("nodes")].contains { $0 != nil }
      guard hasSize, !place.states("managed") else { return nil }
      let amounts = Resource.allCases.map { resource in
        promised(resource, of: place, commitment(resource, of: place, workloads) { Self.most($0) })
      }
      let nodes = amounts.compactMap(\.nodes.figure)
      let lacks = joined(amounts.map(\.share))
      let greatest = nodes.max { $0.value < $1.value }
      return MachineSizing(
        path: place.path, technology: place.technology,
        nodes: place.nodeCount.flatMap { $0.upperBound < Int.max ? $0.upperBound : nil },
        cpu: amounts[0].share, memory: amounts[1].share, memoryPerNode: amounts[1].perNode,
        cpuEach: place.fact("cpu")?.cores, memoryEach: place.fact("memory")?.bytes,
        nodesNeeded: greatest.map {
          .known(
            Figure(
              $0.value, .nodes, $0.formula, $0.inputs, bound: lacks.isEmpty ? .exact : .atLeast, lacks: lacks)
          )
        } ?? .unknown(lacks))
    }
  }

  private static func most(_ deployment: Deployment) -> Int {
    guard let replicas = deployment.replicas else { return 1 }
    return replicas.upperBound < Int.max ? replicas.upperBound : replicas.lowerBound
  }

  private func promised(_ resource: Resource, of place: Place, _ commitment: Commitment?)
    -> (share: Answer, perNode: Answer, nodes: Answer)
  {
    guard let commitment, commitment.usable > 0, commitment.nodes > 0 else {
      let unknown = Answer.unknown(
        resource.amount(place) == nil
          ? [Lack("\(resource.rawValue) …", of: place.path, at: place.nameRange)]
          : [Lack("nodes …", of: place.path, at: place.nameRange)])
      return (unknown, unknown, unknown)
    }
    let lacks = commitment.lacks
    guard !commitment.terms.isEmpty else { return (.unknown(lacks), .unknown(lacks), .unknown(lacks)) }
    let inputs =
      [place.fact(resource.rawValue), place.fact("nodes"), place.fact("system-reserve")].compactMap { fact in
        fact.map { Input("\(place.path) \($0.key)", $0.range) }
      }
      + commitment.terms.compactMap { term in
        term.deployment.fact(resource.rawValue).map {
          Input("\(model[term.deployment.target].path) \(resource.rawValue)", $0.range)
        }
      }
    let sum = commitment.terms.map {
      "\(model[$0.deployment.target].name) \($0.replicas) × \(resource.written($0.each))"
    }.joined(separator: " + ")
    let needed = resource.written(commitment.needed)
    let bound = lacks.isEmpty ? Figure.Bound.exact : .atLeast
    func figure(_ value: Double, _ unit: Figure.Unit, _ formula: String) -> Answer {
      .known(Figure(value, unit, formula, inputs, bound: bound, lacks: lacks))
    }
    let share = commitment.needed / commitment.capacity
    let perNode = commitment.needed / Double(commitment.nodes)
    return (
      figure(
        share, .share,
        "(\(sum)) ÷ \(commitment.nodes) × \(resource.written(commitment.usable)) = \(Written.percent(share * 100, digits: 1))"
      ),
      figure(perNode, resource.unit, "\(needed) ÷ \(commitment.nodes) = \(resource.written(perNode))"),
      figure(
        Double(commitment.nodesNeeded), .nodes,
        "ceil(\(needed) ÷ \(resource.written(commitment.usable))) = \(commitment.nodesNeeded) for \(resource.rawValue)"
      )
    )
  }

  func databases(in environment: Int) -> [DatabaseSizing] {
    model.ownElements.filter { $0.kind == .database }.compactMap { database in
      switch connectionDemand(of: database, in: environment) {
      case nil: return nil
      case .unknown(let lacks):
        return DatabaseSizing(element: database.id, connections: .unknown(lacks), accepted: nil)
      case .known(let demand):
        let sum = demand.clients.map { "\(model[$0.element].name) \($0.replicas) × \($0.pool)" }
        let reserved = demand.reserved > 0 ? " − \(demand.reserved) reserved" : ""
        return DatabaseSizing(
          element: database.id,
          connections: demand.clients.isEmpty
            ? .unknown(demand.lacks)
            : .known(
              Figure(
                Double(demand.total), .connections,
                "\(sum.joined(separator: " + ")) = \(demand.total) of \(demand.limit)\(reserved) = \(demand.accepted)",
                demand.clients.map { Input("\(model[$0.element].path) pool", $0.range) }
                  + [Input("\(database.path) max-connections", demand.limitRange)],
                bound: demand.lacks.isEmpty ? .exact : .atLeast, lacks: demand.lacks)),
          accepted: demand.accepted)
      }
    }
  }

  func topics(in environment: Int) -> [TopicSizing] {
    model.ownElements.filter { $0.kind == .topic || $0.kind == .queue }.flatMap { topic -> [TopicSizing] in
      guard let broker = topic.parent, !deployments(of: broker, in: environment).isEmpty else { return [] }
      return partitionNeeds(of: topic).map { answer in
        switch answer {
        case .known(let need):
          TopicSizing(
            topic: topic.id, consumer: need.consumer, partitions: need.partitions,
            needed: .known(
              Figure(
                Double(need.needed), .partitions,
                "ceil(\(Written.rate(need.rate.value)) ÷ \(Written.rate(need.handled)) per replica) = \(need.needed)",
                need.inputs, bound: need.rate.bound, lacks: need.rate.lacks)))
        case .unknown(let connection, let lacks):
          TopicSizing(
            topic: topic.id, consumer: owner(model.connections[connection].source),
            partitions: topic.fact("partitions")?.count ?? 0, needed: .unknown(lacks))
        }
      }
    }
  }

  func diskSizings(in environment: Int, _ outlook: Outlook, limit: Double) -> ([DiskSizing], [Lack]) {
    let (disks, lacks) = disks(in: environment)
    return (disks.map { size($0, outlook, limit) }, lacks)
  }

  private func size(_ disk: DiskUse, _ outlook: Outlook, _ limit: Double) -> DiskSizing {
    let names = disk.deployments.map { model[placement.deployments[$0].target].name }
    let lacks = joined(disk.terms.map { .unknown($0.lacks) })
    let bounds = disk.terms.map(\.bound)
    // What is left out and what is reckoned with its longest may lie on either side; the first is worse.
    let bound: Figure.Bound =
      bounds.contains(.atLeast) || !lacks.isEmpty ? .atLeast : bounds.contains(.atMost) ? .atMost : .exact
    let inputs = disk.terms.flatMap(\.inputs) + [disk.sizeInput]
    func figure(_ seconds: Double) -> Answer {
      let bytes = disk.bytes(after: seconds)
      return .known(
        Figure(
          bytes, .bytes,
          "\(disk.terms.map { Written.bytes($0.bytes(after: seconds)) }.joined(separator: " + ")) = \(Written.bytes(bytes))",
          inputs, bound: bound, lacks: lacks))
    }
    let contents = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard let horizon = outlook.horizon else {
      return DiskSizing(
        name: disk.name, contents: contents, size: disk.size, limit: limit, now: figure(0),
        later: .unknown(outlook.growth.lacks), fullAfter: nil,
        terms: disk.terms.map { $0.arithmetic(0) })
    }
    let full = disk.day(before: horizon).map { day -> Answer in
      let date = outlook.day(after: day).map { ", \($0)" } ?? ""
      return .known(
        Figure(
          Double(day), .days,
          "\(Written.bytes(disk.size)) are full after \(Written.grouped(day)) days\(date)",
          inputs, bound: bound))
    }
    return DiskSizing(
      name: disk.name, contents: contents, size: disk.size, limit: limit, now: figure(0),
      later: figure(horizon), fullAfter: full,
      terms: disk.terms.map { $0.arithmetic(horizon) })
  }
}
