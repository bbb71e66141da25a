import DesignModel
import DesignSource
import DesignSyntax
import Foundation
import TestSupport
import Testing

/// Any bytes give a tree that prints back to the same bytes, and a model: never a crash, never a hang.
///
/// The variable `ROBUSTNESS_ROUNDS` says how often each text is changed; the suite's own run is a short one.
@Suite struct RobustnessTests {
  static let texts = TestFiles.all(in: "samples") + TestFiles.all(in: "Tests/Cases")
  static let rounds =
    ProcessInfo.processInfo.environment["ROBUSTNESS_ROUNDS"].flatMap { Int($0) } ?? 4

  @Test(arguments: texts) func survivesTruncationAnywhere(path: String) throws {
    let bytes = try TestFiles.bytes(path)
    // Every byte when there is time for it; else places spread evenly.
    for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / (Self.rounds * 8))) {
      check(Array(bytes[..<end]))
    }
  }

  @Test(arguments: texts) func survivesMutation(path: String) throws {
    let bytes = try TestFiles.bytes(path)
    var random = SeededGenerator(seed: UInt64(bytes.count))
    for _ in 0..<Self.rounds {
      // Several changes, one upon another, as an editor sees them.
      var text = bytes
      for _ in 0..<3 {
        text = mutated(text, &random)
        check(text)
      }
    }
  }

  /// The text with one token deleted, doubled, swapped with another, put in another's place, or one byte changed.
  private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let tree = Parser.parse(SourceFile(path: "x.design", bytes: bytes), file: FileID(0))
    let tokens = tree.tokens.filter { $0.end > $0.start }
    guard tokens.count > 2 else { return bytes + [UInt8.random(in: 0...255, using: &random)] }
    func anyToken() -> Range<Int> {
      let token = tokens[Int.random(in: 0..<tokens.count, using: &random)]
      return Int(token.start)..<Int(token.end)
    }
    let (one, two) = (anyToken(), anyToken())
    var out = bytes
    switch Int.random(in: 0..<5, using: &random) {
    case 0: out.removeSubrange(one)
    case 1: out.insert(contentsOf: [32] + bytes[one], at: one.upperBound)
    case 2:
      let (first, last) = one.lowerBound <= two.lowerBound ? (one, two) : (two, one)
      guard first.upperBound <= last.lowerBound else { return out }
      out.replaceSubrange(last, with: bytes[first])
      out.replaceSubrange(first, with: bytes[last])
    case 3: out.replaceSubrange(one, with: bytes[two])
    default: out[one.lowerBound] = UInt8.random(in: 0...255, using: &random)
    }
    return out
  }

  @Test func survivesRandomBytes() {
    var random = SeededGenerator(seed: 7)
    for length in 0..<(Self.rounds * 20) {
      check((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    let alphabet = Array("{}()[]\"`'/*:;,.|?=+-><\n aé🙂1%".utf8)
    for _ in 0..<(Self.rounds * 50) {
      check((0..<80).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
    }
  }

  /// Words of the language in any order get further into the parser than random bytes do.
  @Test func survivesRandomWords() {
    var random = SeededGenerator(seed: 11)
    let others: [String] = [
      "{", "}", "(", ")", "[", "]", ":", ",", ".", "..", "->", "|", "?", "=", "\n", "\n", "a", "b", "`x`",
      "\"t\"", "1", "2s", "3GiB", "50%", "v2", "GET /a/{b: c}", "2027-01-31", "4 rps", "{\n", "}\n",
    ]
    let words: [String] = Array(Grammar.shared.keywords.spellings.dropFirst()) + others
    for _ in 0..<(Self.rounds * 50) {
      let text = (0..<60).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      check(Array(text.joined(separator: " ").utf8))
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
    let problems = ModelBuilder.build([tree]).problems
    var fault: String?
    if tree.printed() != bytes { fault = "the tree does not print back" }
    var end: Int32 = 0
    for token in tree.tokens {
      if token.start < end { fault = "tokens overlap" }
      end = token.end
    }
    if !lies(tree.root) { fault = "a node lies outside the one above" }
    for diagnostic in tree.diagnostics + problems
    where diagnostic.range.start < 0 || Int(diagnostic.range.end) > bytes.count {
      fault = "a diagnostic lies outside the text"
    }
    if tree.diagnostics.count > Parser.mostDiagnostics + 1 { fault = "too many diagnostics" }
    if let fault { Issue.record("\(fault): \(String(decoding: bytes, as: UTF8.self))") }
  }

  /// Whether every node lies within the one above.
  private func lies(_ node: Node) -> Bool {
    let outer = node.range
    return node.children.allSatisfy {
      $0.range.start >= outer.start && $0.range.end <= outer.end && lies($0)
    }
  }
}
