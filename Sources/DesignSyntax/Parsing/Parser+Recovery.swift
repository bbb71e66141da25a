import DesignSource

/// What to do with what cannot be read: say it once, and go on where the next statement begins.
extension Parser {
  /// A word that begins no statement here. If another is spelled nearly so, it is read as that one, so that what it
  /// declares is known and one mistake stays one.
  mutating func unknownWord(_ tables: [Int], seen: inout [Grammar.FormID: Int]) {
    let word = text(current)
    if let diagnostic = pastedSQL() {
      diagnostics.append(diagnostic)
      return skipStatement(tables[0])
    }
    let spellings = tables.flatMap { firstWords(of: $0) }
    let near = Spelling.nearest(to: word, among: spellings)
    let fixIts = near.map {
      [Diagnostic.FixIt("write `\($0)`", range: range(current), replacement: $0, safety: .suggested)]
    }
    error(
      "unknown-word", "`\(shortened(word))` begins no statement here", at: current,
      label: near.map { "did you mean `\($0)`?" } ?? "", help: near == nil ? expectation(tables[0]) : nil,
      fixIts: fixIts ?? [])
    for table in tables {
      if let near, let match = match(table, assuming: grammar.keywords.id(near)) {
        return parseForm(match.form, words: match.words, seen: &seen)
      }
    }
    skipStatement(tables[0])
  }

  /// Something that is no word where a statement should begin.
  mutating func unexpected(_ table: Int) {
    if let diagnostic = pastedSQL() {
      diagnostics.append(diagnostic)
      position += 1
      return
    }
    if current.kind == .leftBrace {
      error(
        "unexpected-token", "a `{` stands on the line of its statement", at: current,
        help: "put it behind the statement that it belongs to, or remove it")
    } else {
      error(
        "unexpected-token", "\(describe(current)) begins no statement here", at: current,
        help: expectation(table))
    }
    skipStatement(table)
  }

  /// A few of the words that may stand in a place.
  private func expectation(_ table: Int) -> String? {
    let words = firstWords(of: table)
    guard !words.isEmpty else { return nil }
    let shown = words.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return words.count > 8 ? "here may stand \(shown) and others" : "here may stand \(shown)"
  }

  private func firstWords(of table: Int) -> [String] {
    var words: [String] = []
    var seen: Set<KeywordID> = []
    for alternatives in grammar.tables[table].alternatives.dropFirst() {
      guard let first = alternatives.first?.words.first, seen.insert(first).inserted else { continue }
      words.append(grammar.keywords.spellings[Int(first)])
    }
    return words
  }

  /// Skips to where the next statement may begin, with the blocks between.
  mutating func skipStatement(_ table: Int) {
    let node = begin(.skipped)
    let start = position
    while current.kind != .end, current.kind != .rightBrace {
      if position > start, current.startsLine || current.kind == .semicolon { break }
      if current.kind == .leftBrace {
        skipBlock()
        break
      }
      skipToken()
    }
    finish(node)
  }

  /// Skips from `{` to its `}`, without recursion.
  mutating func skipBlock() {
    var open = 0
    repeat {
      if current.kind == .leftBrace { open += 1 }
      if current.kind == .rightBrace { open -= 1 }
      skipToken()
    } while open > 0 && current.kind != .end
  }

  private mutating func skipToken() {
    if current.kind == .word || current.kind == .backtick {
      skippedWords.insert(text(current).trimmingBackticks())
    }
    position += 1
  }

  /// After a slot that could not be read: to the end of the statement, and into its block if it has one, so that what
  /// stands there is read.
  mutating func recover(_ compiled: Grammar.Compiled, takesBlock: Bool) {
    if !isStatementEnd, current.kind != .leftBrace {
      let node = begin(.skipped)
      while !isStatementEnd, current.kind != .leftBrace { skipToken() }
      finish(node)
    }
    guard takesBlock, current.kind == .leftBrace, !current.startsLine else { return }
    if let block = compiled.block {
      let start = position
      let inner = begin(.block)
      position += 1
      depth += 1
      if depth < Self.deepestNesting {
        parseStatements(block)
      } else {
        position = start
        skipBlock()
      }
      depth -= 1
      if current.kind == .rightBrace { position += 1 }
      finish(inner)
    } else {
      skipBlock()
    }
  }

  /// What people paste from SQL, with our spelling of it.
  private func pastedSQL() -> Diagnostic? {
    let next = token(1)
    func diagnostic(_ message: String, _ title: String, through last: Token, _ replacement: String)
      -> Diagnostic
    {
      let range = SourceRange(file: file, start: Int(current.start), end: Int(last.end))
      return Diagnostic(
        .error, "sql-syntax", message, at: range, help: [title],
        fixIts: [.init(title, range: range, replacement: replacement)])
    }
    if current.kind == .comma {
      return diagnostic(
        "statements are not separated by commas", "end it with a new line or `;`", through: current, "")
    }
    guard current.kind == .word else { return nil }
    switch text(current).lowercased() {
    case "not" where text(next).lowercased() == "null":
      return diagnostic(
        "a column is not null unless its type ends in `?`", "remove `not null`", through: next, "")
    case "null":
      return diagnostic(
        "a nullable column's type ends in `?`", "write `?` behind the type", through: current, "?")
    case "references" where next.kind == .word:
      let column = token(2).kind == .leftParenthesis && token(3).kind == .word ? token(3) : nil
      let path = text(next) + (column.map { "." + text($0) } ?? "")
      return diagnostic(
        "a foreign key is written with an arrow", "write `-> \(path)`",
        through: column == nil ? next : token(4),
        "-> \(path)")
    case "auto_increment", "autoincrement", "serial":
      return diagnostic(
        "a column that counts up is an identity", "write `identity`", through: current, "identity")
    case "constraint":
      return diagnostic(
        "constraints are written without `constraint` and name",
        "begin with `primary key`, `unique`, `check` or `foreign key`",
        through: current, "")
    case "create":
      return diagnostic(
        "this is SQL", "write `table name { column: type }`", through: current, "")
    default: return nil
    }
  }
}

extension String {
  /// A name without the backticks round it.
  package func trimmingBackticks() -> String {
    guard hasPrefix("`") else { return self }
    let fence = prefix { $0 == "`" }.count
    guard count >= 2 * fence else { return self }
    return String(dropFirst(fence).dropLast(fence))
  }
}
