#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An opaque colour of the sRGB space.
package struct Colour: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// Red, green and blue, a byte each from the highest on.
  private let value: UInt32

  /// Makes a colour from `0xRRGGBB`.
  package init(integerLiteral value: UInt32) { self.value = value & 0xFF_FFFF }

  private init(_ red: UInt32, _ green: UInt32, _ blue: UInt32) { value = red << 16 | green << 8 | blue }

  /// Reads `#1a2b3c`, or `#abc` for `#aabbcc`; nil when it is neither. The sign may be missing.
  package init?(_ text: String) {
    var digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
    if digits.utf8.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    guard digits.utf8.count == 6,
      digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.value = value
  }

  private var parts: [UInt32] { [value >> 16, value >> 8 & 0xFF, value & 0xFF] }

  /// As style sheets have it: `#1a2b3c`.
  package var hex: String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The relative luminance of WCAG 2.2, from 0 for black to 1 for white.
  private var luminance: Double {
    let linear = parts.map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The contrast ratio of WCAG 2.2, from 1 for the same to 21 for black on white.
  package func contrast(to other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// A colour on the way to another, in steps from 0 to 255.
  func moved(toward other: Colour, by step: UInt32) -> Colour {
    let mixed = zip(parts, other.parts).map { ($0 * (255 - step) + $1 * step + 127) / 255 }
    return Colour(mixed[0], mixed[1], mixed[2])
  }
}
