import DesignSource

/// Texts, and names and SQL in backticks.
extension Lexer {
  mutating func scanText(_ flags: Token.Flags) {
    let start = position
    if peek(1) == UInt8(ascii: "\""), peek(2) == UInt8(ascii: "\"") { return scanMultilineText(flags) }
    position += 1
    while position < source.count, source[position] != 10 {
      switch source[position] {
      case UInt8(ascii: "\\") where position + 1 < source.count && source[position + 1] != 10: scanEscape()
      case UInt8(ascii: "\""):
        position += 1
        return append(.text, from: start, flags)
      default: position += 1
      }
    }
    if position > start + 1, source[position - 1] == 13 { position -= 1 }
    report(
      "unterminated-text", "this text is never closed", from: start, to: position,
      help: "end it with `\"` on the same line, or use `\"\"\"` for a text of several lines")
    append(.text, from: start, flags)
  }

  private mutating func scanMultilineText(_ flags: Token.Flags) {
    let start = position
    position += 3
    while position < source.count {
      if source[position] == UInt8(ascii: "\""), peek(1) == UInt8(ascii: "\""), peek(2) == UInt8(ascii: "\"")
      {
        position += 3
        return append(.multilineText, from: start, flags)
      }
      if source[position] == UInt8(ascii: "\\"), position + 1 < source.count {
        scanEscape()
      } else {
        position += 1
      }
    }
    isCutShort = true
    report(
      "unterminated-text", "this text of several lines is never closed", from: start, to: start + 3,
      help: "end it with `\"\"\"`")
    append(.multilineText, from: start, flags)
  }

  /// `\` and what it escapes.
  private mutating func scanEscape() {
    let start = position
    position += 2
    switch source[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "t"), 10, 13: return
    case UInt8(ascii: "u") where peek() == UInt8(ascii: "{"):
      var value: UInt32 = 0
      var digits = 0
      position += 1
      while let digit = hexDigit(peek()), digits < 9 {
        value = value &* 16 &+ digit
        digits += 1
        position += 1
      }
      if peek() == UInt8(ascii: "}"), (1...8).contains(digits), Unicode.Scalar(value) != nil {
        position += 1
        return
      }
      if peek() == UInt8(ascii: "}") { position += 1 }
      let written = String(decoding: source[start..<position], as: UTF8.self)
      report(
        "invalid-character", "`\(written)` names no character", from: start, to: position,
        help: "`\\u{…}` holds the hexadecimal number of a Unicode character, at most `10FFFF`")
    default:
      // The whole character, when it is one of several bytes.
      position = start + 1 + max(1, Encoding.sequenceLength(source, at: start + 1))
      let written = String(decoding: source[start..<position], as: UTF8.self)
      report(
        "invalid-character", "`\(written)` is no escape", from: start, to: position,
        help: "`\\\\` is a backslash; there are `\\\"`, `\\n`, `\\t` and `\\u{…}` besides")
    }
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 65...70: UInt32(byte - 55)
    case 97...102: UInt32(byte - 87)
    default: nil
    }
  }

  /// A text as SQL quotes it, which is read as one of ours; false when no quote closes it on this line.
  mutating func scanSQLText(_ flags: Token.Flags) -> Bool {
    let start = position
    var end = position + 1
    while end < source.count, source[end] != 10 {
      if source[end] == UInt8(ascii: "'") {
        guard end + 1 < source.count, source[end + 1] == UInt8(ascii: "'") else { break }
        end += 1
      }
      end += 1
    }
    guard end < source.count, source[end] == UInt8(ascii: "'") else { return false }
    position = end + 1
    let ours = Self.quoted(source[(start + 1)..<end])
    report(
      "sql-syntax", "texts stand in double quotes", from: start, to: position, help: "write `\(ours)`",
      replacement: ours)
    append(.text, from: start, flags)
    return true
  }

  /// The content of a SQL text as one of ours.
  private static func quoted(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var out: [UInt8] = [UInt8(ascii: "\"")]
    var skips = false
    for byte in content {
      if byte == UInt8(ascii: "'"), skips {
        skips = false
        continue
      }
      skips = byte == UInt8(ascii: "'")
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { out.append(UInt8(ascii: "\\")) }
      out.append(byte)
    }
    return String(decoding: out + [UInt8(ascii: "\"")], as: UTF8.self)
  }

  /// A run of backticks closes at a run as long. After a single one that is on the same line, so that a forgotten one
  /// takes no more than its line.
  mutating func scanBacktick(_ flags: Token.Flags) {
    let start = position
    let fence = backtickRun()
    position += fence
    while position < source.count, fence > 1 || (source[position] != 10 && source[position] != 13) {
      let run = backtickRun()
      position += max(run, 1)
      if run == fence { return append(.backtick, from: start, flags) }
    }
    position = start
    while position < source.count, source[position] != 10, source[position] != 13 { position += 1 }
    report(
      "unterminated-text", "this backtick is never closed", from: start, to: position,
      help: "end the name or SQL with as many backticks as it begins with; of several lines with two or more")
    append(.backtick, from: start, flags)
  }

  private func backtickRun() -> Int {
    var length = 0
    while peek(length) == UInt8(ascii: "`") { length += 1 }
    return length
  }
}
