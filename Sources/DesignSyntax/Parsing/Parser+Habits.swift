import DesignSource

/// What people write from habit where other notations put a construct differently, told in ours.
extension Parser {
  /// Says what was likely meant by a symbol that begins no statement; false when nothing comes to mind.
  mutating func adviseSymbol(after last: Int?) -> Bool {
    guard let last, !current.startsLine, nodes[last].kind == .statement else { return false }
    let form = grammar.forms[Int(nodes[last].form)]
    let before = tokens[position - 1]
    switch current.kind {
    case .colon where before.kind == .text && isName(token(1).kind) && takesText(last):
      error(
        "unexpected-token", "a kind stands before the text", at: current,
        help: "write `\(text(tokens[position - 2])): \(text(token(1))) \(text(before))`")
    case .colon
    where isName(before.kind) && lineEnd > position + 1 && clauses(of: last).contains(where: takesText):
      adviseLabel()
    case .colon where form.name == "enum", .equal where form.name == "enum":
      error(
        "unexpected-token", "the values of an enum stand in braces", at: current,
        help: "write `enum status { open closed }`")
    case .equal where form.name == "type":
      error(
        "unexpected-token", "the fields of a type stand behind its name", at: current,
        fixIts: [.init("remove `=`", range: range(current), replacement: "")])
    default: return false
    }
    skipToBlock(of: last)
    return true
  }

  /// `notes?: string`: it is the type that ends in `?`. False when it is something else.
  mutating func readOptionalName(_ table: Int) -> Bool {
    guard grammar.tables[table].nameColon != nil, token(1).kind == .question, token(2).kind == .colon,
      isName(token(3).kind), !token(3).startsLine
    else { return false }
    error(
      "unexpected-token", "what may be missing has a type that ends in `?`", at: current,
      help: "write `\(text(current)): \(text(token(3)))?`")
    skipStatement(table)
    return true
  }

  /// `api rest v1`: the name stands before the kind. False when it is something else.
  mutating func adviseStyle(after last: Int?) -> Bool {
    guard let last, !current.startsLine, nodes[last].kind == .statement,
      grammar.forms[Int(nodes[last].form)].name == "api", Vocabulary.apis.contains(text(tokens[position - 1]))
    else { return false }
    let whole = range(tokens[position - 1]).union(range(current))
    let replacement = "\(text(current)): \(text(tokens[position - 1]))"
    error(
      "unknown-word", "a kind stands after the name", at: whole,
      fixIts: [
        .init("write `api \(replacement)`", range: whole, replacement: replacement, safety: .suggested)
      ])
    skipToBlock(of: last)
    return true
  }

  /// Where a statement belongs that follows one which could hold it, had it a block.
  func forgottenBlock(_ form: Form, after last: Int?) -> String? {
    guard let last, current.startsLine, takesBlock(last),
      let block = grammar.compiled[Int(nodes[last].form)].block, match(block) != nil
    else { return nil }
    let head = (0..<2).map { text(tokens[Int(nodes[last].firstToken) + $0]) }.joined(separator: " ")
    return "what belongs to `\(head)` stands in its block: `\(head) … { \(form.spelling) … }`"
  }

  /// A name made of a text, for what needs one.
  func name(from text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return words.first?.isLetter ?? false ? words : "name"
  }

  /// `a -> b: asks for prices`: what is said of an arrow stands in quotes.
  private mutating func adviseLabel() {
    let end = lineEnd
    let whole = SourceRange(file: file, start: Int(current.start), end: Int(tokens[end - 1].end))
    let words = SourceRange(file: file, start: Int(token(1).start), end: Int(whole.end))
    let said = String(decoding: source.bytes[Int(words.start)..<Int(words.end)], as: UTF8.self)
    let label = " \"\(said.replacing("\"", with: ""))\""
    error(
      "unexpected-token", "what is said of it stands in quotes, without `:`", at: current,
      fixIts: [.init("write `\(label.dropFirst())`", range: whole, replacement: label, safety: .suggested)])
  }

  /// Where the line of the current token ends, or its block begins: the place of the first token behind.
  var lineEnd: Int {
    var index = position + 1
    while tokens[index].kind != .end, !tokens[index].startsLine, tokens[index].kind != .leftBrace,
      tokens[index].kind != .rightBrace
    {
      index += 1
    }
    return index
  }
}
