package import DesignSource

/// Turns one file into its tree. Any bytes give a tree; what is wrong becomes diagnostics, one for each mistake.
package struct Parser {
  let grammar = Grammar.shared
  let source: SourceFile
  let file: FileID
  let tokens: [Token]
  /// The token that is read next.
  var position = 0 {
    // The last token is the end of the file, which nothing passes.
    didSet { if position >= tokens.count { position = tokens.count - 1 } }
  }
  var nodes: [RawNode] = []
  var diagnostics: [Diagnostic]
  var skippedWords: Set<String> = []
  /// The single-valued modifiers of the statements that are open, with their nodes; each statement knows where its begin.
  var stated: [(form: Grammar.FormID, node: Int)] = []
  /// The first token of the statement that is read, which may begin a line.
  var statementStart = 0
  /// Whether names before a colon begin statements in the block that is read, so that a keyword before one is a name.
  var namesBeginStatements = false
  /// Whether what was read last became a part of the statement before.
  var continued = false
  /// Where a colon is missing that has been reported; it is read as if it stood there.
  var missingColon = -1
  /// How many blocks, types, arguments and conditions are open, so that hostile nesting cannot exhaust the stack.
  var depth = 0

  /// So deep they may nest.
  static let deepestNesting = 100
  /// So many mistakes are told for one file; a file with more is hardly a design.
  package static let mostDiagnostics = 200

  /// Whether a text or comment without end took the rest of the file, so that nothing there is missing.
  let isCutShort: Bool

  private init(_ source: SourceFile, file: FileID) {
    self.source = source
    self.file = file
    (tokens, diagnostics, isCutShort) = Lexer.tokenize(
      source.bytes, file: file, keywords: Grammar.shared.keywords)
    nodes.reserveCapacity(tokens.count)
  }

  /// The tree of a file.
  package static func parse(_ source: SourceFile, file: FileID) -> SyntaxTree {
    var parser = Parser(source, file: file)
    parser.parseFile()
    var diagnostics = parser.diagnostics.sortedByPlace()
    if diagnostics.count > mostDiagnostics {
      let rest = diagnostics.count - mostDiagnostics
      diagnostics.removeLast(rest)
      diagnostics.append(
        Diagnostic(
          .error, "too-many-mistakes", "\(rest) more mistakes in this file are not shown",
          at: SourceRange(file: file, start: 0, end: 0),
          help: ["mend the first ones; the others may follow from them"]))
    }
    return SyntaxTree(
      source: source, file: file, tokens: parser.tokens, nodes: parser.nodes, diagnostics: diagnostics,
      skippedWords: parser.skippedWords)
  }

  private mutating func parseFile() {
    let node = begin(.file)
    parseStatements(grammar.top)
    while current.kind == .rightBrace {
      error(
        "unmatched-brace", "this `}` closes nothing", at: current,
        help: "remove it, or add the `{` that it closes")
      position += 1
      parseStatements(grammar.top)
    }
    finish(node)
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  /// A later token; the last one past the end.
  func token(_ ahead: Int) -> Token { tokens[min(position + ahead, tokens.count - 1)] }

  func text(_ token: Token) -> String {
    String(decoding: source.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// Whether the statement can go on with the current token.
  var isStatementEnd: Bool {
    let token = current
    return (token.startsLine && position != statementStart) || token.kind == .semicolon
      || token.kind == .rightBrace || token.kind == .end
  }

  /// The number of a token as a keyword; arrows begin statements as words do.
  func keyword(_ token: Token) -> KeywordID { token.kind == .arrow ? grammar.arrow : token.keyword }

  // MARK: Nodes

  mutating func begin(_ kind: NodeKind, form: Grammar.FormID = 0) -> Int {
    nodes.append(
      RawNode(kind: kind, form: form, firstToken: Int32(position), endToken: Int32(position), end: 0))
    return nodes.count - 1
  }

  mutating func finish(_ node: Int) {
    nodes[node].endToken = Int32(position)
    nodes[node].end = Int32(nodes.count)
  }

  /// Ends the nodes that a mistake left open.
  mutating func closeUnfinished(after node: Int) {
    for index in nodes.indices.dropFirst(node + 1) where nodes[index].end == 0 { finish(index) }
  }

  /// A node of some tokens and no children.
  mutating func leaf(_ kind: NodeKind, tokens count: Int = 1) {
    let node = begin(kind)
    position += count
    finish(node)
  }

  /// Reads something that may hold others of its like; false after a diagnostic when they nest too deeply.
  mutating func nested(_ what: String, _ body: (inout Parser) -> Bool) -> Bool {
    guard depth < Self.deepestNesting else {
      error("nested-too-deeply", "\(what) nest more than \(Self.deepestNesting) deep here", at: current)
      return false
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  // MARK: Diagnostics

  func range(_ token: Token) -> SourceRange {
    SourceRange(file: file, start: Int(token.start), end: Int(token.end))
  }

  mutating func error(
    _ code: String, _ message: String, at token: Token, label: String = "", help: String? = nil,
    related: [Diagnostic.Label] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    // The lexer has spoken about these bytes already.
    guard token.kind != .invalid else { return }
    error(code, message, at: range(token), label: label, help: help, related: related, fixIts: fixIts)
  }

  mutating func error(
    _ code: String, _ message: String, at range: SourceRange, label: String = "", help: String? = nil,
    related: [Diagnostic.Label] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code, message, at: range, label: label, related: related,
        help: (help.map { [$0] } ?? []) + (help == nil ? fixIts.map(\.title) : []), fixIts: fixIts))
  }

  /// What stands here instead of what was expected.
  var described: String {
    current.startsLine && position != statementStart && current.kind != .end
      ? "the end of the line" : describe(current)
  }

  /// A token, for messages.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the file"
    case .text, .multilineText: "a text"
    default: "`\(shortened(text(token)))`"
    }
  }

  func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }
}
