import DesignModel
import DesignSource

/// How many replicas it takes.
package enum Replicas {
  /// More machines or zones than anybody has, so that arithmetic stays within bounds.
  private static let mostUnits = 1_000_000_000

  /// A sum or product of counts; the greatest number where it would pass that.
  static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? Int.max : sum
  }

  static func product(_ a: Int, _ b: Int) -> Int {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? Int.max : product
  }

  /// A number of whole things, at least one, forgiving what arithmetic adds by rounding.
  package static func rounded(_ value: Double) -> Int {
    max(1, Int(min(value - 1e-9, 9e15).rounded(.up)))
  }

  /// So many that `needed` are left when one of `units` is lost over which they are spread evenly: N with
  /// N − ceil(N / units) ≥ needed. Nil when there is one unit only, since then nothing is left.
  package static func surviving(_ needed: Int, lossOfOneOf units: Int) -> Int? {
    guard units > 1 else { return nil }
    let groups = min(units, mostUnits) - 1
    return needed + (needed + groups - 1) / groups
  }

  /// The same when every unit has as many: z · ceil(n / (z − 1)).
  package static func surviving(_ needed: Int, lossOfOneOfEqual units: Int) -> Int? {
    guard units > 1 else { return nil }
    let units = min(units, mostUnits)
    return units * ((needed + units - 2) / (units - 1))
  }
}

/// Over what the replicas of an application are spread.
package struct Spread: Sendable {
  /// How many machines; nil when the replicas stand on none that is named.
  package internal(set) var nodes: Int?
  package internal(set) var zones: Int?
  package internal(set) var inputs: [Input] = []
  var nodeLacks: [Lack] = []
  var zoneLacks: [Lack] = []
}

extension SizedDesign {
  /// Over how many machines and zones some deployments are spread, as stated of the places in which they stand.
  package func spread(of deployments: [Int]) -> Spread {
    var spread = Spread()
    var machines: [Int] = []
    var zones: [Int] = []
    for index in deployments {
      let placed = placement.deployments[index]
      if let zone = placement.place(.zone, around: placed), !zones.contains(zone) { zones.append(zone) }
      if let place = placement.machines(of: placed), !machines.contains(place) { machines.append(place) }
    }
    var nodes = 0
    for index in machines {
      let place = placement.places[index].place
      guard let count = place.nodeCount?.lowerBound, count > 0 else {
        spread.nodeLacks.append(Lack("nodes …", of: place.path, at: place.nameRange))
        continue
      }
      nodes = Replicas.sum(nodes, count)
      if let fact = place.fact("nodes") { spread.inputs.append(Input("\(place.path) nodes", fact.range)) }
    }
    if !machines.isEmpty, spread.nodeLacks.isEmpty { spread.nodes = nodes }
    // A cluster in no zone may say over how many it is spread.
    let stated = machines.compactMap { placement.places[$0].place.fact("zones") }
    if !zones.isEmpty {
      spread.zones = zones.count
      for zone in zones {
        let place = placement.places[zone].place
        spread.inputs.append(Input("zone \(place.path)", place.nameRange))
      }
    } else if let fact = stated.first, stated.count == machines.count, let count = fact.count, count > 0 {
      spread.zones = count
      spread.inputs.append(Input("zones", fact.range))
    } else {
      let place = machines.first.map { placement.places[$0].place }
      let element = model[placement.deployments[deployments[0]].target]
      spread.zoneLacks.append(
        place.map { Lack("zones …", of: $0.path, at: $0.nameRange) }
          ?? Lack("a place with zones …", of: element))
    }
    return spread
  }
}
