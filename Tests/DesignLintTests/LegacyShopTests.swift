import DesignLint
import DesignModel
import DesignSource
import DesignSyntax
import TestSupport
import Testing

/// The sample that is wrong on purpose: the review finds what was planted, each once, and nothing else.
@Suite struct LegacyShopTests {
  private static let sample = "samples/legacy-shop"

  /// `RULE where` of each row of the README's table.
  private static func planted() throws -> [String] {
    let readme = String(decoding: try TestFiles.bytes("\(sample)/README.md"), as: UTF8.self)
    return readme.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "`", omittingEmptySubsequences: false)
      guard line.hasPrefix("| `"), cells.count >= 5 else { return nil }
      return "\(cells[1]) \(cells[3])"
    }
  }

  @Test func findsWhatWasPlantedAndNothingElse() throws {
    let files = try TestFiles.all(in: Self.sample).map { try TestFiles.source($0) }
    let model = ModelBuilder.build(
      files.enumerated().map { Parser.parse($0.element, file: FileID($0.offset)) })
    let found = review(model).findings.map { "\($0.rule) \($0.subject)" }
    let planted = try Self.planted()
    #expect(planted.count >= 30)
    #expect(found.sorted() == planted.sorted())
  }

  @Test func everyReviewerHasSomethingToSay() throws {
    let prefixes = Set(try Self.planted().map { $0.prefix(3) })
    #expect(prefixes == ["INF", "SEC", "DAT", "API", "WEB", "MSG", "OPS", "MOD"])
  }
}
