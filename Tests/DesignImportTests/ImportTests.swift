import DesignCompiler
import DesignFormat
import DesignImport
import DesignSource
import Foundation
import TestSupport
import Testing

/// Files of other formats, and the designs that come of them: `Cases/NAME.sql` or `.yml` beside the same with `.expected`, which
/// holds the design and then what is told. `RECORD=1 swift test --filter DesignImportTests` writes those anew.
@Suite struct ImportTests {
  private static let folder = "Tests/DesignImportTests/Cases"
  private static let cases =
    (TestFiles.all(in: folder, ending: ".sql") + TestFiles.all(in: folder, ending: ".yml"))
    .sorted()

  private func imported(_ source: SourceFile) -> ImportedDesign {
    source.path.hasSuffix(".sql") ? SQLReader.design([source]) : ComposeReader.design(source)
  }

  /// A design in its canonical form; a defect when it is none.
  private func canonical(_ text: String) throws -> String {
    try #require(format(SourceFile(path: "imported.design", text: text)), "it does not parse:\n\(text)")
  }

  @Test(arguments: cases) func givesThisDesign(path: String) throws {
    let source = try TestFiles.source(path)
    let design = imported(source)
    #expect(!design.diagnostics.contains { $0.severity == .error })
    let lines = LineTable(source)
    let notes = design.diagnostics.map { note in
      let place = lines.position(of: note.range.start)
      return "\(place.line):\(place.column): \(note.message)\n"
    }
    let told = try canonical(design.text) + "\n--- told:\n" + notes.joined()
    let url = TestFiles.root.appending(path: "\(path).expected")
    if ProcessInfo.processInfo.environment["RECORD"] != nil { try Data(told.utf8).write(to: url) }
    #expect(told == String(decoding: try Data(contentsOf: url), as: UTF8.self))
  }

  @Test(arguments: cases) func compilesAndSaysSo(path: String) throws {
    let design = imported(try TestFiles.source(path))
    let compilation = compile([SourceFile(path: "a.design", text: try canonical(design.text))])
    #expect(!compilation.hasErrors, "\(compilation.diagnostics.map(\.message))")
  }

  /// Whatever is wrong with a file, what comes of it is a design.
  @Test(arguments: cases, 0..<12 as Range<UInt64>) func mangledFilesGiveDesigns(path: String, seed: UInt64)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    var parts = String(decoding: try TestFiles.bytes(path), as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false
    ).map(String.init)
    let splinters = [
      "`", "\"", "'", "(", ")", ",", ";", "{", "--", "\n", "\u{202E}", "$$", "title", "[", "\\", ": ",
    ]
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let at = Int.random(in: parts.indices, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: parts[at] = ""
      case 1: parts[at] += splinters.randomElement(using: &generator) ?? ""
      case 2: parts.insert(splinters.randomElement(using: &generator) ?? "", at: at)
      default: parts.swapAt(at, Int.random(in: parts.indices, using: &generator))
      }
    }
    let text = parts.joined(separator: " ")
    let design = imported(SourceFile(path: path, text: text))
    // YAML may be beyond reading, and a text that is never closed swallows every table.
    guard !design.diagnostics.contains(where: { $0.severity == .error }) else { return }
    let compilation = compile([SourceFile(path: "a.design", text: try canonical(design.text))])
    #expect(!compilation.hasErrors, "\(compilation.diagnostics.map(\.message)) of\n\(text)")
  }

  @Test func whatHoldsNothingIsAnError() {
    for text in ["", "SELECT 1;", "-- only a comment", "\0"] {
      let design = SQLReader.design([SourceFile(path: "a.sql", text: text)])
      #expect(design.diagnostics.contains { $0.severity == .error } && design.text.isEmpty)
    }
    for text in ["", "a: b", "services: {}", "services: [", "- a", "services: text"] {
      let design = ComposeReader.design(SourceFile(path: "a.yml", text: text))
      #expect(design.diagnostics.contains { $0.severity == .error } && design.text.isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("postgresql", SQLDialect.postgresql), ("mysql", .mysql), ("sqlite", .sqlite), ("hostile", .postgresql),
  ])
  func theDialectIsToldFromTheFile(name: String, dialect: SQLDialect) throws {
    #expect(SQLDialect.guess([try TestFiles.source("\(Self.folder)/\(name).sql")]) == dialect)
  }

  /// Several files are one schema, as migrations are; what is told names the file that it is about.
  @Test func filesAreReadInOrder() throws {
    let files = ["CREATE TABLE a (id int);", "ALTER TABLE a ADD PRIMARY KEY (id); GRANT x;"].enumerated().map
    {
      SourceFile(path: "\($0.offset).sql", text: $0.element)
    }
    let design = SQLReader.design(files, name: "many")
    #expect(try canonical(design.text).contains("id: int primary key"))
    #expect(design.diagnostics.map(\.range.file) == [FileID(1)])
  }
}
