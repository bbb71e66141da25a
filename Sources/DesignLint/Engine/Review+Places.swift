import DesignModel
import DesignSyntax

/// What rules ask of places.
extension Review {
  /// The cluster or node that a deployment runs on, as a place in `places`; nil when it stands in neither.
  func machines(of placed: PlacedDeployment) -> Int? {
    var next = placed.place
    while let index = next {
      if [.cluster, .node].contains(places[index].place.kind) { return index }
      next = places[index].parent
    }
    return nil
  }

  /// The innermost place of a kind around a deployment.
  func place(_ kind: Place.Kind, around placed: PlacedDeployment) -> Int? {
    var next = placed.place
    while let index = next {
      if places[index].place.kind == kind { return index }
      next = places[index].parent
    }
    return nil
  }
}

extension Place {
  /// How many machines: those stated; one for a node; unknown for a cluster that does not say.
  var nodeCount: ClosedRange<Int>? {
    guard let bounds = fact("nodes")?.bounds else { return kind == .node ? 1...1 : nil }
    func count(_ quantity: Quantity?) -> Int? { if case .count(let n)? = quantity { n } else { nil } }
    let low = count(bounds.low) ?? 0
    let high = bounds.high == nil ? Int.max : count(bounds.high) ?? low
    return low <= high ? low...high : high...low
  }
}

extension Fact {
  /// A number without unit.
  var factor: Double? {
    switch quantity {
    case .number(let value): value
    case .count(let value): Double(value)
    default: nil
    }
  }
}
