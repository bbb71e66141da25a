/// A growing document: text, escaped text and numbers appended as UTF-8.
struct Bytes {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Appends markup as it is.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends markup as it is.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends a colour as style sheets have it.
  mutating func raw(_ colour: Colour) { raw(colour.hex) }

  /// Appends text for XML content or a quoted attribute: what XML reserves is escaped, what it forbids left out.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22: raw("&quot;")
      case 0x0A: raw("&#10;")
      case 0x09, 0x0D: bytes.append(0x20)
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
      case 0x20..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Appends a number with at most two decimals and none that are zero.
  mutating func number(_ value: Double) {
    let hundredths = Int((value * 100).rounded())
    var rest = hundredths.magnitude
    if hundredths < 0 { bytes.append(0x2D) }
    let whole = rest / 100
    rest %= 100
    digits(whole)
    if rest == 0 { return }
    bytes.append(0x2E)
    bytes.append(UInt8(0x30 + rest / 10))
    if rest % 10 != 0 { bytes.append(UInt8(0x30 + rest % 10)) }
  }

  /// Appends the digits of a number: a picture is made of thousands.
  private mutating func digits(_ value: UInt) {
    var divisor: UInt = 1
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(0x30 + value / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends ` name="number"`.
  mutating func attribute(_ name: StaticString, _ value: Double) {
    bytes.append(0x20)
    raw(name)
    raw("=\"")
    number(value)
    bytes.append(0x22)
  }

  /// Appends ` name="text"` with the text escaped.
  mutating func attribute(_ name: StaticString, _ value: String) {
    bytes.append(0x20)
    raw(name)
    raw("=\"")
    text(value)
    bytes.append(0x22)
  }

  /// Appends two numbers with a space between.
  mutating func pair(_ x: Double, _ y: Double) {
    number(x)
    bytes.append(0x20)
    number(y)
  }
}
