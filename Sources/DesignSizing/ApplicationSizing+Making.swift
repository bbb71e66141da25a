import DesignModel
import DesignSource

/// What applications share with others.
struct Limits {
  let machines: [MachineSizing]
  let databases: [DatabaseSizing]
  let topics: [TopicSizing]
}

extension SizedDesign {
  /// Nil for what does not run in the environment, for what runs on its users' devices only, and for what a provider
  /// sizes.
  func size(
    _ application: Element, in environment: Int, _ options: SizingOptions, _ outlook: Outlook,
    _ limits: Limits
  ) -> ApplicationSizing? {
    let placed = deployments(of: application.id, in: environment)
    guard let answer = load(of: application, in: environment), application.subtype != "mobile",
      application.subtype != "desktop", !application.states("managed"),
      !placed.allSatisfy({ placement.deployments[$0].deployment.states("managed") })
    else { return nil }
    let targetFact = application.fact("target-utilization")
    let target =
      (targetFact?.percent).map { $0 / 100 }
      ?? (application.fact("criticality")?.word == "high"
        ? options.criticalUtilisationTarget : options.utilisationTarget)
    let targetInputs = targetFact.map { [Input("\(application.path) target-utilization", $0.range)] } ?? []
    let replicas = placed.compactMap { placement.deployments[$0].deployment.replicas }
    let stated =
      replicas.isEmpty
      ? nil
      : replicas.reduce(0) {
        Replicas.sum($0, $1.lowerBound)
      }...replicas.reduce(0) { Replicas.sum($0, $1.upperBound) }
    let demand = demand(of: application)
    func make(
      _ offered: Answer, _ utilisation: Answer, _ later: Answer, _ need: ReplicaNeed, _ laterNeed: ReplicaNeed
    ) -> ApplicationSizing {
      var constraints: [Constraint] = []
      if let share = utilisation.value {
        constraints.append(.init(kind: .cpu, of: "", share: share / target))
      }
      constraints += shared(application, placed, limits)
      return ApplicationSizing(
        element: application.id, traffic: peak(of: application.id), demand: demandAnswer(application, demand),
        isEstimated: demand?.isEstimated ?? false, offered: offered, replicas: stated,
        utilisation: utilisation,
        laterUtilisation: later, target: target, need: need, laterNeed: laterNeed, constraints: constraints)
    }
    switch answer {
    case .unknown(let lacks):
      // Everything at once, and not one question after another.
      let spread = spread(of: placed)
      let later = Answer.unknown(lacks + outlook.growth.lacks)
      let need = ReplicaNeed(
        healthy: .unknown(lacks), nodeLost: .unknown(lacks + spread.nodeLacks),
        zoneLost: .unknown(lacks + spread.zoneLacks))
      return make(offered(application, demand), .unknown(lacks), later, need, need)
    case .known(let load):
      let growth = outlook.growth
      return make(
        offered(application, demand), utilisation(load, growth: nil), utilisation(load, growth: growth),
        need(load, target: target, targetInputs: targetInputs, growth: 1),
        growth.figure.map {
          need(load, target: target, targetInputs: targetInputs + $0.inputs, growth: $0.value)
        } ?? .unknown(growth.lacks))
    }
  }

  private func demandAnswer(_ application: Element, _ demand: ServiceDemand?) -> Answer {
    guard let demand else { return .unknown([Lack("cpu-time … per request", of: application)]) }
    if let measured = demand.measured {
      return .known(
        Figure(
          measured, .perSecond, "\(Written.rate(measured)) for each replica (measured)", demand.inputs))
    }
    let seconds = demand.seconds ?? 0
    return .known(
      Figure(
        seconds, .seconds,
        "\(Written.duration(seconds)) CPU per request\(demand.isEstimated ? " (estimated)" : "")",
        demand.inputs))
  }

  /// a = λ · D; where the load of a replica was measured, a = λ ÷ that load.
  private func offered(_ application: Element, _ demand: ServiceDemand?) -> Answer {
    let peak = peak(of: application.id)
    guard let figure = peak.figure, let demand else {
      let lack = demand == nil ? [Lack("cpu-time … per request", of: application)] : []
      return .unknown((peak.figure == nil ? peak.lacks : []) + lack)
    }
    let inputs = figure.inputs + demand.inputs
    if let measured = demand.measured {
      let value = figure.value / measured
      return .known(
        Figure(
          value, .replicas,
          "\(Written.rate(figure.value)) ÷ \(Written.rate(measured)) per replica = \(Written.number(value)) replicas busy",
          inputs, bound: figure.bound, lacks: figure.lacks))
    }
    let value = figure.value * (demand.seconds ?? 0)
    return .known(
      Figure(
        value, .cores,
        "\(Written.rate(figure.value)) × \(Written.duration(demand.seconds ?? 0)) = \(Written.number(value)) cores",
        inputs, bound: figure.bound, lacks: figure.lacks))
  }

  /// U = a ÷ c, with the traffic of today or as it has grown.
  private func utilisation(_ load: Load, growth: Answer?) -> Answer {
    guard let growth else {
      return .known(
        Figure(
          load.utilisation, .share, load.arithmetic.last ?? "", load.peak.inputs + load.inputs,
          bound: load.peak.bound, lacks: load.peak.lacks))
    }
    guard let factor = growth.figure else { return growth }
    let value = load.utilisation * factor.value
    return .known(
      Figure(
        value, .share,
        "\(Written.percent(load.utilisation * 100, digits: 1)) × \(Written.number(factor.value)) = \(Written.percent(value * 100, digits: 1))",
        load.peak.inputs + load.inputs + factor.inputs, bound: load.peak.bound, lacks: load.peak.lacks))
  }

  /// What it shares with others: the memory of its machines, the connections of its databases, partitions.
  private func shared(_ application: Element, _ placed: [Int], _ limits: Limits) -> [Constraint] {
    var found: [Constraint] = []
    let paths = placed.compactMap { placement.machines(of: placement.deployments[$0]) }.map {
      placement.places[$0].place.path
    }
    for machine in limits.machines where paths.contains(machine.path) {
      if let share = machine.memory.value {
        found.append(.init(kind: .memory, of: machine.path, share: share))
      }
    }
    let pools = Set(
      connections(outgoing[application.id]).filter { $0.fact("pool") != nil }.compactMap {
        $0.target.map(owner)
      })
    for database in limits.databases where pools.contains(database.element) {
      guard let used = database.connections.value, let accepted = database.accepted, accepted > 0 else {
        continue
      }
      found.append(
        .init(kind: .connections, of: model[database.element].path, share: used / Double(accepted)))
    }
    for topic in limits.topics where topic.consumer == application.id {
      guard let needed = topic.needed.value, topic.partitions > 0 else { continue }
      found.append(
        .init(kind: .partitions, of: model[topic.topic].path, share: needed / Double(topic.partitions)))
    }
    return found
  }
}
