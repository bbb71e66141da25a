/// Reads quantities from tokens.
struct QuantityReader {
  let tokens: [Token]
  let bytes: [UInt8]
  /// The first token of the quantity, and the end of those it may take.
  let start: Int
  let end: Int

  /// The quantity of this dimension that begins here and the number of its tokens; nil when none does.
  func read(_ dimension: Dimension) -> (quantity: Quantity, count: Int)? {
    guard let first = token(0) else { return nil }
    if first.kind == .word {
      guard dimension == .version, first.end - first.start > 1, bytes[Int(first.start)] == UInt8(ascii: "v"),
        (48...57).contains(bytes[Int(first.start) + 1])
      else { return nil }
      return (.version(text(first)), 1)
    }
    guard first.kind == .number else { return nil }
    if dimension == .version { return (.version(text(first)), 1) }
    if dimension == .date { return date(text(first)).map { ($0, 1) } }
    guard let (magnitude, unit) = split(first) else { return nil }
    if dimension == .money || dimension == .rate || dimension == .any,
      let compound = compound(dimension, magnitude, unit)
    {
      return compound
    }
    return Self.simple(dimension, magnitude, unit).map { ($0, 1) }
  }

  fileprivate static func simple(_ dimension: Dimension, _ magnitude: Double, _ unit: String) -> Quantity? {
    switch dimension {
    case .count:
      guard let factor = unit.isEmpty ? 1 : Quantity.multiples[unit] else { return nil }
      let product = magnitude * factor
      return product == product.rounded() && abs(product) < 9e15 ? .count(Int(product)) : nil
    case .number: return unit.isEmpty ? .number(magnitude) : nil
    case .percent, .ratio: return unit == "%" ? .percent(magnitude) : nil
    case .duration:
      return unit.isEmpty ? nil : Quantity.durations[unit].map { .duration(seconds: magnitude * $0) }
    case .size: return unit.isEmpty ? nil : Quantity.sizes[unit].map { .size(bytes: magnitude * $0) }
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
    guard let second = token(1), !second.startsLine else { return nil }
    if dimension == .money {
      guard second.kind == .word, let factor = Quantity.multiples[unit] else { return nil }
      let currency = text(second)
      guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
      guard let period = period(from: 2) else {
        return (.money(magnitude * factor, currency: currency, period: ""), 2)
      }
      return (.money(magnitude * factor, currency: currency, period: period.name), 4)
    }
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

  private func token(_ offset: Int) -> Token? { start + offset < end ? tokens[start + offset] : nil }

  private func text(_ token: Token) -> String { text(Int(token.start), Int(token.end)) }

  private func text(_ start: Int, _ end: Int) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[start..<end]), as: UTF8.self)
    }
  }

  /// `/month`, touching what stands before.
  private func period(from offset: Int) -> (name: String, seconds: Double)? {
    guard let slash = token(offset), slash.kind == .slash, slash.touchesPrevious,
      let word = token(offset + 1), word.kind == .word, word.touchesPrevious
    else { return nil }
    let name = text(word)
    return Quantity.periods[name].map { (name, $0) }
  }

  /// The number of a token and what touches it. Whole numbers of few digits, nearly all there are, need no detour.
  private func split(_ token: Token) -> (Double, String)? {
    var value = 0
    var index = Int(token.start)
    let end = Int(token.end)
    while index < end, (48...57).contains(bytes[index]), index - Int(token.start) < 15 {
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    if index == end { return (Double(value), "") }
    switch bytes[index] {
    case UInt8(ascii: "%"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      let rest = text(index, end)
      if index > Int(token.start), rest.utf8.allSatisfy({ !(48...57).contains($0) }) {
        return (Double(value), rest)
      }
    default: break
    }
    return Self.split(text(token))
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
    let singular = folded.hasSuffix("s") ? String(folded.dropLast()) : folded
    if let short = spelledOut[singular], units[short] != nil { return short }
    return units.keys.filter { $0.lowercased() == folded }.min()
  }

  /// Units as they are spoken, with how they are written.
  private static let spelledOut = [
    "microsecond": "us", "millisecond": "ms", "milli": "ms", "second": "s", "sec": "s", "minute": "m",
    "min": "m", "hour": "h", "hr": "h", "day": "d", "week": "w", "month": "mo", "year": "y", "yr": "y",
    "byte": "B", "ki": "KiB", "mi": "MiB", "gi": "GiB", "ti": "TiB",
  ]

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
    guard let magnitude = Double(digits), magnitude.isFinite else { return nil }
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

extension Quantity {
  /// A quantity of one word, as a configuration file has it: `70%`, `90d`, `10k`; nil when it is none of this dimension.
  package init?(_ written: String, as dimension: Dimension) {
    guard written.utf8.first.map({ (48...57).contains($0) }) ?? false,
      let (magnitude, unit) = QuantityReader.split(written),
      let quantity = QuantityReader.simple(dimension, magnitude, unit)
    else { return nil }
    self = quantity
  }
}
