import DesignSource
import DesignSyntax

/// A statement as it is compared: its own words, and the statements that it holds.
struct Statement: Sendable, Hashable {
  /// The form that it has: `index`, `retention`.
  let form: String
  /// What tells it from others of its form: the name that it declares, or what it is about.
  let key: String
  /// Its words without those of the statements that it holds, with single spaces.
  let head: String
  let range: SourceRange
  let parts: [Statement]

  /// - Parameter isOwn: whether an inner statement belongs to this one; what declares an element or connects does not.
  init(_ node: Node, isOwn: (Node) -> Bool) {
    form = node.form.name
    head = Self.head(of: node)
    let subject = node.children.first {
      [.name, .path, .determinant, .columns, .endpointPath].contains($0.kind)
    }
    key = subject.map { Self.words($0.tokens, of: node.tree) } ?? ""
    range = node.range
    parts = node.statements.filter(isOwn).map { Statement($0, isOwn: isOwn) }
  }

  /// The words of a statement up to the first statement in it, or to its block.
  static func head(of node: Node, without name: SourceRange? = nil) -> String {
    let range = node.range
    let inner = node.statements.first { _ in true }?.range.start
    let block = node.child(.block)?.range.start
    let end = min(inner ?? range.end, block ?? range.end)
    let tokens = node.tokens.prefix { $0.start < end }
    guard let name else { return words(tokens, of: node.tree) }
    let rest = tokens.drop { $0.start < name.end }
    return [words(tokens.prefix { $0.start < name.start }, of: node.tree), words(rest, of: node.tree)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Tokens with a space between those that do not touch, and so without comments and the ends of lines.
  static func words(_ tokens: ArraySlice<Token>, of tree: SyntaxTree) -> String {
    var out = ""
    var end: Int32?
    for token in tokens {
      if let end, end < token.start { out += " " }
      out += tree.text(token)
      end = token.end
    }
    return out
  }

  static func == (a: Statement, b: Statement) -> Bool {
    a.form == b.form && a.head == b.head && a.parts == b.parts
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(form)
    hasher.combine(head)
    hasher.combine(parts)
  }

  /// The whole statement on a line.
  var text: String { ([head] + parts.map(\.text)).joined(separator: " ") }
}
