package import DesignSource

/// A place in a syntax tree.
package struct Node: Sendable {
  package let tree: SyntaxTree
  let index: Int

  private var raw: RawNode { tree.nodes[index] }

  package var kind: NodeKind { raw.kind }

  /// The form of a statement.
  package var form: Form { Grammar.shared.forms[Int(raw.form)] }

  /// The number of a statement's form, to compare with.
  package var formID: Grammar.FormID { raw.form }

  /// The node's tokens.
  package var tokens: ArraySlice<Token> { tree.tokens[Int(raw.firstToken)..<Int(raw.endToken)] }

  /// From the first token to the end of the last; empty behind the token before when the node has none.
  package var range: SourceRange {
    let raw = raw
    guard raw.endToken > raw.firstToken else {
      let at = raw.firstToken > 0 ? tree.tokens[Int(raw.firstToken) - 1].end : 0
      return SourceRange(file: tree.file, start: Int(at), end: Int(at))
    }
    return SourceRange(
      file: tree.file, start: Int(tree.tokens[Int(raw.firstToken)].start),
      end: Int(tree.tokens[Int(raw.endToken) - 1].end))
  }

  /// The node's first token, with which a statement begins; the token behind it when it has none.
  package var head: Token { tree.tokens[Int(raw.firstToken)] }

  /// The node's last token; nil when it has none.
  package var last: Token? {
    let raw = raw
    return raw.endToken > raw.firstToken ? tree.tokens[Int(raw.endToken) - 1] : nil
  }

  /// Whether the statement begins with `external`.
  package var isExternal: Bool { head.keyword == Grammar.shared.fixed.external && head.keyword != 0 }

  /// The range of the first token alone.
  package var firstToken: SourceRange {
    let raw = raw
    guard raw.endToken > raw.firstToken else { return range }
    return SourceRange(file: tree.file, start: Int(head.start), end: Int(head.end))
  }

  /// The node's bytes as written.
  package var sourceText: String {
    let range = range
    return tree.text(from: range.start, to: range.end)
  }

  package var children: Children { Children(tree: tree, position: index + 1, end: Int(raw.end)) }

  /// The first child of a kind.
  package func child(_ kind: NodeKind) -> Node? {
    var position = index + 1
    let end = Int(raw.end)
    while position < end {
      let child = tree.nodes[position]
      if child.kind == kind { return Node(tree: tree, index: position) }
      position = Int(child.end)
    }
    return nil
  }

  /// The statements of this node: modifiers on its line, and what stands in its block, in the order of the text.
  package var statements: Statements { Statements(tree: tree, position: index + 1, end: Int(raw.end)) }

  /// The `///` lines before the node, without the slashes and one space; nil when there are none.
  package var documentation: String? {
    let first = head
    guard first.flags.contains(.documentation) else { return nil }
    let index = Int(raw.firstToken)
    let start = index == 0 ? 0 : Int(tree.tokens[index - 1].end)
    var lines: [String] = []
    let trivia = tree.source.bytes[start..<Int(first.start)]
    let parts = trivia.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      let line = part.drop { $0 == 32 || $0 == 9 }
      guard line.starts(with: Self.slashes), line.dropFirst(3).first != Self.slashes[0] else {
        // An empty line or another comment ends what came before: only what touches the statement describes it.
        if !line.isEmpty || number < parts.count - 1 { lines.removeAll() }
        continue
      }
      var content = line.dropFirst(3)
      if content.first == 32 { content = content.dropFirst() }
      if content.last == 13 { content = content.dropLast() }
      lines.append(String(decoding: content, as: UTF8.self))
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static let slashes = Array("///".utf8)

  /// The children of a node, one after another.
  package struct Children: Sequence, IteratorProtocol, Sendable {
    let tree: SyntaxTree
    var position: Int
    let end: Int

    package mutating func next() -> Node? {
      guard position < end else { return nil }
      let node = Node(tree: tree, index: position)
      position = Int(tree.nodes[position].end)
      return node
    }
  }

  /// The statements of a node, one after another, without those of inner statements.
  package struct Statements: Sequence, IteratorProtocol, Sendable {
    let tree: SyntaxTree
    var position: Int
    let end: Int

    package mutating func next() -> Node? {
      while position < end {
        let raw = tree.nodes[position]
        let node = position
        // What stands in a block follows the block itself in the list.
        position = raw.kind == .block ? position + 1 : Int(raw.end)
        if raw.kind == .statement { return Node(tree: tree, index: node) }
      }
      return nil
    }
  }
}
