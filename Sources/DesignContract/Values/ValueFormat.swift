/// Formats of values, after JSON Schema 2020-12 (Validation, section 7.3) and the format registry of OpenAPI. One that is
/// not known here admits everything.
enum ValueFormat {
  /// Whether a text is of a format.
  static func admits(_ text: String, _ format: String) -> Bool {
    switch format {
    case "uuid": isUUID(text)
    case "date": isDate(text)
    case "date-time": isDateTime(text)
    case "time": isTime(text)
    case "email":
      text.utf8.count <= 320 && text.split(separator: "@", omittingEmptySubsequences: false).count > 1
        && !text.hasPrefix("@") && !text.hasSuffix("@") && !text.contains(where: \.isWhitespace)
    case "uri": isURI(text)
    case "ipv4": isIPv4(text)
    default: true
    }
  }

  /// What a format is called in a sentence.
  static func noun(_ format: String) -> String {
    switch format {
    case "uuid": "UUID"
    case "date": "date, as `2027-03-31`"
    case "date-time": "date with a time and its zone, as `2027-03-31T09:30:00Z` (RFC 3339)"
    case "time": "time, as `09:30:00`"
    case "email": "email address"
    case "uri": "URI with a scheme"
    case "ipv4": "IPv4 address"
    default: format
    }
  }

  /// Why a number is not of a format, as the end of a sentence; nil when it is.
  static func misfit(_ number: Number, _ format: String) -> String? {
    if let bits = widths[format] {
      let half = Number.power(of: 2, bits.isSigned ? bits.width - 1 : bits.width)
      let isWithin = number < half && (bits.isSigned ? number >= -half : number >= Number(0))
      return isWithin ? nil : "which does not fit \(bits.isSigned ? "" : "unsigned ")\(bits.width) bits"
    }
    guard let (digits, scale) = decimal(format) else { return nil }
    let counts = number.digits
    if counts.behind > scale {
      return "with \(counts.behind) digits behind the point, and \(scale) are agreed"
    }
    if counts.before > digits - scale {
      return "with \(counts.before) digits before the point, and \(digits - scale) are agreed"
    }
    return nil
  }

  private static let widths: [String: (width: Int, isSigned: Bool)] = [
    "int8": (8, true), "int16": (16, true), "int32": (32, true), "int64": (64, true),
    "uint8": (8, false), "uint16": (16, false), "uint32": (32, false), "uint64": (64, false),
  ]

  /// `decimal(12, 2)`: 12 digits, two of them behind the point; one number alone has none behind it.
  private static func decimal(_ format: String) -> (digits: Int, scale: Int)? {
    guard format.hasPrefix("decimal("), format.hasSuffix(")") else { return nil }
    let parts = format.dropFirst("decimal(".count).dropLast().split(separator: ",").map {
      Int($0.filter { $0 != " " })
    }
    guard let digits = parts.first ?? nil, parts.count < 2 || parts[1] != nil else { return nil }
    return (digits, parts.count > 1 ? parts[1] ?? 0 : 0)
  }

  // MARK: Texts

  private static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.utf8.allSatisfy(isHex) }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isDate(_ text: String) -> Bool {
    guard text.utf8.count == 10, text.isDay else { return false }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return false }
    let isLeap = parts[0].isMultiple(of: 4) && (!parts[0].isMultiple(of: 100) || parts[0].isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return parts[2] <= days[parts[1] - 1]
  }

  /// RFC 3339, section 5.6; a space may stand for the `T`.
  private static func isDateTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count > 11, "Tt ".utf8.contains(bytes[10]) else { return false }
    let time = String(decoding: bytes[11...], as: UTF8.self)
    return isDate(String(decoding: bytes[..<10], as: UTF8.self)) && isTime(time) && hasZone(time)
  }

  private static func hasZone(_ time: String) -> Bool {
    time.hasSuffix("Z") || time.hasSuffix("z") || time.contains("+") || time.contains("-")
  }

  /// A time of day, with a zone or without: columns have those without.
  private static func isTime(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    func number(_ most: Int) -> Bool {
      guard rest.count >= 2, rest.prefix(2).allSatisfy(isDigit),
        let value = Int(String(decoding: rest.prefix(2), as: UTF8.self))
      else { return false }
      rest = rest.dropFirst(2)
      return value <= most
    }
    func mark(_ marks: String) -> Bool {
      guard let first = rest.first, marks.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard number(23), mark(":"), number(59), mark(":"), number(60) else { return false }
    if mark(".") {
      let count = rest.prefix(while: isDigit).count
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    if rest.isEmpty || mark("Zz") { return rest.isEmpty }
    return mark("+-") && number(23) && mark(":") && number(59) && rest.isEmpty
  }

  /// A scheme, a colon and no spaces (RFC 3986, section 3.1).
  private static func isURI(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    let scheme = text[..<colon].utf8
    let isScheme = scheme.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || isDigit($0) || "+-.".utf8.contains($0)
    }
    return isScheme && !isDigit(scheme.first ?? 0x30) && !text.contains(where: \.isWhitespace)
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy(isDigit) && (1...3).contains(part.utf8.count) && (Int(part) ?? 256) <= 255
      }
  }
}
