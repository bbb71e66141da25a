import DesignCompiler
import DesignFormat
import DesignSource
import DesignSyntax
import TestSupport
import Testing

/// The language reference says what the keyword table says, and shows every form in a design that compiles.
@Suite struct ReferenceTests {
  @Test(arguments: Chapter.all.map(\.name)) func chapterIsCurrent(name: String) throws {
    let chapter = try #require(Chapter.all.first { $0.name == name })
    try expectCurrent("\(ReferencePages.folder)/\(name).md", try ReferencePages().page(chapter))
  }

  @Test func contentsAreCurrent() throws {
    try expectCurrent("\(ReferencePages.folder)/README.md", try ReferencePages().contents())
  }

  @Test func everyContextHasItsPlace() {
    let placed = Chapter.all.flatMap { $0.sections.map(\.context) }
    for context in Context.allCases where Grammar.shared.contexts[context] != nil {
      #expect(placed.count { $0 == context } == 1, "\(context.rawValue) stands in one chapter")
    }
    for chapter in Chapter.all {
      let anchors = chapter.sections.map(\.anchor)
      #expect(Set(anchors).count == anchors.count, "\(chapter.name)")
    }
  }

  @Test func everyFormHasAnExample() throws {
    let examples = try Examples()
    for form in Grammar.shared.forms {
      #expect(examples.use(of: form, in: "") != nil, "no example of the reference uses \(form.name)")
    }
  }

  @Test(arguments: Chapter.all.map(\.name)) func examplesCompile(name: String) throws {
    let source = try TestFiles.source("\(Examples.folder)/\(name).design")
    let diagnostics = compile([source]).diagnostics
    #expect(diagnostics.isEmpty, "\(DiagnosticText(files: [source], colour: false).render(diagnostics))")
    #expect(
      format(source) == String(decoding: source.bytes, as: UTF8.self), "run designc fmt on \(name).design")
  }
}
