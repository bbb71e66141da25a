package import DesignModel
import DesignSource

extension SizedDesign {
  /// The greatest rate per second at which an application is asked or a topic is written, by what is stated; `unknown`
  /// when nothing of it is.
  package func peak(of id: ElementID) -> Answer { traffic[id] ?? .unknown([]) }
}

/// Follows stated rates along connections, each element once. What an element states of itself goes before what follows
/// from those that use it.
struct TrafficPropagation {
  private let design: SizedDesign
  private(set) var found: [ElementID: Answer] = [:]
  private var open: Set<ElementID> = []
  private static let longestChain = 500

  init(_ design: SizedDesign) { self.design = design }

  private var model: Model { design.model }

  mutating func traffic(of id: ElementID) -> Answer {
    if let known = found[id] { return known }
    let element = model[id]
    // What is stated ends the search; else calls in a ring have no beginning. A chain as long as this one is no design's.
    guard open.count < Self.longestChain, open.insert(id).inserted else {
      return .unknown([Lack("traffic …", of: element)])
    }
    defer { open.remove(id) }
    let answer =
      switch element.kind {
      case .person: visits(element)
      case .topic, .queue: messages(element)
      default: requests(element)
      }
    found[id] = answer
    return answer
  }

  /// λ = users per second × peak factor.
  private func visits(_ person: Element) -> Answer {
    guard let users = person.fact("users"), let rate = users.perSecond else {
      return .unknown([Lack("users …", of: person)])
    }
    guard let factor = users.fact("peak factor"), let times = factor.factor else {
      return .unknown([Lack("users … peak factor …", of: person)])
    }
    return .known(
      Figure(
        rate * times, .perSecond,
        "\(person.name) \(Written.rate(rate)) × peak factor \(Written.number(times)) = \(Written.rate(rate * times))",
        [Input("\(person.path) users", users.range), Input("\(person.path) peak factor", factor.range)]))
  }

  private mutating func messages(_ topic: Element) -> Answer {
    if let fact = topic.fact("rate") { return stated(fact, of: topic) }
    let publishers = design.connections(design.reaching[topic.id]).filter { $0.verb == .publishes }
    guard !publishers.isEmpty else { return .unknown([Lack("rate …", of: topic)]) }
    return sum(publishers.map { rate(of: $0) })
  }

  private mutating func requests(_ application: Element) -> Answer {
    if let fact = application.fact("traffic") { return stated(fact, of: application) }
    var terms: [Answer] = []
    var covered: Set<ElementID> = []
    // Apis of which some endpoints state their traffic.
    var partly: Set<ElementID> = []
    for api in application.children where model[api].kind == .api {
      if let fact = model[api].fact("traffic") {
        terms.append(stated(fact, of: model[api]))
        covered.insert(api)
        covered.formUnion(model[api].children)
        continue
      }
      for endpoint in model[api].children {
        guard let fact = model[endpoint].fact("traffic") else { continue }
        terms.append(stated(fact, of: model[endpoint]))
        covered.insert(endpoint)
        partly.formUnion([api, application.id])
      }
    }
    let callers = Array(
      design.connections(design.incoming[application.id]).filter {
        // What a screen shows its application asks for.
        $0.isSynchronous && model[$0.source].kind != .screen
          && !covered.contains($0.endpoint ?? $0.target ?? application.id)
      })
    for caller in callers {
      let answer = rate(of: caller)
      // A call that names only the api may be one of those that are stated, so its lack says nothing of what is missing.
      let isVague = caller.endpoint == nil && caller.target.map(partly.contains) ?? false
      if answer.figure != nil || !isVague { terms.append(answer) }
    }
    let own = design.connections(design.outgoing[application.id])
    for connection in own where connection.verb == .consumes {
      terms.append(rate(of: connection))
    }
    guard !terms.isEmpty else { return .unknown([Lack("traffic …", of: application)]) }
    let silent = silentEndpoints(application, covered, partly, callers)
    if !silent.isEmpty, !covered.isEmpty { terms.append(.unknown(silent.map { Lack("traffic …", of: $0) })) }
    return sum(terms)
  }

  /// Endpoints of an application some of whose others state their traffic, of which nothing is known.
  private func silentEndpoints(
    _ application: Element, _ covered: Set<ElementID>, _ partly: Set<ElementID>, _ callers: [Connection]
  ) -> [Element] {
    // Whoever calls an api as a whole, and of which that is asked, has been told of.
    let called = Set(
      callers.filter { $0.endpoint != nil || !partly.contains($0.target ?? application.id) }
        .compactMap { $0.endpoint ?? $0.target })
    return application.children.filter { model[$0].kind == .api && !called.contains($0) }
      .flatMap { model[$0].children }
      .filter { model[$0].kind == .endpoint && !covered.contains($0) && !called.contains($0) }
      .map { model[$0] }
  }

  private func stated(_ fact: Fact, of element: Element) -> Answer {
    guard let rate = fact.peakRate else { return .unknown([Lack("\(fact.key) …", of: element)]) }
    let kind = fact.fact("peak") == nil ? "stated, without a peak" : "stated peak"
    return .known(
      Figure(
        rate, .perSecond, "\(element.name) \(Written.rate(rate)) (\(kind))",
        [Input("\(element.path) \(fact.key)", (fact.fact("peak") ?? fact).range)]))
  }

  /// What one connection carries: as stated of it, else as often as it happens for each request to its source.
  private mutating func rate(of connection: Connection) -> Answer {
    let target = connection.target.map { model[$0].path } ?? ""
    let name = "\(model[connection.source].path) -> \(target)"
    if let fact = connection.fact("traffic") ?? connection.fact("rate") {
      guard let rate = fact.peakRate else {
        return .unknown([Lack("traffic …", of: name, element: connection.source, at: connection.range)])
      }
      return .known(
        Figure(
          rate, .perSecond, "\(name) \(Written.rate(rate)) (stated)",
          [Input("\(name) \(fact.key)", fact.range)]))
    }
    if connection.verb == .consumes, let topic = connection.target { return traffic(of: topic) }
    guard let fact = connection.fact("times"), let times = fact.factor else {
      return .unknown([
        Lack("traffic … or times …", of: name, element: connection.source, at: connection.range)
      ])
    }
    let source = connection.during.flatMap { endpoint in
      model[endpoint].fact("traffic").map { stated($0, of: model[endpoint]) }
    }
    switch source ?? traffic(of: design.owner(connection.source)) {
    case .known(let figure):
      return .known(
        Figure(
          figure.value * times, .perSecond,
          "\(name) \(Written.rate(figure.value)) × \(Written.number(times)) = \(Written.rate(figure.value * times))",
          figure.inputs + [Input("\(name) times", fact.range)], bound: figure.bound, lacks: figure.lacks))
    case let other: return other
    }
  }

  /// The sum of what is known, as a lower bound where something is not.
  private func sum(_ terms: [Answer]) -> Answer {
    let known = terms.compactMap(\.figure)
    guard !known.isEmpty else { return .unknown(joined(terms)) }
    let lacks = joined(terms)
    let total = known.reduce(0) { $0 + $1.value }
    let isComplete = known.count == terms.count && known.allSatisfy { $0.bound == .exact }
    return .known(
      Figure(
        total, .perSecond,
        known.count == 1
          ? known[0].formula
          : known.map { Written.rate($0.value) }.joined(separator: " + ") + " = \(Written.rate(total))",
        known.flatMap(\.inputs), bound: isComplete ? .exact : .atLeast, lacks: lacks))
  }
}
