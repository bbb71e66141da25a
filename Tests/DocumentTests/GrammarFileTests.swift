import DesignSource
import DesignSyntax
import TestSupport
import Testing

/// `docs/grammar.ebnf`: it is what the keyword table says, it is whole, and designs can be derived from it.
@Suite struct GrammarFileTests {
  static let grammar = FormGrammar()
  static let rules = Recognizer.Rules(grammar)

  private var text: String {
    var out = """
      /* The grammar of the design language, in the notation of the W3C (https://www.w3.org/TR/xml/#sec-notation).
         Written from the keyword table by Tests/DocumentTests; RECORD=1 swift test writes it anew.

         Symbols that begin with a capital are places and parts, those in small letters statements and modifiers, those in
         capitals tokens. White space and comments may stand between tokens. A line feed ends a statement, but for one within
         "(" and "[", after "," "->" "|" ".", or before "|". Which of several statements a word begins is decided by its
         place: a name before ":" begins a column or field, a modifier of the statement being read belongs to it, and
         the longest spelling wins. */

      """
    for (index, section) in Self.grammar.sections.enumerated() {
      let end =
        index + 1 < Self.grammar.sections.count
        ? Self.grammar.sections[index + 1].start : Self.grammar.rules.count
      out += "\n/* \(section.title) */\n\n"
      for rule in Self.grammar.rules[section.start..<end] {
        if !rule.comment.isEmpty { out += "/* \(rule.comment) */\n" }
        out += "\(rule.symbol) ::= \(rule.production.text)\n"
      }
    }
    out += "\n/* Tokens */\n\n"
    for token in Lexical.all {
      if !token.comment.isEmpty { out += "/* \(token.comment) */\n" }
      out += "\(token.symbol) ::= \(token.definition)\n"
    }
    return out + Lexical.characters
  }

  @Test func isCurrent() throws { try expectCurrent("docs/grammar.ebnf", text) }

  @Test func everySymbolIsDefinedOnceAndUsed() {
    let defined = Self.grammar.rules.map(\.symbol) + Lexical.all.map(\.symbol)
    #expect(Set(defined).count == defined.count)
    let used = Set(Self.grammar.rules.flatMap(\.production.symbols) + [FormGrammar.start])
    for symbol in used.sorted() { #expect(defined.contains(symbol), "\(symbol) is used and not defined") }
    for symbol in defined { #expect(used.contains(symbol), "\(symbol) is defined and not used") }
  }

  @Test(
    arguments: TestFiles.all(in: "samples") + TestFiles.all(in: Examples.folder)
      + TestFiles.all(in: "Tests/Cases/syntax").filter { $0.contains("/valid-") })
  func derives(path: String) throws {
    let tree = Parser.parse(try TestFiles.source(path), file: FileID(0))
    var recognizer = Recognizer(Self.rules, tree)
    let derives = recognizer.derives()
    #expect(derives, "stopped before: \(recognizer.stopped)")
  }

  /// Words that the compiler does not know are not in the grammar either.
  @Test(
    arguments: [
      "misspelt-closed-list", "misspelt-declaration", "misspelt-statement", "misspelt-verb", "sql-not-null",
      "missing-name", "missing-type", "unclosed-brace", "unmatched-brace", "wrong-unit", "view-without-kind",
      "keyword-in-capitals", "space-before-arguments",
    ])
  func doesNotDerive(name: String) throws {
    let tree = Parser.parse(try TestFiles.source("Tests/Cases/syntax/\(name).design"), file: FileID(0))
    #expect(!tree.diagnostics.isEmpty)
    var recognizer = Recognizer(Self.rules, tree)
    let derives = recognizer.derives()
    #expect(!derives)
  }
}
