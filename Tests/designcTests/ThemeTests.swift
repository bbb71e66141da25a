import Foundation
import TestSupport
import Testing

/// Themes, as a user chooses them.
@Suite struct ThemeTests {
  private static let design = """
    design d "D"
    application a: service { calls b over https  writes s.t }
    application b: service
    database s: postgresql 17 { table t { id: int primary key } }

    """

  /// Every command that draws obeys `designc.yml`, and `--theme` goes before it.
  @Test(arguments: [
    ["build", "--output", "out"], ["draw"], ["docs", "--output", "out"],
    ["review", "--output", "out/r.html"],
    ["diff", "old.design", "d.design", "--output", "out"], ["embed", "out/page.md", "--folder", "p"],
  ]) func everyCommandThatDrawsObeys(arguments: [String]) throws {
    let command = try Command()
    try command.write("d.design", Self.design)
    if arguments[0] == "diff" { try command.write("old.design", "design d \"D\"\n") }
    try command.write("out/page.md", "```design\napplication a: service\n```\n")
    func drawn(_ more: [String]) throws -> String {
      let result = try command.run(arguments + more)
      #expect(result.status == 0, "\(result.error)")
      if !result.output.isEmpty, arguments[0] == "draw" { return result.output }
      let all = try FileManager.default.subpathsOfDirectory(
        atPath: command.folder.appending(path: "out").path(percentEncoded: false))
      return try all.filter { $0.hasSuffix(".svg") || $0.hasSuffix(".html") }.sorted().map {
        try command.read("out/\($0)")
      }.joined()
    }
    try FileManager.default.createDirectory(
      at: command.folder.appending(path: "out"), withIntermediateDirectories: true)
    // The first rule of every theme's style sheet that has a colour of its own.
    let plain = try drawn([])
    #expect(plain.contains(".sheet,.pill,.ring{fill:#fcfcfd}"))
    try command.write("designc.yml", "theme: { font: DejaVu Sans, light: { background: '#fefefe' } }\n")
    let own = try drawn([])
    #expect(
      own.contains(".sheet,.pill,.ring{fill:#fefefe}") && own.contains("text{font-family:'DejaVu Sans',"))
    #expect(try drawn(["--theme", "default"]) == plain)
    let print = try drawn(["--theme", "print"])
    #expect(
      print.contains(".region{stroke-dasharray:12 3}") && !print.contains(".sheet,.pill,.ring{fill:#12161c}"))
  }

  @Test func mistakesStopBeforeAnythingIsWritten() throws {
    let command = try Command()
    try command.write("d.design", Self.design)
    let unknown = try command.run("build", "--theme", "prnt")
    #expect(unknown.status == 64 && unknown.error.contains("did you mean 'print'?"))
    try command.write("designc.yml", "theme:\n  light:\n    text: '#aaa'\n")
    let faint = try command.run("build")
    #expect(faint.status == 2 && faint.error.contains("designc.yml:3:11") && faint.error.contains("4.5:1"))
    #expect(command.files(in: "output").isEmpty)
  }

  /// The page tells of every theme, font and colour.
  @Test func thePageIsWhole() throws {
    let page = String(decoding: try TestFiles.bytes("docs/themes.md"), as: UTF8.self)
    let schema = try JSONSerialization.jsonObject(
      with: Data(try TestFiles.bytes("docs/schemas/designc.schema.json")))
    var words: Set<String> = []
    func collect(_ value: Any) {
      if let object = value as? [String: Any] {
        if let choices = object["enum"] as? [String] { words.formUnion(choices) }
        if let properties = object["properties"] as? [String: Any] { words.formUnion(properties.keys) }
        for value in object.values { collect(value) }
      } else if let list = value as? [Any] {
        for value in list { collect(value) }
      }
    }
    let properties = (schema as? [String: Any])?["properties"] as? [String: Any]
    collect(try #require(properties?["theme"]))
    #expect(words.count > 70)
    for word in words {
      #expect(
        page.contains("`\(word)`") || page.contains(word + ":") || page.contains("## \(word)\n")
          || page.contains(" \(word)"), "\(word)")
    }
  }
}
