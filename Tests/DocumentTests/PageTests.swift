import DesignCompiler
import DesignSource
import TestSupport
import Testing

/// Every design in the pages compiles, or has the mistakes that its comments expect.
@Suite struct PageTests {
  @Test(arguments: Page.all) func designsCompile(path: String) throws {
    for fence in try Page(path).fences where fence.isDesign && fence.path == nil {
      let around = try fence.addsTo.map { try TestFiles.all(in: $0).map(TestFiles.source) } ?? []
      // The page's own lines, so that a mistake is told where it stands.
      let text = String(repeating: "\n", count: fence.line - 1) + fence.text
      let sources = [SourceFile(path: path, text: text)] + around
      let differences = Expectation.differences(
        Expectation.read(text), compile(sources).diagnostics, in: sources)
      #expect(differences.isEmpty, "\(path): \(differences.joined(separator: "\n"))")
    }
  }

  /// A block whose language is a slip would be compiled by nobody.
  @Test(arguments: Page.all) func languagesAreKnown(path: String) throws {
    let known = ["", "design", "console", "text", "json", "dbml", "structurizr", "mermaid", "yaml", "sql"]
    for fence in try Page(path).fences where fence.addsTo == nil {
      #expect(known.contains(fence.info), "\(path):\(fence.line - 1)")
    }
  }

  /// Links to other pages and to pictures lead somewhere.
  @Test(arguments: Page.all) func linksLeadSomewhere(path: String) throws {
    let page = try Page(path)
    let folder = path.split(separator: "/").dropLast().map { String($0) }
    // What is indented by four is code.
    let text = page.text.split(separator: "\n").filter { !$0.hasPrefix("    ") }.joined(separator: "\n")
    for link in text.matches(of: /\]\(([^)\s]+)\)/).map(\.1) where !link.contains("://") {
      let target = link.prefix { $0 != "#" }
      guard !target.isEmpty else { continue }
      var steps = folder
      for step in target.split(separator: "/") {
        if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
      }
      #expect(TestFiles.exists(steps.joined(separator: "/")), "\(path): \(link)")
    }
  }
}
