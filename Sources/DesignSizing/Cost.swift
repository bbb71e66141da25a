import DesignModel
import DesignSource
import DesignSyntax

/// What an environment costs in a month, in one currency.
package struct Cost: Sendable {
  package let currency: String
  package let month: Figure
}

extension SizedDesign {
  /// What is priced in an environment, by currency: machines, replicas, and services as a whole; with the machines whose
  /// price is not stated. What costs once is left out.
  func costs(in environment: Int) -> (costs: [Cost], lacks: [Lack]) {
    var items: [(currency: String, amount: Double, formula: String, input: Input)] = []
    var lacks: [Lack] = []
    func add(_ name: String, _ count: Int, _ fact: Fact) {
      guard let (amount, currency) = fact.monthly else { return }
      let total = amount * Double(count)
      let formula = count == 1 ? Written.number(total) : "\(count) × \(Written.number(amount))"
      items.append((currency, total, "\(name) \(formula)", Input("\(name) cost", fact.range)))
    }
    let priced = Set(
      placement.places.indices.filter { placement.places[$0].place.fact("cost")?.monthly != nil })
    for placed in placement.places where placed.environment == environment {
      let place = placed.place
      if let fact = place.fact("cost") {
        // Only clusters that are the team's own have nodes to count.
        let isWhole = place.kind != .cluster || place.states("managed")
        guard let nodes = place.nodeCount?.upperBound ?? (isWhole ? 1 : nil), nodes < Int.max else {
          lacks.append(Lack("nodes …", of: place.path, at: place.nameRange))
          continue
        }
        add(place.path, nodes, fact)
      } else if place.kind == .cluster || place.kind == .node,
        placed.parent.map({ !priced.contains($0) }) ?? true,
        place.fact("cpu") != nil || place.fact("memory") != nil
      {
        lacks.append(Lack("cost …", of: place.path, at: place.nameRange))
      }
    }
    var counted: Set<ElementID> = []
    for placed in placement.deployments where placed.environment == environment {
      let element = model[placed.target]
      if let fact = placed.deployment.fact("cost") {
        if let count = placed.deployment.replicas?.upperBound, count < Int.max {
          add("\(element.path) replica", count, fact)
        } else if placed.deployment.fact("replicas") == nil {
          add("\(element.path) replica", 1, fact)
        } else {
          lacks.append(
            Lack(
              "deploy … replicas (at most) …", of: element.path, element: element.id,
              at: placed.deployment.range))
        }
      }
      if let fact = element.fact("cost"), counted.insert(element.id).inserted { add(element.path, 1, fact) }
    }
    if model.environments[environment].isProduction {
      for element in model.ownElements where element.isExternal && !counted.contains(element.id) {
        if let fact = element.fact("cost") { add(element.path, 1, fact) }
      }
    }
    var currencies: [String] = []
    for item in items where !currencies.contains(item.currency) { currencies.append(item.currency) }
    let costs = currencies.sorted().map { currency in
      let own = items.filter { $0.currency == currency }
      let total = own.reduce(0) { $0 + $1.amount }
      return Cost(
        currency: currency,
        month: Figure(
          total, .money,
          own.map(\.formula).joined(separator: " + ") + " = \(Written.number(total)) \(currency)/month",
          own.map(\.input), bound: lacks.isEmpty ? .exact : .atLeast, lacks: lacks))
    }
    return (costs, lacks)
  }
}

extension Fact {
  /// An amount in a month of 30 days, and its currency; nil for what is paid once.
  var monthly: (amount: Double, currency: String)? {
    guard case .money(let amount, let currency, let period)? = quantity,
      let seconds = Quantity.periods[period]
    else { return nil }
    return (amount / seconds * 30 * Quantity.day, currency)
  }
}
