import DesignModel
import DesignSyntax

/// What rules about capacity ask of deployments.
extension Review {
  /// The flows with a wanted availability of at least so many percent that an element takes part in.
  func flows(wanting availability: Double, through id: ElementID) -> [Element] {
    (flowsThrough[id] ?? []).map { model[model.flows[$0].element] }.filter {
      ($0.wantedAvailability ?? 0) >= availability
    }
  }

  /// The share of success in percent that is wanted of an element: its own, or that of a flow it takes part in.
  func wantedAvailability(of id: ElementID) -> Double? {
    let element = model[id]
    guard !element.states("optional") else { return element.wantedAvailability }
    let flows = (flowsThrough[id] ?? []).compactMap { model[model.flows[$0].element].wantedAvailability }
    return ([element.wantedAvailability].compactMap { $0 } + flows).max()
  }
}

extension Facts {
  /// The availability in percent that is wanted (`slo availability 99.9%`).
  var wantedAvailability: Double? { fact("slo")?.fact("availability")?.percent }

  /// The availability in percent that is promised or measured, also by whoever manages it.
  var statedAvailability: Double? {
    fact("availability")?.percent ?? fact("managed")?.fact("availability")?.percent
  }
}

extension Fact {
  /// The first quantity, when it is a percentage.
  var percent: Double? { if case .percent(let value)? = quantity { value } else { nil } }

  /// The first quantity in seconds, when it is a duration.
  var seconds: Double? { if case .duration(let value)? = quantity { value } else { nil } }

  /// The first quantity in bytes, when it is a size.
  var bytes: Double? { if case .size(let value)? = quantity { value } else { nil } }

  /// The first quantity per second, when it is a rate.
  var perSecond: Double? { if case .rate(let value, _)? = quantity { value } else { nil } }

  /// The first quantity as a whole number.
  var count: Int? { if case .count(let value)? = quantity { value } else { nil } }

  /// The first quantity in cores.
  var cores: Double? { if case .cores(let value)? = quantity { value } else { nil } }
}

/// Numbers as people write them.
enum Written {
  /// At most `digits` behind the point, and no zeros at the end: `14.4`, `8`.
  static func number(_ value: Double, digits: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled) / Int(scale)
    var fraction = String(Int(scaled) % Int(scale))
    fraction = String(repeating: "0", count: digits - min(digits, fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + grouped(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// With a comma at every third digit: `1,200`.
  static func grouped(_ value: Int) -> String {
    var out = ""
    for (place, digit) in String(value.magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { out.append(",") }
      out.append(digit)
    }
    return (value < 0 ? "-" : "") + String(out.reversed())
  }

  /// `8 GiB`
  static func bytes(_ value: Double) -> String {
    for (name, size) in [
      ("TiB", 1_099_511_627_776.0), ("GiB", 1_073_741_824), ("MiB", 1_048_576), ("KiB", 1024),
    ]
    where value >= size {
      return "\(number(value / size)) \(name)"
    }
    return "\(number(value)) B"
  }

  /// `250 ms`, `5 s`, `10 min`, `2 h`, `30 d`
  static func duration(_ seconds: Double) -> String {
    for (name, size) in [("d", 86_400.0), ("h", 3600), ("min", 60), ("s", 1)] where seconds >= size {
      return "\(number(seconds / size)) \(name)"
    }
    return "\(number(seconds * 1000)) ms"
  }

  /// `99.95 %`
  static func percent(_ value: Double, digits: Int = 2) -> String { "\(number(value, digits: digits)) %" }
}
