import DesignContract

/// SQL as it stands in a design.
enum SQLText {
  /// The words as one line, without comments, and names in backticks without them.
  static func line(_ tokens: ArraySlice<SQLToken>) -> String {
    var out = ""
    for token in tokens {
      if token.follows, !out.isEmpty { out += " " }
      out += word(token)
    }
    return out
  }

  private static func word(_ token: SQLToken) -> String {
    switch token.kind {
    case .text: return "'\(token.text.replacing("'", with: "''"))'"
    case .quoted:
      let isPlain = token.text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      }
      return isPlain && !token.text.isEmpty ? token.text : "\"\(token.text.replacing("\"", with: "\"\""))\""
    default: return token.text
    }
  }

  /// In backticks, as many as it takes.
  static func quoted(_ sql: String) -> String {
    var text = String(
      String.UnicodeScalarView(
        sql.unicodeScalars.map { scalar in DesignText.isPrintable(scalar) ? scalar : " " }))
    text = String(text.drop { $0 == " " })
    while text.last == " " { text.removeLast() }
    if text.isEmpty { text = "''" }
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    // A single backtick closes on its own line.
    let fence = String(repeating: "`", count: max(longest + 1, text.contains("\n") ? 2 : 1))
    let first = text.first == "`" ? " " : ""
    let last = text.last == "`" ? " " : ""
    return fence + first + text + last + fence
  }

  /// The expression without the parentheses and casts round it.
  static func bare(_ tokens: ArraySlice<SQLToken>) -> ArraySlice<SQLToken> {
    var tokens = tokens
    while let first = tokens.first, let last = tokens.last, first.isSymbol("("), last.isSymbol(")") {
      // They must be a pair: `(a) + (b)` is not in parentheses.
      var depth = 0
      for (offset, token) in tokens.enumerated() {
        if token.isSymbol("(") { depth += 1 }
        if token.isSymbol(")") { depth -= 1 }
        if depth == 0, offset < tokens.count - 1 { return tokens }
      }
      tokens = tokens.dropFirst().dropLast()
    }
    // `'placed'::order_state`
    if tokens.count > 2, let first = tokens.first, first.kind == .text || first.kind == .number,
      tokens[tokens.startIndex + 1].isSymbol("::"),
      tokens.dropFirst(2).allSatisfy({
        $0.kind == .word || $0.kind == .quoted || $0.isSymbol(".") || $0.isSymbol("[") || $0.isSymbol("]")
          || $0.isSymbol("(") || $0.isSymbol(")") || $0.kind == .number
      })
    {
      return tokens.prefix(1)
    }
    return tokens
  }
}
