import DesignModel
import DesignSource
import DesignSyntax
import TestSupport
import Testing

/// The language, case by case: each file says in comments what is wrong with it.
@Suite struct CaseTests {
  @Test(arguments: TestFiles.all(in: "Tests/Cases"))
  func sayWhatTheyExpect(path: String) throws {
    let source = try TestFiles.source(path)
    let tree = Parser.parse(source, file: FileID(0))
    #expect(tree.printed() == source.bytes, "the tree prints back to the same bytes")
    let model = ModelBuilder.build([tree])
    let expected = Expectation.read(String(decoding: source.bytes, as: UTF8.self))
    let differences = Expectation.differences(expected, tree.diagnostics + model.problems, in: [source])
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  @Test(arguments: ["samples/shop", "samples/train-ticket"])
  func samplesAreClean(folder: String) throws {
    let sources = try TestFiles.all(in: folder).map(TestFiles.source)
    #expect(!sources.isEmpty)
    let trees = sources.enumerated().map { Parser.parse($0.element, file: FileID($0.offset)) }
    let diagnostics = trees.flatMap(\.diagnostics) + ModelBuilder.build(trees).problems
    #expect(diagnostics.isEmpty, "\(DiagnosticText(files: sources, colour: false).render(diagnostics))")
  }
}
