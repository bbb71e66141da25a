import DesignSource

/// Statements and blocks, driven by the tables of the grammar.
extension Parser {
  /// Reads statements up to `}` or the end.
  mutating func parseStatements(_ table: Int) {
    let base = stated.count
    parseStatements(table, base: base)
    stated.removeLast(stated.count - base)
  }

  /// - Parameter base: where in `stated` the single-valued modifiers begin that the enclosing statement has already.
  private mutating func parseStatements(_ table: Int, base: Int) {
    var last: Int?
    let outerNames = namesBeginStatements
    namesBeginStatements = grammar.tables[table].nameColon != nil
    defer { namesBeginStatements = outerNames }
    while true {
      switch current.kind {
      case .end, .rightBrace: return
      case .semicolon: position += 1
      case .comma where grammar.tables[table].bareName != nil: position += 1
      default:
        if let last, continueStatement(last, in: table) { continue }
        let (start, node) = (position, nodes.count)
        continued = false
        parseStatement(table, after: last, base: base)
        if !continued { last = node < nodes.count ? node : nil }
        if position == start { skipStatement(table) }
      }
    }
  }

  /// Reads a line that says more of the clause on the line before: in a block, `because` and `kept by` may stand below
  /// `copy of`. What the block itself knows is never such a line.
  private mutating func continueStatement(_ statement: Int, in table: Int) -> Bool {
    guard current.kind == .word, token(1).kind != .colon, match(table) == nil else { return false }
    for clause in clauses(of: statement) {
      guard let match = match(grammar.compiled[Int(nodes[clause].form)].line) else { continue }
      continueClause(clause, of: statement, with: match, outer: table)
      return true
    }
    return false
  }

  /// Reads a modifier as a part of a clause that ended before it.
  mutating func continueClause(
    _ clause: Int, of statement: Int, with match: (form: Grammar.FormID, words: Int), outer: Int,
    guessed: Bool = false
  ) {
    let base = stated.count
    let chain = clauses(of: statement)
    parseForm(match.form, words: match.words, base: base, outer: outer, guessed: guessed)
    for open in chain where open <= clause {
      parseModifiers(grammar.compiled[Int(nodes[open].form)].line, outer: outer, base: base)
    }
    stated.removeLast(stated.count - base)
    for open in chain where open <= clause { finish(open) }
    continued = true
  }

  /// A statement and the clauses that it ends with, from the innermost out, as they take modifiers on one line.
  func clauses(of statement: Int) -> [Int] {
    guard nodes[statement].kind == .statement else { return [] }
    var chain = [statement]
    while let inner = lastClause(of: chain[chain.count - 1]) { chain.append(inner) }
    return chain.reversed()
  }

  /// The last clause on the line of a statement, when the statement ends with it.
  private func lastClause(of statement: Int) -> Int? {
    var child = statement + 1
    var last: Int?
    while child < Int(nodes[statement].end) {
      last = nodes[child].kind == .statement ? child : nil
      child = Int(nodes[child].end)
    }
    return last
  }

  private mutating func parseStatement(_ table: Int, after last: Int?, base: Int) {
    let next = token(1)
    switch current.kind {
    case .word, .backtick:
      if next.kind == .colon, !next.startsLine, let form = grammar.tables[table].nameColon {
        return parseForm(form, words: 0, base: base)
      }
      if next.keyword == grammar.fixed.determines, !next.startsLine, next.kind == .word,
        let form = grammar.tables[table].determines
      {
        return parseForm(form, words: 0, base: base)
      }
      if current.kind == .word, !leadsWithPath(table), let match = match(table) {
        return parseForm(match.form, words: match.words, base: base)
      }
      if let form = grammar.tables[table].path, pathHasVerb(form) {
        return parseForm(form, words: 0, base: base)
      }
      if let form = grammar.tables[table].bareName { return parseForm(form, words: 0, base: base) }
      unknownWord(table, after: last, base: base)
    case .leftParenthesis:
      guard let form = grammar.tables[table].determines else { return unexpected(table, after: last) }
      parseForm(form, words: 0, base: base)
    case .arrow:
      guard let match = match(table) else { return unexpected(table, after: last) }
      parseForm(match.form, words: match.words, base: base)
    default:
      unexpected(table, after: last)
    }
  }

  /// Whether the first word is part of a path although it is also spelled like a keyword: `order.a calls b`.
  private func leadsWithPath(_ table: Int) -> Bool {
    guard grammar.tables[table].path != nil else { return false }
    let next = token(1)
    return (next.kind == .dot || next.kind == .arrow) && !next.startsLine
  }

  /// Whether a path stands here with a verb of this form behind it.
  private func pathHasVerb(_ form: Grammar.FormID) -> Bool {
    var ahead = 1
    while token(ahead).kind == .dot, token(ahead + 1).kind == .word || token(ahead + 1).kind == .backtick {
      ahead += 2
    }
    let verb = keyword(token(ahead))
    guard verb != 0, !token(ahead).startsLine else { return false }
    return grammar.tables[grammar.compiled[Int(form)].line].first[Int(verb)] != 0
  }

  /// The form that begins at the current token, with the number of its words.
  func match(_ table: Int, assuming first: KeywordID? = nil) -> (form: Grammar.FormID, words: Int)? {
    let id = first ?? keyword(current)
    guard id != 0 else { return nil }
    let place = Int(grammar.tables[table].first[Int(id)])
    guard place != 0 else { return nil }
    for index in grammar.tables[table].alternatives[place].indices {
      if let match = match(grammar.tables[table].alternatives[place][index]) { return match }
    }
    return nil
  }

