/// A place in the words of a statement.
struct SQLCursor {
  private let tokens: ArraySlice<SQLToken>
  private(set) var at: Int

  init(_ tokens: ArraySlice<SQLToken>) {
    self.tokens = tokens
    at = tokens.startIndex
  }

  var isAtEnd: Bool { at >= tokens.endIndex }

  var current: SQLToken? { at < tokens.endIndex ? tokens[at] : nil }

  /// The token that is told of when nothing better is known.
  var place: SQLToken? { current ?? tokens.last }

  func peek(_ ahead: Int = 1) -> SQLToken? {
    at + ahead < tokens.endIndex ? tokens[at + ahead] : nil
  }

  mutating func advance() { at += 1 }

  mutating func next() -> SQLToken? {
    defer { at += 1 }
    return current
  }

  /// Whether these keywords, in capitals, stand here.
  func looks(at words: String...) -> Bool { looks(at: words) }

  private func looks(at words: [String]) -> Bool {
    for (offset, word) in words.enumerated() {
      guard let token = peek(offset), token.isWord(word) else { return false }
    }
    return true
  }

  /// Goes past these keywords when they stand here.
  mutating func accept(_ words: String...) -> Bool {
    guard looks(at: words) else { return false }
    at += words.count
    return true
  }

  /// Goes past any one of these keywords, and says which.
  mutating func acceptAny(_ words: [String]) -> String? {
    guard let token = current, let word = words.first(where: { token.isWord($0) }) else { return nil }
    advance()
    return word
  }

  mutating func accept(symbol: String) -> Bool {
    guard let token = current, token.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  /// A name, with or without quotes.
  mutating func name() -> String? {
    guard let token = current, token.kind == .word || token.kind == .quoted || token.kind == .text else {
      return nil
    }
    advance()
    return token.text
  }

  /// `shop.customer`, `"shop"."customer"`
  mutating func path() -> SQLPath? {
    // A script's variable, as in `@schema.customer`, is filled in before the database sees it.
    if current?.isSymbol("@") ?? false {
      advance()
      if peek()?.isSymbol(".") ?? false { at += 2 }
    }
    guard let token = current, let first = name() else { return nil }
    var parts = [first]
    while let dot = current, dot.isSymbol("."), let next = peek(), next.kind == .word || next.kind == .quoted
    {
      at += 2
      parts.append(next.text)
    }
    return SQLPath(
      schema: parts.count > 1 ? parts[parts.count - 2] : nil, name: parts.last ?? first, token: token)
  }

  /// What stands in the parentheses that open here, cut at its commas; nil when none open.
  mutating func list() -> [SQLCursor]? {
    guard let group = group() else { return nil }
    return group.isAtEnd ? [] : group.split()
  }

  /// What stands in the parentheses that open here; nil when none open. Those that never close go to the end.
  mutating func group() -> SQLCursor? {
    guard accept(symbol: "(") else { return nil }
    let start = at
    var depth = 1
    while let token = current {
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if depth == 0 {
        defer { advance() }
        return SQLCursor(tokens[start..<at])
      }
      advance()
    }
    return SQLCursor(tokens[start..<at])
  }

  /// The rest, cut at commas outside of parentheses.
  func split() -> [SQLCursor] {
    var out: [SQLCursor] = []
    var depth = 0
    var start = at
    for index in at..<tokens.endIndex {
      let token = tokens[index]
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if depth == 0, token.isSymbol(",") {
        out.append(SQLCursor(tokens[start..<index]))
        start = index + 1
      }
    }
    if start < tokens.endIndex { out.append(SQLCursor(tokens[start...])) }
    return out
  }

  /// Goes on until one of these keywords stands outside of parentheses, and gives what was passed. The first word is
  /// passed whatever it is.
  mutating func passed(until words: Set<String>) -> ArraySlice<SQLToken> {
    let start = at
    var depth = 0
    while let token = current {
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if depth == 0, at > start, token.kind == .word, words.contains(token.text.uppercased()) { break }
      advance()
    }
    return tokens[start..<at]
  }

  /// All that is left.
  var rest: ArraySlice<SQLToken> { tokens[min(at, tokens.endIndex)...] }
}

/// A name of a table, type or the like, with its schema if it was said.
struct SQLPath: Sendable {
  let schema: String?
  let name: String
  let token: SQLToken
}
