#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A number as people write it, exact to 38 digits.
package struct Number: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let value: Decimal

  /// Nil for what is no number, as JSON writes it (RFC 8259, section 6), but for leading zeros and signs.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    guard digits() > 0 else { return nil }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return nil }
    }
    if let exponent = rest.first, exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return nil }
    }
    let plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
    guard rest.isEmpty, let value = Decimal(string: plain), !value.isNaN else { return nil }
    self.value = value
  }

  /// The same number, or the nearest that can be told: what is beyond 10^165 is only known to be larger than all else.
  package init(nearest number: Double) {
    let beyond =
      number.magnitude < 1 ? 0 : number < 0 ? -Decimal.greatestFiniteMagnitude : .greatestFiniteMagnitude
    self = Number("\(number)") ?? Number(value: beyond)
  }

  private init(value: Decimal) { self.value = value }

  package init(_ count: Int) { value = Decimal(count) }

  package static func < (a: Number, b: Number) -> Bool { a.value < b.value }

  /// Without an exponent and needless zeros.
  package var description: String { value.description }

  /// The whole number, when it is one that fits.
  package var int: Int? { Int(value.description) }

  // MARK: Arithmetic

  /// A whole number raised to a power.
  static func power(of base: Int, _ exponent: Int) -> Number { Number(pow(Decimal(base), exponent)) }

  private init(_ value: Decimal) { self.value = value }

  static prefix func - (number: Number) -> Number { Number(-number.value) }

  var isWhole: Bool { digits.behind == 0 }

  /// Whether it is a whole number of times another; nothing is one of zero.
  func isMultiple(of other: Number) -> Bool {
    other.value != 0 && Number(value / other.value).isWhole
  }

  /// How many digits stand before and behind the point; a zero alone before it does not count.
  var digits: (before: Int, behind: Int) {
    let parts = description.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let before = parts.first.map { $0 == "0" ? 0 : $0.count } ?? 0
    return (before, parts.count > 1 ? parts[1].count : 0)
  }

  func adding(_ other: Number) -> Number { Number(value + other.value) }

  /// Half way to another.
  func middle(_ other: Number) -> Number { Number((value + other.value) / 2) }

  /// The least whole number of times another that is not less.
  func multiple(of step: Number) -> Number {
    guard step.value > 0 else { return self }
    let quotient = (value / step.value).description.prefix { $0 != "." }
    let rounded = Decimal(string: String(quotient)) ?? 0
    return Number((rounded * step.value < value ? rounded + 1 : rounded) * step.value)
  }
}
