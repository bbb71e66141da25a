import DesignSource
import DesignSyntax
import TestSupport
import Testing

/// Any bytes give a tree that prints back to the same bytes.
@Suite struct RobustnessTests {
  static let texts = TestFiles.all(in: "samples") + TestFiles.all(in: "Tests/Cases")

  @Test(arguments: texts) func survivesTruncationAnywhere(path: String) throws {
    let bytes = try TestFiles.bytes(path)
    // Every byte of a short text; of a long one as many places, spread evenly.
    for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) { check(Array(bytes[..<end])) }
  }

  @Test(arguments: texts) func survivesMutation(path: String) throws {
    let bytes = try TestFiles.bytes(path)
    let tree = Parser.parse(SourceFile(path: path, bytes: bytes), file: FileID(0))
    var random = SeededGenerator(seed: UInt64(bytes.count))
    let tokens = tree.tokens.filter { $0.end > $0.start }
    guard tokens.count > 2 else { return }
    for _ in 0..<60 {
      let one = tokens[Int.random(in: 0..<tokens.count, using: &random)]
      let two = tokens[Int.random(in: 0..<tokens.count, using: &random)]
      let (first, second) = (Int(one.start)..<Int(one.end), Int(two.start)..<Int(two.end))
      var deleted = bytes
      deleted.removeSubrange(first)
      check(deleted)
      var duplicated = bytes
      duplicated.insert(contentsOf: [32] + bytes[first], at: first.upperBound)
      check(duplicated)
      var replaced = bytes
      replaced.replaceSubrange(first, with: bytes[second])
      check(replaced)
      var flipped = bytes
      flipped[first.lowerBound] = UInt8.random(in: 0...255, using: &random)
      check(flipped)
    }
  }

  @Test func survivesRandomBytes() {
    var random = SeededGenerator(seed: 7)
    for length in 0..<200 { check((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }) }
    let alphabet = Array("{}()[]\"`'/*:;,.|?=+-><\n aé🙂1%".utf8)
    for _ in 0..<500 {
      check((0..<80).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
    }
  }

  @Test func survivesDeepNesting() {
    check(Array(String(repeating: "system a { ", count: 10_000).utf8))
    check(Array(String(repeating: "{", count: 10_000).utf8))
    check(Array(("type a { b: " + String(repeating: "[", count: 10_000)).utf8))
    check(Array(("rule r { where " + String(repeating: "(", count: 10_000)).utf8))
    check(Array(("rule r { where " + String(repeating: "not ", count: 10_000)).utf8))
    check(Array(("type a { b: string" + String(repeating: "(c", count: 10_000)).utf8))
    check(Array(String(repeating: "/*", count: 10_000).utf8))
  }

  private func check(_ bytes: [UInt8]) {
    let tree = Parser.parse(SourceFile(path: "x.design", bytes: bytes), file: FileID(0))
    #expect(tree.printed() == bytes)
    var end: Int32 = 0
    for token in tree.tokens {
      #expect(token.start >= end)
      end = token.end
    }
    #expect(visit(tree.root, within: tree.root) > 0)
  }

  /// Counts nodes, and holds that each lies within the one above.
  private func visit(_ node: Node, within outer: Node) -> Int {
    #expect(node.range.start >= outer.range.start && node.range.end <= outer.range.end)
    return node.children.reduce(1) { $0 + visit($1, within: node) }
  }
}
