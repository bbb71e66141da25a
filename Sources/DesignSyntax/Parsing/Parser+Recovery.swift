import DesignSource

/// What to do with what cannot be read: say it once, and go on where the next statement begins.
extension Parser {
  /// A word that begins no statement here. If another is spelled nearly so, it is read as that one, so that what it
  /// declares is known and one mistake stays one.
  ///
  /// - Parameter last: the statement before, whose modifier the word may be when it stands on the same line.
  mutating func unknownWord(_ table: Int, after last: Int?, base: Int) {
    if let diagnostic = pastedSQL() {
      diagnostics.append(diagnostic)
      return skipStatement(table)
    }
    let clauses = current.startsLine ? [] : last.map { self.clauses(of: $0) } ?? []
    let tables = clauses.map { grammar.compiled[Int(nodes[$0].form)].line } + [table]
    if let (index, match) = unknownSecondWord(tables) {
      return read(match, tables, index, clauses, after: last, base: base)
    }
    let word = text(current)
    let spellings = tables.flatMap { firstWords(of: $0) }
    let synonym = Self.synonym(of: word, among: spellings)
    let near = synonym ?? Spelling.nearest(to: word, among: spellings)
    let isSlip = near.map { Spelling.distance(Array(word.unicodeScalars), Array($0.unicodeScalars)) <= 1 }
    if synonym == nil, isSlip != true, !isAdvised(table), let form = formElsewhere() {
      return misplaced(form, after: last)
    }
    if isSlip != true,
      readBody(after: last) || adviseStyle(after: last) || readKind(table, base: base) || advise(table)
    {
      return
    }
    if readOptionalName(table) { return }
    if near == nil, readWithoutColon(table, base: base) { return }
    let guess = diagnostics.count
    error(
      "unknown-word", "`\(shortened(word))` begins no statement here", at: current,
      label: near.map { "did you mean `\($0)`?" } ?? "", help: near == nil ? expectation(tables) : nil,
      fixIts: near.map { [correction($0)] } ?? [])
    if let near {
      for (index, table) in tables.enumerated() {
        guard let match = match(table, assuming: grammar.keywords.id(near)) else { continue }
        let end = Int(tokens[lineEnd].start)
        read(match, tables, index, clauses, after: last, base: base)
        if isSlip != true, synonym == nil, doubt(guess, before: end, expectation(tables)), let last,
          current.kind == .leftBrace, !current.startsLine, takesBlock(last)
        {
          skipToBlock(of: last)
        }
        return
      }
    }
    if let last, !current.startsLine, takesBlock(last) { return skipToBlock(of: last) }
    skipStatement(table)
  }

  /// Takes back a guess which the rest of its line, read as what was guessed, does not bear out; false where it does.
  private mutating func doubt(_ guess: Int, before end: Int, _ expectation: String?) -> Bool {
    guard guess < diagnostics.count else { return false }
    let faults = diagnostics.indices.dropFirst(guess + 1).filter { diagnostics[$0].range.start < end }
    if faults.isEmpty { return false }
    for index in faults.reversed() { diagnostics.remove(at: index) }
    diagnostics[guess].label = ""
    diagnostics[guess].fixIts = []
    diagnostics[guess].help = expectation.map { [$0] } ?? []
    return true
  }

  /// Whether a block may follow on the line of a statement that was read.
  func takesBlock(_ statement: Int) -> Bool {
    guard nodes[statement].kind == .statement, grammar.compiled[Int(nodes[statement].form)].block != nil
    else {
      return false
    }
    var child = statement + 1
    while child < Int(nodes[statement].end) {
      if nodes[child].kind == .block { return false }
      child = Int(nodes[child].end)
    }
    return true
  }

  /// Skips the rest of the line of a statement, up to its block, so that what the block declares is known.
  mutating func skipToBlock(of statement: Int) {
    recover(grammar.compiled[Int(nodes[statement].form)], takesBlock: true)
    finish(statement)
    continued = true
  }

  /// Reads a misspelt word as the form that was meant: a modifier of a clause, or a statement.
  private mutating func read(
    _ match: (form: Grammar.FormID, words: Int), _ tables: [Int], _ index: Int, _ clauses: [Int],
    after last: Int?, base: Int
  ) {
    if let last, index < clauses.count {
      continueClause(
        clauses[index], of: last, with: match, outer: tables[tables.count - 1], guessed: true)
    } else {
      parseForm(match.form, words: match.words, base: base, guessed: true)
    }
  }

  /// Reports a first word whose second is wrong: `strategy bluegreen`; nil when the first is unknown, too. The result is
  /// the form that was likely meant, if any is near, and its table's place among those given.
  private mutating func unknownSecondWord(_ tables: [Int]) -> (Int, (form: Grammar.FormID, words: Int))? {
    guard token(1).kind == .word, !token(1).startsLine, current.keyword != 0 else { return nil }
    for (index, table) in tables.enumerated() {
      let table = grammar.tables[table]
      let alternatives = table.alternatives[Int(table.first[Int(current.keyword)])].filter {
        $0.words.count == 2
      }
      let seconds = alternatives.map { grammar.keywords.spellings[Int($0.words[1])] }
      guard let near = Spelling.nearest(to: text(token(1)), among: seconds),
        let meant = alternatives.first(where: { grammar.keywords.spellings[Int($0.words[1])] == near })
      else { continue }
      let place = range(token(1))
      error(
        "unknown-word",
        "`\(text(current))` is followed by one of \(Self.choice(seconds)), not `\(shortened(text(token(1))))`",
        at: place, label: "did you mean `\(near)`?",
        fixIts: [.init("write `\(near)`", range: place, replacement: near, safety: .suggested)])
      return (index, (meant.form, 2))
    }
    return nil
  }

