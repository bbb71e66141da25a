import DesignModel
import DesignSizing
import DesignSource

let notNPlusOne = Rule(
  "INF005", "not-n-plus-one", .error,
  what: """
    Finds applications whose peak does not fit on what is left when one zone is lost. An error when 99.9 % or more are \
    wanted; a warning otherwise, and when more than 85 % of the rest are used.
    """,
  why: "A zone is lost at peak as soon as at any time, and what is left then fails too.",
  silent:
    "Unless the application stands in two zones or more and all that it takes to tell its load is stated.",
  fires: """
    application api: service { traffic 1000 rps  cpu-time 12ms per request }
    environment production { zone a { deploy api replicas 4 cpu 2 }  zone b { deploy api replicas 4 cpu 2 } }
    """,
  passes: """
    application api: service { traffic 1000 rps  cpu-time 12ms per request }
    environment production { zone a { deploy api replicas 8 cpu 2 }  zone b { deploy api replicas 8 cpu 2 } }
    """,
  sources: [
    .init(
      "B. Beyer et al., Site Reliability Engineering, ch. 22, planning for the loss of a location", "2016-04"),
    .house,
  ],
  parameters: [.degradedUtilisation, .highAvailability]
) { review, report in
  for application in review.elements(.application) {
    for load in review.loads(of: application, &report) where load.utilisation < 1 {
      var byZone: [Int: Int] = [:]
      for index in load.deployments {
        guard let zone = review.place(.zone, around: review.deployments[index]) else { continue }
        byZone[zone, default: 0] += review.deployments[index].deployment.replicas?.upperBound ?? 0
      }
      guard let zones = zones(byZone, of: load, review) else { continue }
      let left = load.replicas - zones.lost
      guard left > 0 else { continue }
      let rest = load.offered / (Double(left) * load.each)
      guard rest >= report.share(.degradedUtilisation) else { continue }
      let isTooMuch = rest >= 1
      let wanted = review.wantedAvailability(of: application.id) ?? 0
      let needed = load.replicas(at: 1)
      let perZone = (Replicas.surviving(needed, lossOfOneOfEqual: zones.count) ?? needed) / zones.count
      report.add(
        isTooMuch && wanted >= report.figure(.highAvailability) ? .error : .warning,
        on: load.deployments.first.map(Subject.deployment) ?? .element(application.id),
        "`\(application.path)` uses \(Written.percent(rest * 100, digits: 1)) of what is left when \(zones.name) is lost",
        at: load.range,
        related: [
          .init(load.peakRange, "the peak"),
          .init(zones.range, zones.label),
        ],
        notes: load.arithmetic + [
          "\(left) of \(load.replicas) replicas are left: \(Written.number(load.offered)) ÷ \(Written.number(Double(left) * load.each)) = \(Written.percent(rest * 100, digits: 1))"
        ],
        help: ["run at least \(perZone) replicas in each of the \(zones.count) zones"])
    }
  }
}

/// The zones over which replicas are spread.
private struct Zones {
  let count: Int
  /// Replicas in the one that has the most.
  let lost: Int
  let name: String
  let label: String
  let range: SourceRange
}

/// Nil where the replicas stand in fewer than two zones.
private func zones(_ byZone: [Int: Int], of load: Load, _ review: Review) -> Zones? {
  if let largest = byZone.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
    guard byZone.count >= 2 else { return nil }
    let place = review.places[largest.key].place
    return Zones(
      count: byZone.count, lost: largest.value, name: "zone `\(place.name)`",
      label: "the zone with the most replicas", range: place.nameRange)
  }
  // A cluster that is spread over zones stands in none of them.
  let spread = review.sizing.spread(of: load.deployments)
  guard let count = spread.zones, count >= 2, let range = spread.inputs.last?.range else { return nil }
  return Zones(
    count: count, lost: (load.replicas + count - 1) / count, name: "one of \(count) zones",
    label: "the zones", range: range)
}
