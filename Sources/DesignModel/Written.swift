/// Numbers as people write them.
package enum Written {
  /// At most `digits` behind the point, and no zeros at the end: `14.4`, `8`.
  package static func number(_ value: Double, digits: Int = 2) -> String {
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
  package static func grouped(_ value: Int) -> String {
    var out = ""
    for (place, digit) in String(value.magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { out.append(",") }
      out.append(digit)
    }
    return (value < 0 ? "-" : "") + String(out.reversed())
  }

  /// `8 GiB`
  package static func bytes(_ value: Double) -> String {
    for (name, size) in [
      ("TiB", 1_099_511_627_776.0), ("GiB", 1_073_741_824), ("MiB", 1_048_576), ("KiB", 1024),
    ]
    where value >= size {
      return "\(number(value / size)) \(name)"
    }
    return "\(number(value)) B"
  }

  /// `250 ms`, `5 s`, `10 min`, `2 h`, `30 d`
  package static func duration(_ seconds: Double) -> String {
    for (name, size) in [("d", 86_400.0), ("h", 3600), ("min", 60), ("s", 1)] where seconds >= size {
      return "\(number(seconds / size)) \(name)"
    }
    return "\(number(seconds * 1000)) ms"
  }

  /// `99.95 %`
  package static func percent(_ value: Double, digits: Int = 2) -> String {
    "\(number(value, digits: digits)) %"
  }

  /// `1,200/s`; slow ones as `3/min` or `40/h`.
  package static func rate(_ perSecond: Double) -> String {
    if perSecond > 0, perSecond < 1 / 60.0 { return "\(number(perSecond * 3600))/h" }
    if perSecond > 0, perSecond < 1 { return "\(number(perSecond * 60))/min" }
    return "\(number(perSecond))/s"
  }

  /// Bytes to three digits, for tables: nobody orders disks to the byte.
  package static func rounded(_ bytes: Double) -> Double {
    var scale = 1.0
    while bytes / scale >= 1024 { scale *= 1024 }
    let value = bytes / scale
    let step = value >= 100 ? 1.0 : value >= 10 ? 10.0 : 100.0
    return (value * step).rounded() / step * scale
  }
}
