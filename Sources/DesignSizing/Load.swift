package import DesignModel
package import DesignSource

/// What an application must carry in an environment, and what it has for that.
package struct Load: Sendable {
  /// Requests per second at peak.
  package let peak: Figure
  /// Erlangs: cores that the peak keeps busy, or replicas where their load was measured.
  package let offered: Double
  /// What there is of the same, at the most replicas.
  package let capacity: Double
  /// Replicas at most, over all its deployments.
  package let replicas: Int
  /// What one replica contributes to `capacity`.
  package let each: Double
  /// Whether the demand of a request is a guess.
  package let isEstimated: Bool
  /// Where the replicas are stated.
  package let range: SourceRange
  /// Places in `Placement.deployments`.
  package let deployments: [Int]
  /// The environment's name.
  package let environment: String
  /// The seconds of one core that a request takes; nil where only a replica's load is known.
  package let service: Double?
  /// What the design states of demand and capacity.
  package let inputs: [Input]

  /// The place of the peak.
  package var peakRange: SourceRange { peak.inputs.first?.range ?? range }

  /// The formula with the numbers in it.
  package var arithmetic: [String] {
    let share = Written.percent(utilisation * 100, digits: 1)
    guard let service else {
      let measured = Written.number(peak.value / offered)
      return ["\(Written.number(peak.value)) req/s ÷ (\(replicas) replicas × \(measured) req/s) = \(share)"]
    }
    let cores = Written.number(offered)
    return [
      "\(Written.number(peak.value)) req/s × \(Written.duration(service)) CPU = \(cores) cores",
      "\(cores) ÷ \(Written.number(capacity)) cores provided = \(share)",
    ]
  }

  /// The utilisation law: U = λ·D/c (Denning and Buzen, ACM Computing Surveys 10(3), 1978).
  package var utilisation: Double { offered / capacity }

  /// Replicas so that the utilisation is at most `target`, when traffic is `growth` times as great.
  package func replicas(at target: Double, growth: Double = 1) -> Int {
    Replicas.rounded(offered * growth / (target * each))
  }
}

/// A load, or what keeps it from being known.
package enum LoadAnswer: Sendable {
  case known(Load)
  case unknown([Lack])
}

extension SizedDesign {
  /// The load of an application in an environment; nil when it does not run there.
  package func load(of application: Element, in environment: Int) -> LoadAnswer? {
    let indices = deployments(of: application.id, in: environment)
    guard !indices.isEmpty else { return nil }
    var lacks: [Lack] = []
    let peak = peak(of: application.id)
    lacks += peak.figure == nil ? peak.lacks : []
    let demand = demand(of: application)
    if demand == nil { lacks.append(Lack("cpu-time … per request", of: application)) }
    let provision = provision(indices, countsCores: demand?.measured == nil)
    lacks += provision.lacks
    guard lacks.isEmpty, let figure = peak.figure, figure.value > 0, let demand, provision.replicas > 0 else {
      return .unknown(lacks)
    }
    let name = model[model.environments[environment].element].name
    let range = placement.deployments[indices[0]].deployment
    let first = indices.compactMap { placement.deployments[$0].deployment.fact("replicas")?.range }.first
    if let measured = demand.measured {
      return .known(
        Load(
          peak: figure, offered: figure.value / measured, capacity: Double(provision.replicas),
          replicas: provision.replicas, each: 1, isEstimated: false, range: first ?? range.targetRange,
          deployments: indices, environment: name, service: nil, inputs: demand.inputs + provision.inputs))
    }
    guard let seconds = demand.seconds, provision.cores > 0 else { return .unknown([]) }
    return .known(
      Load(
        peak: figure, offered: figure.value * seconds, capacity: provision.cores,
        replicas: provision.replicas,
        each: provision.cores / Double(provision.replicas), isEstimated: demand.isEstimated,
        range: first ?? range.targetRange, deployments: indices, environment: name, service: seconds,
        inputs: demand.inputs + provision.inputs))
  }

  /// Replicas at most and their cores, over some deployments.
  private func provision(_ indices: [Int], countsCores: Bool)
    -> (replicas: Int, cores: Double, inputs: [Input], lacks: [Lack])
  {
    var (replicas, cores) = (0, 0.0)
    var inputs: [Input] = []
    var lacks: [Lack] = []
    for index in indices {
      let deployment = placement.deployments[index].deployment
      let element = model[deployment.target]
      func lack(_ fact: String) {
        lacks.append(Lack("deploy … \(fact) …", of: element.path, element: element.id, at: deployment.range))
      }
      guard let stated = deployment.fact("replicas"), let count = deployment.replicas?.upperBound else {
        lack("replicas")
        continue
      }
      guard count < Int.max else {
        lack("replicas (at most)")
        continue
      }
      replicas = Replicas.sum(replicas, count)
      inputs.append(Input("\(element.path) replicas", stated.range))
      guard countsCores else { continue }
      guard let cpu = deployment.fact("cpu"), let each = cpu.cores else {
        lack("cpu")
        continue
      }
      cores += Double(count) * each
      inputs.append(Input("\(element.path) cpu", cpu.range))
    }
    return (replicas, cores, inputs, lacks)
  }
}
