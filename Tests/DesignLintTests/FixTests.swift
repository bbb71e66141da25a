import DesignCompiler
import DesignModel
import DesignSource
import TestSupport
import Testing

@testable import DesignLint

/// Edits that findings propose.
@Suite struct FixTests {
  private func options(_ one: Case, _ rule: Rule) -> ReviewOptions {
    var options = ReviewOptions()
    if !rule.isOnByDefault { options.levels[rule.id] = .warning }
    options.stage = one.options["stage"].flatMap(ReviewOptions.Stage.init) ?? .agreed
    options.today = CalendarDay(year: 2027, month: 1, day: 1)
    return options
  }

  /// Every edit of every case leaves a design that reads well, and what it was made for is gone.
  @Test(arguments: Case.all) func mends(_ one: Case) throws {
    let rule = try #require(Rule.named(one.rule))
    let options = options(one, rule)
    let files = [SourceFile(path: "case.design", text: one.text)]
    let before = compile(files)
    let errors = before.diagnostics.filter { $0.severity == .error }.count
    for safety in [Diagnostic.FixIt.Safety.safe, .suggested] {
      let fixed = fix(files, safety, compile: { compile($0) }, review: { review($0.model, options: options) })
      #expect(fixed.compilation.syntaxDiagnostics.map(\.message) == [])
      #expect(fixed.compilation.diagnostics.filter { $0.severity == .error }.count <= errors)
      let left = review(fixed.compilation.model, options: options).findings.filter { finding in
        finding.diagnostic.fixIts.contains { safety == .suggested || $0.safety == .safe }
      }
      #expect(left.map { "\($0.rule): \($0.diagnostic.message)" } == [], "\(text(fixed.files))")
      // Nothing is left to do a second time.
      let again = fix(
        fixed.files, safety, compile: { compile($0) }, review: { review($0.model, options: options) })
      #expect(again.files == fixed.files && again.fixes.isEmpty)
    }
  }

  private func text(_ files: [SourceFile]) -> String {
    files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
  }

  /// The rules whose cases are mended, so that no edit goes missing unseen.
  @Test func knowsWhatCanBeMended() {
    var mended: Set<String> = []
    for one in Case.all {
      guard let rule = Rule.named(one.rule) else { continue }
      let files = [SourceFile(path: "case.design", text: one.text)]
      let options = options(one, rule)
      let fixed = fix(
        files, .suggested, compile: { compile($0) }, review: { review($0.model, options: options) })
      mended.formUnion(fixed.fixes.map(\.code))
    }
    #expect(
      mended.isSuperset(of: [
        "API007", "API013", "DAT003", "DAT004", "DAT005", "DAT018", "DAT019", "INF003", "INF004", "INF006",
        "INF012", "INF016", "MOD010", "MSG003", "MSG004", "MSG005", "MSG006", "OPS007", "OPS008", "SEC001",
        "SEC002", "SEC003", "SEC005", "SEC006", "SEC009", "SEC010", "SEC013", "SEC017", "SEC021", "SEC024",
        "WEB006",
      ]), "\(mended.sorted())")
  }

  private func made(_ text: String, _ edits: (Int, Int, String)...) -> (String, [Int]) {
    let list = edits.map { start, end, replacement in
      TextEdit(
        .init("", range: SourceRange(file: FileID(0), start: start, end: end), replacement: replacement))
    }
    let (file, made) = SourceFile(path: "a", text: text).applying(list)
    return (String(decoding: file.bytes, as: UTF8.self), made)
  }

  @Test func makesEditsInTheOrderOfTheText() {
    #expect(made("abcdef", (4, 5, "X"), (0, 1, "Y")) == ("YbcdXf", [1, 0]))
  }

  @Test func makesTheFirstOfTwoThatOverlapOrTouch() {
    #expect(made("abcdef", (0, 3, "X"), (2, 4, "Y")) == ("Xdef", [0]))
    #expect(made("abcdef", (2, 2, "X"), (2, 2, "Y")) == ("abXcdef", [0]))
    #expect(made("abcdef", (0, 2, "X"), (2, 2, "Y")) == ("Xcdef", [0]))
  }

  @Test func takesTheLineAlongWithTheLastOfIt() {
    #expect(made("a\n  b c\nd\n", (4, 7, "")).0 == "a\nd\n")
    #expect(made("a\r\n  b\r\nd", (5, 6, "")).0 == "a\r\nd")
    #expect(made("a b c\n", (4, 5, "")).0 == "a b\n")
    #expect(made("a b c\n", (2, 3, "")).0 == "a c\n")
    #expect(made("a b", (2, 3, "")).0 == "a")
    #expect(made("b", (0, 1, "")).0 == "")
  }

  @Test func keepsTheLineEndsOfTheFile() {
    #expect(made("a\r\nb\r\n", (1, 1, "\n  x")).0 == "a\r\n  x\r\nb\r\n")
  }

  @Test func refusesRangesThatLieOutside() {
    #expect(made("ab", (1, 9, "X")) == ("ab", []))
  }
}
