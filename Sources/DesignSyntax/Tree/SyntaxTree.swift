package import DesignSource

/// The tree of one file. It holds every byte: tokens and what lies between them print back to the same text.
package final class SyntaxTree: Sendable {
  package let source: SourceFile
  package let file: FileID
  package let tokens: [Token]
  /// What is wrong with the text itself, in the order in which it was noticed.
  package let diagnostics: [Diagnostic]
  /// Words of statements that could not be read. Whatever they declared is unknown, not missing.
  package let skippedWords: Set<String>
  /// All nodes, each before its children.
  let nodes: [RawNode]

  init(
    source: SourceFile, file: FileID, tokens: [Token], nodes: [RawNode], diagnostics: [Diagnostic],
    skippedWords: Set<String>
  ) {
    self.source = source
    self.file = file
    self.tokens = tokens
    self.nodes = nodes
    self.diagnostics = diagnostics
    self.skippedWords = skippedWords
  }

  /// The whole file.
  package var root: Node { Node(tree: self, index: 0) }

  /// The number of statements whose form fulfils a condition, at any depth.
  package func countStatements(_ isCounted: (Grammar.FormID) -> Bool) -> Int {
    nodes.count { $0.kind == .statement && isCounted($0.form) }
  }

  /// The text again, from tokens and the bytes between them.
  package func printed() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(source.bytes.count)
    var position = 0
    for token in tokens {
      out += source.bytes[position..<Int(token.start)]
      out += source.bytes[Int(token.start)..<Int(token.end)]
      position = Int(token.end)
    }
    return out + source.bytes[position...]
  }

  /// The text of a token as written.
  package func text(_ token: Token) -> String { text(from: token.start, to: token.end) }

  /// The name that a token is: its text, without backticks.
  package func name(_ token: Token) -> String {
    token.kind == .backtick ? text(token).trimmingBackticks() : text(token)
  }

  /// The value of a text on one line, when it is what stands between the quotes; nil when something in it is escaped.
  package func plainText(_ token: Token) -> String? {
    source.bytes.withUnsafeBufferPointer { bytes in
      let (start, end) = (Int(token.start) + 1, Int(token.end) - 1)
      guard start <= end, bytes[end] == UInt8(ascii: "\"") else { return nil }
      let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
      return content.contains(UInt8(ascii: "\\")) ? nil : String(decoding: content, as: UTF8.self)
    }
  }

  func text(from start: Int32, to end: Int32) -> String {
    source.bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)]), as: UTF8.self)
    }
  }
}

/// How a node lies in the list: its tokens, and where its subtree ends.
struct RawNode: Sendable {
  var kind: NodeKind
  var form: Grammar.FormID
  var firstToken: Int32
  /// Just past the last token.
  var endToken: Int32
  /// Just past the last node of the subtree.
  var end: Int32
}

/// What a node is.
package enum NodeKind: UInt8, Sendable {
  case file
  /// A statement or modifier; its form says which.
  case statement
  case block
  /// What could not be read.
  case skipped
  case name, path, endpointReference, text, word, version, value, range, sql, literal, protocolName
  case columns, column, determinant
  case type, namedType, listType, mapType
  case arguments, argument, parameters, parameter, responses, response
  case endpointPath
  case orExpression, andExpression, notExpression, quantifier, comparison, presence
}
