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

  package init(_ count: Int) { value = Decimal(count) }

  package static func < (a: Number, b: Number) -> Bool { a.value < b.value }

  /// Without an exponent and needless zeros.
  package var description: String { value.description }

  /// The whole number, when it is one that fits.
  package var int: Int? { Int(value.description) }
}
