/// A statement: its words, without what ends it.
struct SQLStatement: Sendable {
  let tokens: ArraySlice<SQLToken>

  /// The statements of a file. A trigger's or procedure's body, `BEGIN … END`, belongs to its statement.
  static func split(_ tokens: [SQLToken]) -> [SQLStatement] {
    var out: [SQLStatement] = []
    var start = 0
    while start < tokens.count {
      let end = Self.end(of: start, tokens)
      if end > start { out.append(SQLStatement(tokens: tokens[start..<end])) }
      start = end + 1
    }
    return out
  }

  private static let withBody = ["TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"]

  private static func end(of start: Int, _ tokens: [SQLToken]) -> Int {
    let first = tokens[start...].firstIndex { $0.kind == .end } ?? tokens.count
    let head = tokens[start..<min(start + 12, first)]
    guard tokens[start].isWord("CREATE"),
      head.contains(where: { word in withBody.contains { word.isWord($0) } })
    else { return first }
    var depth = 0
    var isInside = false
    for index in start..<tokens.count {
      let token = tokens[index]
      if token.kind == .end {
        if depth <= 0 { return index }
      } else if token.isWord("BEGIN") || (token.isWord("CASE") && isInside) {
        if token.isWord("CASE"), index > start, tokens[index - 1].isWord("END") { continue }
        depth += 1
        isInside = true
      } else if token.isWord("END"), isInside {
        let next = index + 1 < tokens.count ? tokens[index + 1] : token
        if !["IF", "LOOP", "WHILE", "REPEAT"].contains(where: { next.isWord($0) }) { depth -= 1 }
      }
    }
    // It is never closed, so that it is taken to end where any other would.
    return first
  }
}
