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

  static let durations: [String: Double] = [
    "us": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600, "d": day, "w": 7 * day, "mo": 30 * day,
    "y": 365 * day,
  ]
  static let sizes: [String: Double] = [
    "B": 1, "kB": 1e3, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "KiB": 1024, "MiB": 1_048_576,
    "GiB": 1_073_741_824, "TiB": 1_099_511_627_776, "PiB": 1_125_899_906_842_624,
  ]
  static let multiples: [String: Double] = ["": 1, "k": 1e3, "M": 1e6, "G": 1e9]
  static let periods: [String: Double] = [
    "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "m": 60, "h": 3600, "hour": 3600, "d": day,
    "day": day,
    "w": 7 * day, "week": 7 * day, "mo": 30 * day, "month": 30 * day, "y": 365 * day, "year": 365 * day,
  ]
  static let frequencies: [String: Double] = ["rps": 1, "rpm": 1 / 60.0, "tps": 1, "qps": 1]
}

/// Reads quantities from tokens.
struct QuantityReader {
  /// The tokens from the first of the quantity on, and the bytes they stand in.
  let tokens: ArraySlice<Token>
  let text: (Token) -> String

  /// The quantity of this dimension that begins here and the number of its tokens; nil when none does.
  func read(_ dimension: Dimension) -> (quantity: Quantity, count: Int)? {
    guard let first = tokens.first else { return nil }
    if first.kind == .word {
      let word = text(first)
      guard dimension == .version, word.first == "v", word.dropFirst().first?.isNumber == true else {
        return nil
      }
      return (.version(word), 1)
    }
    guard first.kind == .number else { return nil }
    let written = text(first)
    if dimension == .version { return (.version(written), 1) }
    if dimension == .date { return date(written).map { ($0, 1) } }
    guard let (magnitude, unit) = Self.split(written) else { return nil }
    if let compound = compound(dimension, magnitude, unit) { return compound }
    return simple(dimension, magnitude, unit).map { ($0, 1) }
  }

  private func simple(_ dimension: Dimension, _ magnitude: Double, _ unit: String) -> Quantity? {
    switch dimension {
    case .count:
      guard let factor = Quantity.multiples[unit] else { return nil }
      let product = magnitude * factor
      return product == product.rounded() && abs(product) < 9e15 ? .count(Int(product)) : nil
    case .number: return unit.isEmpty ? .number(magnitude) : nil
    case .percent, .ratio: return unit == "%" ? .percent(magnitude) : nil
    case .duration: return Quantity.durations[unit].map { .duration(seconds: magnitude * $0) }
    case .size: return Quantity.sizes[unit].map { .size(bytes: magnitude * $0) }
    case .cpu: return unit.isEmpty ? .cores(magnitude) : unit == "m" ? .cores(magnitude / 1000) : nil
    case .any:
      for one in [Dimension.ratio, .duration, .size, .count, .number] {
        if let quantity = simple(one, magnitude, unit) { return quantity }
      }
      return nil
    case .rate, .date, .version, .money: return nil
    }
  }

  /// Quantities of several tokens: rates and money.
  private func compound(_ dimension: Dimension, _ magnitude: Double, _ unit: String) -> (Quantity, Int)? {
    let second = token(1)
    guard let second, !second.startsLine else { return nil }
    if dimension == .money {
      guard second.kind == .word, let factor = Quantity.multiples[unit] else { return nil }
      let currency = text(second)
      guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
      guard let period = period(from: 2) else {
        return (.money(magnitude * factor, currency: currency, period: ""), 2)
      }
      return (.money(magnitude * factor, currency: currency, period: period.name), 4)
    }
    guard dimension == .rate || dimension == .any else { return nil }
    if second.kind == .word, let frequency = Quantity.frequencies[text(second)],
      let factor = Quantity.multiples[unit]
    {
      return (.rate(perSecond: magnitude * factor * frequency, of: ""), 2)
    }
    guard let period = period(from: 1) else { return nil }
    if let factor = Quantity.multiples[unit] {
      return (.rate(perSecond: magnitude * factor / period.seconds, of: ""), 3)
    }
    return Quantity.sizes[unit].map { (.rate(perSecond: magnitude * $0 / period.seconds, of: "B"), 3) }
  }

  private func token(_ offset: Int) -> Token? {
    let index = tokens.startIndex + offset
    return index < tokens.endIndex ? tokens[index] : nil
  }

  /// `/month`, touching what stands before.
  private func period(from offset: Int) -> (name: String, seconds: Double)? {
    guard let slash = token(offset), slash.kind == .slash, slash.touchesPrevious,
      let word = token(offset + 1),
      word.kind == .word, word.touchesPrevious
    else { return nil }
    let name = text(word)
    return Quantity.periods[name].map { (name, $0) }
  }

  /// Whether a word is a unit of this dimension, or becomes one in other letters.
  static func isUnit(_ word: String, of dimension: Dimension) -> Bool {
    unit(like: word, of: dimension) != nil
  }

  /// The unit of a dimension that is spelled like this but for the case of its letters; the exact one before others.
  static func unit(like word: String, of dimension: Dimension) -> String? {
    let units: [String: Double]
    switch dimension {
    case .duration: units = Quantity.durations
    case .size: units = Quantity.sizes
    case .count: units = Quantity.multiples
    default: return nil
    }
    if units[word] != nil { return word }
    let folded = word.lowercased()
    return units.keys.filter { $0.lowercased() == folded }.min()
  }

  /// Whether this is a number in some unit, though not in the one that is due.
  static func isWellFormed(_ written: String) -> Bool {
    if written.utf8.count(where: { $0 == UInt8(ascii: "-") }) == 2 { return false }
    guard let (magnitude, unit) = split(written) else { return true }
    if magnitude.magnitude >= 9e15 { return false }
    return unit.isEmpty || unit == "%" || Quantity.multiples[unit] != nil
      || isUnit(unit, of: .duration) || isUnit(unit, of: .size)
  }

  /// The number and what touches it; nil for what has two dots.
  static func split(_ written: String) -> (Double, String)? {
    let end = written.lastIndex { $0.isNumber }.map(written.index(after:)) ?? written.startIndex
    let digits = written[..<end].filter { $0 != "_" }
    guard let magnitude = Double(digits) else { return nil }
    return (magnitude, String(written[end...]))
  }

  private func date(_ written: String) -> Quantity? {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), day >= 1
    else { return nil }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1] ? .date(year: year, month: month, day: day) : nil
  }
}
