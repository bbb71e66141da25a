import DesignSource
import DesignSyntax
import Foundation
import TestSupport
import Testing

/// `editors/textmate`: the grammar is what the keyword table says, and colours designs as the compiler reads them.
@Suite struct TextMateTests {
  private static let path = "editors/textmate/design.tmLanguage.json"

  @Test func grammarIsCurrent() throws { try expectCurrent(Self.path, try TextMateGrammar.json()) }

  /// The extension for Visual Studio Code names files that are there.
  @Test func packageIsWhole() throws {
    let folder = "editors/textmate"
    func object(_ name: String) throws -> [String: Any]? {
      try JSONSerialization.jsonObject(with: Data(try TestFiles.bytes("\(folder)/\(name)"))) as? [String: Any]
    }
    let contributes = try #require(try object("package.json")?["contributes"] as? [String: [[String: Any]]])
    let language = try #require(contributes["languages"]?.first)
    let grammar = try #require(contributes["grammars"]?.first)
    #expect(language["id"] as? String == grammar["language"] as? String)
    let configuration = try #require(language["configuration"] as? String)
    #expect(try object(configuration) != nil)
    let path = try #require(grammar["path"] as? String)
    let file = try object(path)
    #expect(file?["scopeName"] as? String == grammar["scopeName"] as? String)
    #expect(file?["fileTypes"] as? [String] == ["design"])
  }

  @Test(arguments: TestFiles.all(in: "samples") + TestFiles.all(in: Examples.folder))
  func everyTokenHasTheScopeOfItsKind(path: String) throws {
    let source = try TestFiles.source(path)
    let tree = Parser.parse(source, file: FileID(0))
    let tokenizer = try TextMateTokenizer(json: Data(try TestFiles.bytes(Self.path)))
    let scopes = try tokenizer.scopes(of: String(decoding: source.bytes, as: UTF8.self))
    let lines = LineTable(source)
    var kinds = Kinds(tree)
    kinds.visit(tree.root)
    func check(_ start: Int, _ end: Int, _ kind: Kinds.Kind) {
      for offset in start..<end where !kind.fits(scopes[offset]) {
        let place = lines.position(of: Int32(offset))
        let text = String(decoding: source.bytes[start..<end], as: UTF8.self)
        Issue.record("\(place.line):\(place.column): \(kind) `\(text)` is `\(scopes[offset])`")
        return
      }
    }
    var end = 0
    for (token, kind) in zip(tree.tokens, kinds.kinds) {
      checkTrivia(source.bytes, end..<Int(token.start)) { check($0, $1, .comment) }
      if token.kind != .end { check(Int(token.start), Int(token.end), kind) }
      end = Int(token.end)
    }
  }

  /// Comments between two tokens.
  private func checkTrivia(_ bytes: [UInt8], _ range: Range<Int>, _ check: (Int, Int) -> Void) {
    let text = bytes[range]
    guard let first = text.firstIndex(of: UInt8(ascii: "/")) else { return }
    for line in bytes[first..<range.upperBound].split(separator: UInt8(ascii: "\n")) {
      guard let start = line.firstIndex(where: { $0 != 32 && $0 != 13 }) else { continue }
      check(start, line.endIndex)
    }
  }
}

/// What each token of a text is to the compiler.
private struct Kinds {
  enum Kind: String {
    case comment, keyword, word, declaration, parameter, string, number, symbol, reference

    /// Whether a scope is one of those that themes know for this.
    func fits(_ scopes: String) -> Bool {
      let scope = scopes.split(separator: " ").last ?? ""
      return switch self {
      case .comment: scope.hasPrefix("comment.")
      case .keyword: scope.hasPrefix("keyword.")
      case .declaration: scope.hasPrefix("entity.name.") || scope.hasPrefix("string.quoted.other.")
      case .parameter: scope.hasPrefix("variable.parameter.")
      case .string: scope.hasPrefix("string.") || scope.hasPrefix("constant.character.escape.")
      case .number: scope.hasPrefix("constant.numeric.")
      case .symbol: !scope.isEmpty && !scope.hasPrefix("string.") && !scope.hasPrefix("entity.")
      // Words of lists are coloured as keywords or as constants.
      case .word:
        scope.hasPrefix("keyword.") || scope.contains("constant.") || scope.hasPrefix("variable.")
          || scope.hasPrefix("support.")
      // What is neither: a path, a type.
      case .reference: !scope.isEmpty && !scope.hasPrefix("keyword.") && !scope.hasPrefix("entity.")
      }
    }
  }

  let tree: SyntaxTree
  private(set) var kinds: [Kind]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    kinds = tree.tokens.map { token in
      switch token.kind {
      case .text, .multilineText, .pathText, .backtick: .string
      case .number: .number
      case .word: .reference
      default: .symbol
      }
    }
  }

  /// Finds out about words, by the node in which they stand.
  mutating func visit(_ node: Node) {
    switch node.kind {
    case .name:
      set(node, node.head.kind == .text ? .string : .declaration)
    case .comparison, .presence, .quantifier:
      // Attributes are the words of facts.
      if let attribute = node.child(.path) { set(attribute, .word) }
      for child in node.children where child.kind != .path { visit(child) }
      return
    case .parameter, .argument:
      if let name = node.child(.name) { set(name, .parameter) }
      for child in node.children where child.kind != .name { visit(child) }
      return
    case .statement:
      // Words of the statement itself, rather than of what it holds.
      let inner = node.children.flatMap { Array($0.tokens) }.map(\.start)
      let held = Set(inner)
      for token in node.tokens where token.kind == .word && !held.contains(token.start) {
        set(token, .keyword)
      }
    case .word:
      for token in node.tokens where token.kind == .word { set(token, .word) }
    case .endpointReference: set(node.head, .keyword)
    case .column:
      // The direction of an index's column.
      if let last = node.last, last.kind == .word, last.start > node.head.start,
        ["asc", "desc"].contains(tree.text(last))
      {
        set(last, .keyword)
      }
    default: break
    }
    for child in node.children { visit(child) }
  }

  private mutating func set(_ node: Node, _ kind: Kind) {
    for token in node.tokens { set(token, kind) }
  }

  private mutating func set(_ token: Token, _ kind: Kind) {
    let index = tree.tokens.partitioningIndex { $0.start >= token.start }
    kinds[index] = kind
  }
}

extension Array {
  /// The first place of a sorted list at which a condition holds.
  fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