  /// The form that the words here spell in some other place.
  private func formElsewhere() -> Form? {
    grammar.forms.first { form in
      guard case .words(let heads) = form.lead else { return false }
      return heads.contains { words in
        words.indices.allSatisfy {
          token($0).kind == .word && text(token($0)) == words[$0] && ($0 == 0 || !token($0).startsLine)
        }
      }
    }
  }

  /// A statement in the wrong block: says where it belongs, and reads it only for its own mistakes.
  private mutating func misplaced(_ form: Form, after last: Int?) {
    guard let id = grammar.id(form.name), case .words(let heads) = form.lead else { return }
    let owners = grammar.owners(of: form)
    error(
      "unexpected-token", "`\(form.spelling)` does not stand here", at: current,
      help: forgottenBlock(form, after: last)
        ?? (owners.isEmpty
          ? nil : "it stands in \(owners.prefix(4).map { "`\($0)`" }.joined(separator: ", "))"))
    let node = nodes.count
    let start = position
    let words = heads.first { $0[0] == text(current) }?.count ?? 1
    parseForm(id, words: words, base: stated.count, guessed: true)
    nodes[node].kind = .skipped
    for token in tokens[start..<position] { noteSkipped(token) }
  }

  /// A column or field whose colon is missing.
  private mutating func readWithoutColon(_ table: Int, base: Int) -> Bool {
    guard let form = grammar.tables[table].nameColon, !token(1).startsLine,
      [.word, .backtick, .leftBracket].contains(token(1).kind)
    else { return false }
    let title = "write `\(text(current)): \(text(token(1)))`"
    error(
      "unknown-word", "`\(shortened(text(current)))` begins no statement here; a colon stands before a type",
      at: current,
      fixIts: [
        .init(title, range: range(current), replacement: text(current) + ":", safety: .suggested)
      ])
    missingColon = position + 1
    parseForm(form, words: 0, base: base, guessed: true)
    return true
  }

  /// Something that is no word where a statement should begin.
  ///
  /// - Parameter last: the statement before.
  mutating func unexpected(_ table: Int, after last: Int? = nil) {
    if let last, let verb = verbOfOne(last) {
      error(
        "unexpected-token", "`\(verb)` names one at a time", at: current,
        fixIts: [.init("write `\(verb)` again for each", range: range(current), replacement: "; \(verb)")])
      return skipStatement(table)
    }
    if let diagnostic = pastedSQL() {
      diagnostics.append(diagnostic)
      position += 1
      return
    }
    if adviseSymbol(after: last) { return }
    if current.kind == .text, !current.startsLine, let last, takesText(last) {
      error(
        "unexpected-token", "the text stands too late on the line", at: current,
        help:
          "a title or label stands before what else is said: `calls orders \"asks for prices\" over https`")
    } else if current.kind == .leftBrace {
      error(
        "unexpected-token", "a `{` stands on the line of its statement", at: current,
        help: "put it behind the statement that it belongs to, or remove it")
    } else {
      error(
        "unexpected-token", "\(describe(current)) begins no statement here", at: current,
        help: expectation([table]))
    }
    skipStatement(table)
  }

  /// The first word of a statement that names one other element, behind which a comma and another name now stand.
  private func verbOfOne(_ statement: Int) -> String? {
    guard current.kind == .comma, !current.startsLine, isName(token(1).kind), !token(1).startsLine,
      nodes[statement].kind == .statement
    else { return nil }
    let form = grammar.forms[Int(nodes[statement].form)]
    guard form.lead != .nameColon, [.path, .name].contains(form.slots.first) else { return nil }
    return form.spelling
  }

  /// Whether a statement may bear a title or label.
  func takesText(_ statement: Int) -> Bool {
    guard nodes[statement].kind == .statement else { return false }
    return grammar.forms[Int(nodes[statement].form)].slots.contains(.optional([.text]))
  }

  /// A few of the words that may stand in a place.
  private func expectation(_ tables: [Int]) -> String? {
    let words = tables.flatMap { firstWords(of: $0) }
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
    noteSkipped(current)
    position += 1
  }

  private mutating func noteSkipped(_ token: Token) {
    if token.kind == .word || token.kind == .backtick {
      skippedWords.insert(text(token).trimmingBackticks())
    }
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

  private func written(_ node: RawNode) -> String {
    let (first, last) = (
      tokens[Int(node.firstToken)], tokens[max(Int(node.endToken) - 1, Int(node.firstToken))]
    )
    return String(decoding: source.bytes[Int(first.start)..<Int(last.end)], as: UTF8.self)
  }

  private static let created: Set<String> = [
    "table", "temporary", "unlogged", "index", "unique", "view", "materialized", "or", "type", "domain",
    "schema",
    "trigger", "function", "procedure", "database", "sequence", "extension",
  ]

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
      let type = nodes.last { $0.kind == .namedType }.map { written($0) } ?? "type"
      return diagnostic(
        "a nullable column's type ends in `?`", "write `\(type)?`, and remove `null`", through: current, "")
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
    case "pk":
      return diagnostic(
        "a primary key is written out", "write `primary key`", through: current, "primary key")
    case "constraint":
      return diagnostic(
        "constraints are written without `constraint` and name",
        "begin with `primary key`, `unique`, `check` or `foreign key`",
        through: current, "")
    case "create" where Self.created.contains(text(next).lowercased()):
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