  /// Whether the words of a form behind its first stand here.
  private func match(_ alternative: Grammar.Table.Alternative) -> (form: Grammar.FormID, words: Int)? {
    let count = alternative.words.count
    var index = 1
    while index < count {
      let token = token(index)
      guard token.kind == .word, token.keyword == alternative.words[index], !token.startsLine else {
        return nil
      }
      index += 1
    }
    if alternative.notBeforeParenthesis, token(count).kind == .leftParenthesis { return nil }
    return (alternative.form, count)
  }

  /// One statement or modifier: its words, what must follow, its modifiers, its block.
  ///
  /// - Parameter outer: the block table of the statement on whose line this modifier stands; nil for a statement. A `{`
  ///   behind a modifier belongs to the statement, unless only the modifier knows what the block begins with.
  /// - Parameter guessed: whether the words only resemble the form's, which has been reported: what does not fit then is
  ///   no second mistake.
  mutating func parseForm(
    _ id: Grammar.FormID, words: Int, base: Int, outer: Int? = nil, guessed: Bool = false
  ) {
    let compiled = grammar.compiled[Int(id)]
    let node = begin(.statement, form: id)
    let head = current
    if !compiled.isRepeatable { noteRepetition(id, base: base) }
    let own = stated.count
    defer { stated.removeLast(stated.count - own) }
    statementStart = position
    position += words
    let isModifier = outer != nil
    let reported = diagnostics.count
    if words > 0, compiled.takesValue { skipAssignment(id) }
    guard parseSteps(of: id, head: head) else {
      if guessed { diagnostics.removeLast(diagnostics.count - reported) }
      closeUnfinished(after: node)
      recover(compiled, takesBlock: !isModifier || compiled.hasBlock)
      return finish(node)
    }
    if !isStatementEnd {
      let blockOnLine = outer ?? compiled.block ?? compiled.line
      parseModifiers(compiled.line, outer: compiled.lead == .path ? nil : blockOnLine, base: own)
      if current.kind == .leftBrace, !current.startsLine,
        !isModifier || compiled.hasBlock || ownsBlock(compiled, outer),
        let block = compiled.block
      {
        parseBlock((id == grammar.extend ? extendedBlock(node) : nil) ?? block, base: own)
        parseTail(compiled.tail)
      }
    }
    finish(node)
  }

  /// Reports a colon or `=` between a fact and its value.
  private mutating func skipAssignment(_ id: Grammar.FormID) {
    guard current.kind == .colon || current.kind == .equal, !current.startsLine else { return }
    error(
      "unexpected-token",
      "`\(grammar.forms[Int(id)].spelling)` is followed by its value, without `\(text(current))`",
      at: current,
      fixIts: [.init("remove `\(text(current))`", range: range(current), replacement: "")])
    position += 1
  }

  /// - Parameter outer: the block table of the statement; nil when the modifier is the verb of a path, which is a
  ///   statement itself.
  private mutating func parseModifiers(_ table: Int, outer: Int?, base: Int) {
    while !isStatementEnd, current.kind == .word || current.kind == .arrow,
      token(1).kind != .colon || token(1).startsLine || !namesBeginStatements,
      let match = match(table)
    {
      parseForm(match.form, words: match.words, base: base, outer: outer)
    }
  }

  /// Whether the block that opens here begins with what this modifier knows and its statement does not.
  private mutating func ownsBlock(_ compiled: Grammar.Compiled, _ outer: Int?) -> Bool {
    guard let outer else { return true }
    position += 1
    defer { position -= 1 }
    return current.kind == .word && token(1).kind != .colon && match(compiled.line) != nil
      && match(outer) == nil
  }

  /// `else` and `and` may stand on the line after the brace.
  private mutating func parseTail(_ table: Int) {
    if current.kind == .word, let match = match(table) {
      parseForm(match.form, words: match.words, base: stated.count)
    }
  }

  private mutating func parseBlock(_ table: Int, base: Int) {
    let open = current
    guard depth < Self.deepestNesting else {
      error(
        "nested-too-deeply", "blocks nest more than \(Self.deepestNesting) deep here", at: open,
        help: "name inner elements by their path, at the top level")
      skipBlock()
      return
    }
    depth += 1
    let node = begin(.block)
    position += 1
    parseStatements(table, base: base)
    depth -= 1
    if current.kind == .rightBrace {
      position += 1
    } else if !isCutShort {
      error(
        "unclosed-brace", "this `{` is never closed", at: open, help: "add the missing `}`")
    }
    finish(node)
  }

  /// `extend KEYWORD PATH` holds what an element of that keyword holds.
  private func extendedBlock(_ node: Int) -> Int? {
    let start = Int(nodes[node].firstToken) + 1
    let word = tokens[start]
    guard word.kind == .word, tokens[start + 1].kind == .word, !tokens[start + 1].startsLine,
      let id = grammar.id(text(word))
    else { return nil }
    return grammar.compiled[Int(id)].block
  }

  private mutating func noteRepetition(_ id: Grammar.FormID, base: Int) {
    if let first = stated[base...].first(where: { $0.form == id }) {
      let earlier = range(tokens[Int(nodes[first.node].firstToken)])
      error(
        "repeated-fact", "`\(grammar.forms[Int(id)].spelling)` is stated twice", at: current,
        help: "keep one of the two", related: [.init(earlier, "first stated here")])
    } else {
      stated.append((id, nodes.count - 1))
    }
  }
}
