import DesignModel
import DesignSource
import DesignSyntax
import Foundation
import TestSupport
import Testing

/// Every code that can be told can be explained, with examples that are what they say.
@Suite struct CodeTests {
  /// Codes whose example is no text that could stand in a table: bytes that are no text, hundreds of mistakes, and what
  /// depends on other directories or on Markdown.
  private static let withoutExample: Set<String> = [
    "invalid-utf8", "too-many-mistakes", "import-cycle", "import-errors", "imported-element", "bad-fence",
  ]

  @Test(arguments: DiagnosticCode.all.map(\.code)) func hasExamples(code: String) throws {
    let entry = try #require(DiagnosticCode.named(code))
    #expect(codes(in: entry.right) == [])
    // What was built is no design; the tests of `designc verify` hold it to its code.
    if !entry.isDeviation, !Self.withoutExample.contains(code) {
      #expect(codes(in: entry.wrong) == [code])
    }
    #expect(!entry.title.hasSuffix("."))
    #expect(entry.explanation.hasSuffix("."))
  }

  private func codes(in text: String) -> [String] {
    let tree = Parser.parse(SourceFile(path: "x.design", text: text), file: FileID(0))
    return (tree.diagnostics + ModelBuilder.build([tree]).problems).map(\.code)
  }

  @Test func everyCodeInTheSourcesIsExplained() throws {
    let known = Set(DiagnosticCode.all.map(\.code))
    #expect(known.count == DiagnosticCode.all.count, "a code stands twice in the table")
    let call = /(?:\berror|\breport|Diagnostic)\(\s*(?:\.error,\s*)?"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)"/
    var found: Set<String> = []
    for path in TestFiles.all(in: "Sources/DesignSyntax", ending: ".swift")
      + TestFiles.all(in: "Sources/DesignModel", ending: ".swift")
    {
      let text = String(decoding: try TestFiles.bytes(path), as: UTF8.self)
      for match in text.matches(of: call) { found.insert(String(match.1)) }
    }
    #expect(found.count > 15, "the pattern finds the codes")
    #expect(found.subtracting(known).sorted() == [], "these are not explained")
  }

  /// What the cases provoke is known, too, however the sources spell it; rules have letters and a number.
  @Test func everyCodeOfTheCasesIsExplained() throws {
    let known = Set(DiagnosticCode.all.map(\.code))
    for path in TestFiles.all(in: "Tests/Cases") {
      let text = String(decoding: try TestFiles.bytes(path), as: UTF8.self)
      for expectation in Expectation.read(text) where expectation.code.wholeMatch(of: /[A-Z]{3}\d{3}/) == nil
      {
        #expect(known.contains(expectation.code), "\(path)")
      }
    }
  }
}
