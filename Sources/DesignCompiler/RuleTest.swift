import DesignLint
package import DesignSource

/// What came of a small design that says in comments what rules must find in it.
package struct RuleTestResult: Sendable {
  package let compilation: Compilation
  /// How many findings are expected.
  package let expectations: Int
  /// By line; empty when the test has passed.
  package let differences: [Expectation.Difference]
  /// For codes that are expected and that no rule has, the nearest that one has.
  package let unknownCodes: [(written: String, nearest: String?)]
}

/// Judges a small design by rules, and holds what is found against its own comments.
///
/// Every finding of a rule that a design states counts. Findings of built-in rules count when the comments expect some
/// of that rule: a small design lacks much that a whole one has. Mistakes in the text always count.
///
/// - Parameter design: what the test belongs to, whose rules judge; the test may state further ones.
package func test(_ compilation: Compilation, byRulesOf design: Compilation) -> RuleTestResult {
  let expected =
    compilation.files.first.map { Expectation.read(String(decoding: $0.bytes, as: UTF8.self)) } ?? []
  let own = Set(compilation.model.rules.map(\.name))
  let all = compilation.model.rules + design.model.rules.filter { !own.contains($0.name) }
  let book = RuleBook(all)
  let mistakes = compilation.diagnostics.filter { RuleBook.builtIn.named($0.code) == nil }
  var said = mistakes
  // A design with mistakes is not reviewed.
  if !mistakes.contains(where: { $0.severity == .error }) {
    let named = Set(expected.compactMap { book.named($0.code)?.id })
    said += review(compilation.model, rules: all).findings.map(\.diagnostic).filter {
      named.contains($0.code) || book.named($0.code)?.isOwn == true
    }
  }
  let codes = Set(said.map(\.code))
  var seen: Set<String> = []
  let unknown = expected.map(\.code).filter { code in
    book.named(code) == nil && !codes.contains(code) && seen.insert(code).inserted
  }
  return RuleTestResult(
    compilation: compilation, expectations: expected.count,
    differences: Expectation.compare(expected, said, in: compilation.files),
    unknownCodes: unknown.map { ($0, book.nearest(to: $0)) })
}
