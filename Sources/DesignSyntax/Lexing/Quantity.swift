/// A number with its unit, in the unit that arithmetic uses.
package enum Quantity: Sendable, Hashable {
  case count(Int)
  case number(Double)
  /// 70 is 70 %.
  case percent(Double)
  case duration(seconds: Double)
  case size(bytes: Double)
  case cores(Double)
  /// What is counted: `B` for bytes, else the empty text (requests, rows, messages).
  case rate(perSecond: Double, of: String)
  case date(year: Int, month: Int, day: Int)
  /// As written, since `1.30` is not `1.3`.
  case version(String)
  /// The period may be empty.
  case money(Double, currency: String, period: String)

  /// The number alone, in the unit that arithmetic uses; nil for dates and versions.
  package var magnitude: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number), .percent(let number), .duration(let number), .size(let number),
      .cores(let number), .rate(let number, _), .money(let number, _, _):
      number
    case .date, .version: nil
    }
  }

  /// Seconds of a day: for arithmetic `1mo` is 30 and `1y` 365 of them.
  package static let day = 86_400.0

  /// Units of durations, in seconds.
  package static let durations: [String: Double] = [
    "us": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600, "d": day, "w": 7 * day, "mo": 30 * day,
    "y": 365 * day,
  ]
  /// Units of sizes, in bytes.
  package static let sizes: [String: Double] = [
    "B": 1, "kB": 1e3, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "KiB": 1024, "MiB": 1_048_576,
    "GiB": 1_073_741_824, "TiB": 1_099_511_627_776, "PiB": 1_125_899_906_842_624,
  ]
  /// What shortens a number of things.
  package static let multiples: [String: Double] = ["": 1, "k": 1e3, "M": 1e6, "G": 1e9]
  /// What rates and costs are per, in seconds.
  package static let periods: [String: Double] = [
    "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "m": 60, "h": 3600, "hour": 3600, "d": day,
    "day": day,
    "w": 7 * day, "week": 7 * day, "mo": 30 * day, "month": 30 * day, "y": 365 * day, "year": 365 * day,
  ]
  /// Units of rates of their own, per second.
  package static let frequencies: [String: Double] = ["rps": 1, "rpm": 1 / 60.0, "tps": 1, "qps": 1]
}
