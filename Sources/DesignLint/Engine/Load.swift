import DesignModel
import DesignSource

/// What an application must carry in production, and what it has for that.
struct Load {
  /// Requests per second at peak.
  let peak: Double
  let peakRange: SourceRange
  /// Erlangs: cores that the peak keeps busy, or replicas where their load was measured.
  let offered: Double
  /// What there is of the same, at the most replicas.
  let capacity: Double
  /// Replicas at most, over all its deployments.
  let replicas: Int
  /// What one replica contributes to `capacity`.
  let each: Double
  /// Whether the demand of a request is a guess.
  let isEstimated: Bool
  /// Where the replicas are stated.
  let range: SourceRange
  let deployments: [Int]
  /// The environment's name.
  let environment: String
  /// The seconds of one core that a request takes; nil where only a replica's load is known.
  let service: Double?

  /// The formula with the numbers in it.
  var arithmetic: [String] {
    let share = Written.percent(utilisation * 100, digits: 1)
    guard let service else {
      let measured = Written.number(peak / offered)
      return ["\(Written.number(peak)) req/s ÷ (\(replicas) replicas × \(measured) req/s) = \(share)"]
    }
    let cores = Written.number(offered)
    return [
      "\(Written.number(peak)) req/s × \(Written.duration(service)) CPU = \(cores) cores",
      "\(cores) ÷ \(Written.number(capacity)) cores provided = \(share)",
    ]
  }

  /// The utilisation law: U = λ·D/c (Denning and Buzen, ACM Computing Surveys 10(3), 1978).
  var utilisation: Double { offered / capacity }

  /// Replicas so that the utilisation is at most `target`.
  func replicas(at target: Double) -> Int { max(1, Int((offered / (target * each) - 1e-9).rounded(.up))) }
}

extension Review {
  /// The greatest rate at which an application is asked: as stated of it, else of its endpoints, else of connections.
  func peak(of application: Element) -> (rate: Double, range: SourceRange)? {
    if let fact = application.fact("traffic") { return fact.peakRate.map { ($0, fact.range) } }
    let endpoints = application.children.filter { model[$0].kind == .api }.flatMap { model[$0].children }
      .compactMap { model[$0].fact("traffic") }
    let own = application.children.filter { model[$0].kind == .api }.compactMap { model[$0].fact("traffic") }
    let incoming = connections(incoming[application.id]).filter { $0.connection.isSynchronous }.compactMap {
      $0.connection.fact("traffic") ?? $0.connection.fact("rate")
    }
    for facts in [own, endpoints, incoming] where !facts.isEmpty {
      return (facts.compactMap(\.peakRate).reduce(0, +), facts[0].range)
    }
    return nil
  }

  /// The load of an application in each environment for production in which all that it takes to tell is stated; with
  /// what is lacking told to the report.
  func loads(of application: Element, _ report: inout Report) -> [Load] {
    guard let (peak, peakRange) = peak(of: application), peak > 0 else { return [] }
    let byEnvironment = Dictionary(grouping: productionDeployments(of: application.id)) {
      deployments[$0].environment
    }
    return byEnvironment.keys.sorted().compactMap { environment in
      load(
        of: application, peak, peakRange, byEnvironment[environment] ?? [],
        model[model.environments[environment].element].name, &report)
    }
  }

  private func load(
    of application: Element, _ peak: Double, _ peakRange: SourceRange, _ indices: [Int],
    _ environment: String,
    _ report: inout Report
  ) -> Load? {
    let list = indices.map { deployments[$0].deployment }
    guard !list.isEmpty else { return nil }
    var replicas = 0
    var cores = 0.0
    let time = application.fact("cpu-time")
    let measured = application.fact("handles-load")?.perSecond
    guard time?.seconds != nil || measured != nil else {
      report.lacks("cpu-time … per request", of: application.id)
      return nil
    }
    for deployment in list {
      guard let count = deployment.replicas?.upperBound, count < Int.max else {
        if deployment.replicas == nil { report.lacks("deploy … replicas …", of: application.id) }
        return nil
      }
      replicas += count
      guard measured == nil else { continue }
      guard let cpu = deployment.fact("cpu")?.cores else {
        report.lacks("deploy … cpu …", of: application.id)
        return nil
      }
      cores += Double(count) * cpu
    }
    let range = list.compactMap { $0.fact("replicas")?.range }.first ?? list[0].targetRange
    if let measured {
      guard measured > 0, replicas > 0 else { return nil }
      return Load(
        peak: peak, peakRange: peakRange, offered: peak / measured, capacity: Double(replicas),
        replicas: replicas,
        each: 1, isEstimated: false,
        range: range, deployments: indices, environment: environment, service: nil)
    }
    guard let demand = time?.seconds, cores > 0 else { return nil }
    let offered = peak * demand
    return Load(
      peak: peak, peakRange: peakRange, offered: offered, capacity: cores, replicas: replicas,
      each: cores / Double(replicas), isEstimated: time?.words.contains("estimated") ?? false,
      range: range, deployments: indices, environment: environment, service: demand)
  }
}

extension Review {
  /// The edit that gives a load so many replicas, where one deployment with a fixed number carries it all.
  func scaling(_ load: Load, to replicas: Int) -> [Diagnostic.FixIt] {
    guard load.deployments.count == 1, let index = load.deployments.first,
      let stated = deployments[index].deployment.replicas, stated.lowerBound == stated.upperBound,
      let fact = deployments[index].deployment.fact("replicas"), fact.facts.isEmpty
    else { return [] }
    return [.write("replicas \(replicas)", at: fact.range)]
  }
}

extension Fact {
  /// The peak of traffic per second, or the average where no peak is stated.
  var peakRate: Double? { fact("peak")?.perSecond ?? perSecond }
}
