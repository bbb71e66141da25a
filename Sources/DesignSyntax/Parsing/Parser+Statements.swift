import DesignSource

/// Statements and blocks, driven by the tables of the grammar.
extension Parser {
  /// Reads statements up to `}` or the end.
  mutating func parseStatements(_ table: Int) {
    var seen: [Grammar.FormID: Int] = [:]
    parseStatements(table, seen: &seen)
  }

  /// - Parameter seen: the single-valued modifiers that the enclosing statement has already, with their nodes.
  mutating func parseStatements(_ table: Int, seen: inout [Grammar.FormID: Int]) {
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
        parseStatement(table, after: last, seen: &seen)
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
    var none: [Grammar.FormID: Int] = [:]
    let chain = clauses(of: statement)
    parseForm(match.form, words: match.words, seen: &none, outer: outer, guessed: guessed)
    for open in chain where open <= clause {
      parseModifiers(grammar.compiled[Int(nodes[open].form)].line, outer: outer, seen: &none)
    }
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

  private mutating func parseStatement(_ tableIndex: Int, after last: Int?, seen: inout [Grammar.FormID: Int])
  {
    let table = grammar.tables[tableIndex]
    let next = token(1)
    switch current.kind {
    case .word, .backtick:
      if next.kind == .colon, !next.startsLine, let form = table.nameColon {
        return parseForm(form, words: 0, seen: &seen)
      }
      if !next.startsLine, text(next) == "determines", let form = table.determines {
        return parseForm(form, words: 0, seen: &seen)
      }
      if current.kind == .word, !leadsWithPath(table), let match = match(tableIndex) {
        return parseForm(match.form, words: match.words, seen: &seen)
      }
      if let form = table.path, pathHasVerb(table) { return parseForm(form, words: 0, seen: &seen) }
      if let form = table.bareName { return parseForm(form, words: 0, seen: &seen) }
      unknownWord(tableIndex, after: last, seen: &seen)
    case .leftParenthesis where table.determines != nil:
      if let form = table.determines { parseForm(form, words: 0, seen: &seen) }
    case .arrow:
      if let match = match(tableIndex) { return parseForm(match.form, words: match.words, seen: &seen) }
      unexpected(tableIndex)
    default:
      unexpected(tableIndex)
    }
  }

  /// Whether the first word is part of a path although it is also spelled like a keyword: `order.a calls b`.
  private func leadsWithPath(_ table: Grammar.Table) -> Bool {
    guard table.path != nil else { return false }
    let next = token(1)
    return (next.kind == .dot && !next.startsLine) || (next.kind == .arrow && !next.startsLine)
  }

  /// Whether a path stands here with a verb behind it.
  private func pathHasVerb(_ table: Grammar.Table) -> Bool {
    guard let form = table.path else { return false }
    var ahead = 1
    while token(ahead).kind == .dot, [.word, .backtick].contains(token(ahead + 1).kind) { ahead += 2 }
    let verb = token(ahead)
    guard !verb.startsLine else { return false }
    let line = grammar.tables[grammar.compiled[Int(form)].line]
    return line.first[Int(keyword(verb))] != 0 && keyword(verb) != 0
  }

  /// The form that begins at the current token, with the number of its words.
  func match(_ table: Int, assuming first: KeywordID? = nil) -> (form: Grammar.FormID, words: Int)? {
    let table = grammar.tables[table]
    let id = first ?? keyword(current)
    guard id != 0 else { return nil }
    let place = Int(table.first[Int(id)])
    guard place != 0 else { return nil }
    for alternative in table.alternatives[place] {
      let rest = alternative.words.indices.dropFirst()
      guard
        rest.allSatisfy({
          token($0).keyword == alternative.words[$0] && !token($0).startsLine && token($0).kind == .word
        })
      else { continue }
      let form = grammar.forms[Int(alternative.form)]
      if form.notBeforeParenthesis, token(alternative.words.count).kind == .leftParenthesis { continue }
      return (alternative.form, alternative.words.count)
    }
    return nil
  }

  /// One statement or modifier: its words, what must follow, its modifiers, its block.
  ///
  /// - Parameter outer: the block table of the statement on whose line this modifier stands; nil for a statement. A `{`
  ///   behind a modifier belongs to the statement, unless only the modifier knows what the block begins with.
  /// - Parameter guessed: whether the words only resemble the form's, which has been reported: what does not fit then is
  ///   no second mistake.
  mutating func parseForm(
    _ id: Grammar.FormID, words: Int, seen: inout [Grammar.FormID: Int], outer: Int? = nil,
    guessed: Bool = false
  ) {
    let form = grammar.forms[Int(id)]
    let compiled = grammar.compiled[Int(id)]
    let node = begin(.statement, form: id)
    let head = current
    if !form.isRepeatable { noteRepetition(id, form, seen: &seen) }
    statementStart = position
    position += words
    let isModifier = outer != nil
    let reported = diagnostics.count
    if words > 0 { skipAssignment(form) }
    guard parse(form.slots, of: form, head: head) else {
      if guessed { diagnostics.removeLast(diagnostics.count - reported) }
      closeUnfinished(after: node)
      recover(compiled, takesBlock: !isModifier || form.block != nil)
      return finish(node)
    }
    var own: [Grammar.FormID: Int] = [:]
    let blockOnLine = outer ?? compiled.block ?? compiled.line
    parseModifiers(compiled.line, outer: form.lead == .path ? nil : blockOnLine, seen: &own)
    if current.kind == .leftBrace, !current.startsLine,
      !isModifier || form.block != nil || ownsBlock(compiled, outer),
      let block = compiled.block
    {
      parseBlock(blockTable(of: form, node: node) ?? block, seen: &own)
      parseTail(compiled.tail)
    }
    finish(node)
  }

  /// Reports a colon or `=` between a fact and its value.
  private mutating func skipAssignment(_ form: Form) {
    guard current.kind == .colon || current.kind == .equal, !current.startsLine, let first = form.slots.first
    else { return }
    switch first {
    case .name, .nameOrText, .symbol, .optional: return
    default:
      error(
        "unexpected-token", "`\(form.spelling)` is followed by its value, without `\(text(current))`",
        at: current,
        fixIts: [.init("remove `\(text(current))`", range: range(current), replacement: "")])
      position += 1
    }
  }

  /// - Parameter outer: the block table of the statement; nil when the modifier is the verb of a path, which is a
  ///   statement itself.
  private mutating func parseModifiers(_ table: Int, outer: Int?, seen: inout [Grammar.FormID: Int]) {
    while !isStatementEnd, current.kind == .word || current.kind == .arrow,
      token(1).kind != .colon || token(1).startsLine || !namesBeginStatements,
      let match = match(table)
    {
      parseForm(match.form, words: match.words, seen: &seen, outer: outer)
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
    var none: [Grammar.FormID: Int] = [:]
    if current.kind == .word, let match = match(table) {
      parseForm(match.form, words: match.words, seen: &none)
    }
  }

  private mutating func parseBlock(_ table: Int, seen: inout [Grammar.FormID: Int]) {
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
    parseStatements(table, seen: &seen)
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
  private func blockTable(of form: Form, node: Int) -> Int? {
    guard form.name == "extend" else { return nil }
    let start = Int(nodes[node].firstToken) + 1
    let word = tokens[start]
    guard word.kind == .word, tokens[start + 1].kind == .word, !tokens[start + 1].startsLine,
      let id = grammar.id(text(word))
    else { return nil }
    return grammar.compiled[Int(id)].block
  }

  private mutating func noteRepetition(_ id: Grammar.FormID, _ form: Form, seen: inout [Grammar.FormID: Int])
  {
    if let first = seen[id] {
      let earlier = range(tokens[Int(nodes[first].firstToken)])
      error(
        "repeated-fact", "`\(form.spelling)` is stated twice", at: current,
        help: "keep one of the two", related: [.init(earlier, "first stated here")])
    } else {
      seen[id] = nodes.count - 1
    }
  }
}
