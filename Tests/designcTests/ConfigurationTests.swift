import Foundation
import TestSupport
import Testing
import Yams

/// `designc.yml` and what it changes, with the real binary.
@Suite struct ConfigurationFileTests {
  private static let design = """
    application shop: web { calls api over http }
    application api: service
    database db: postgresql {
      table visit { at: timestamptz }
    }

    """

  private func project(_ configuration: String, at path: String = "designc.yml") throws -> Command {
    let command = try Command()
    try command.write("a/b/shop.design", Self.design)
    try command.write(path, configuration)
    return command
  }

  @Test(arguments: ["designc.yml", "a/designc.yml", "a/b/designc.yml"])
  func isFoundUpward(path: String) throws {
    let command = try project("rules: {SEC009: off, DAT001: info}\n", at: path)
    defer { command.remove() }
    for design in [
      "a/b", "a/b/shop.design", command.folder.appending(path: "a/b").path(percentEncoded: false),
    ] {
      let result = try command.run("lint", design)
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.contains("info[DAT001") && !result.output.contains("SEC009"))
    }
    let inside = Command(folder: command.folder.appending(path: "a/b"))
    #expect(try inside.run("lint").status == 0)
  }

  @Test func theNearestCounts() throws {
    let command = try project("rules: {SEC: off, DAT: off}\n")
    defer { command.remove() }
    try command.write("a/designc.yml", "rules: {DAT001: off}\n")
    #expect(try command.run("lint", "a/b").output.contains("SEC009"))
    let named = try command.run("lint", "a/b", "--config", "designc.yml")
    #expect(!named.output.contains("SEC009"))
    #expect(try command.run("lint", "a/b", "--config", "none.yml").status == 74)
  }

  @Test(arguments: ["a/.git/HEAD", "a/.git"]) func repositoryEndsTheSearch(file: String) throws {
    let command = try project("rules: {SEC009: off}\n")
    defer { command.remove() }
    try command.write(file, "x")
    #expect(try command.run("lint", "a/b").output.contains("SEC009"))
  }

  @Test func mistakesAreToldAtTheirPlaces() throws {
    let command = try project("stage: reviw\nrules:\n  SEC01: off\n  INF004: {target: 200%}\n")
    defer { command.remove() }
    let text = try command.run("lint", "a/b")
    #expect(text.status == 2 && text.output.isEmpty)
    for part in [
      "designc.yml:1:8", "did you mean `review`?", "designc.yml:3:3", "did you mean `SEC001`?",
      "designc.yml:4:20", "designc: 3 errors",
    ] { #expect(text.error.contains(part), "\(part): \(text.error)") }
    let github = try command.run("lint", "a/b", "--diagnostic-format", "github")
    #expect(github.output.contains("::error file=designc.yml,line=4,col=20,"))
    let json = try command.run("lint", "a/b", "--diagnostic-format", "json")
    #expect(json.output.contains("\"code\"") || json.output.contains("\"rule\" : \"configuration\""))
    let sarif = try command.run("lint", "a/b", "--diagnostic-format", "sarif")
    #expect(sarif.output.contains("\"uri\" : \"designc.yml\""))
    let inside = Command(folder: command.folder.appending(path: "a/b"))
    #expect(try inside.run("lint").error.contains("--> ../../designc.yml:1:8"))
  }

  @Test func everyOutputShowsTheSeverity() throws {
    let command = try project("rules: {SEC009: warning}\n")
    defer { command.remove() }
    func output(_ format: String) throws -> String {
      try command.run("lint", "a/b", "--rule", "SEC009", "--format", format).output
    }
    #expect(try output("text").contains("warning[SEC009"))
    #expect(try output("json").contains("\"severity\" : \"warning\""))
    #expect(try output("github").hasPrefix("::warning "))
    #expect(try output("gitlab").contains("\"minor\""))
    #expect(try output("junit").contains("type=\"warning\""))
    #expect(try output("markdown").contains("| warning | SEC009 |"))
    let sarif = try output("sarif")
    #expect(sarif.contains("\"level\" : \"warning\",\n          \"locations\""))
  }

  @Test func theCommandLineGoesFirst() throws {
    let command = try project("fail-on: info\nstage: release\nrules: {SEC009: off, DAT: off}\n")
    defer { command.remove() }
    #expect(try command.run("lint", "a/b").status == 1)
    #expect(try command.run("lint", "a/b", "--fail-on", "error", "--stage", "sketch").status == 0)
    let named = try command.run("lint", "a/b", "--rule", "SEC009")
    #expect(named.status == 1 && named.output.contains("error[SEC009"))
    #expect(try command.run("lint", "a/b", "--only", "SEC").output.contains("SEC009") == false)
  }

  @Test func theReportGoesByItToo() throws {
    let command = try project("rules: {SEC009: off}\n")
    defer { command.remove() }
    let report = try command.run("review", "a/b", "--format", "markdown", "--output", "-")
    #expect(report.status == 0 && report.output.contains("DAT001") && !report.output.contains("SEC009"))
    try command.write("designc.yml", "stag: review\n")
    #expect(try command.run("review", "a/b", "--output", "-").status == 2)
  }

  @Test func rulesAreChosenByName() throws {
    let command = try project("")
    defer { command.remove() }
    let two = try command.run("lint", "a/b", "--rule", "plaintext-connection", "--rule", "DAT001")
    #expect(two.output.contains("SEC009") && two.output.contains("DAT001"))
    let one = try command.run("lint", "a/b", "--rule", "DAT001")
    #expect(!one.output.contains("SEC009"))
    let both = try command.run("lint", "a/b", "--only", "SEC", "--rule", "DAT001")
    #expect(both.output.contains("SEC009") && both.output.contains("DAT001"))
    let wrong = try command.run("lint", "a/b", "--rule", "DAT01", "--rule", "plain-connection")
    #expect(wrong.status == 64)
    #expect(
      wrong.error.contains("'DAT01'; did you mean 'DAT001'?") && wrong.error.contains("'plain-connection'"))
    #expect(try command.run("lint", "a/b", "--rule", "SEC").error.contains("write --only SEC"))
  }

  /// Every example of the documentation is taken without a word, and fits the published schema.
  @Test func documentedExamplesHold() throws {
    let pages = try ["configuration", "themes"].map {
      String(decoding: try TestFiles.bytes("docs/\($0).md"), as: UTF8.self)
    }
    let text = pages.joined(separator: "\n")
    let examples = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(examples.count >= 4)
    for example in examples {
      let command = try project(example)
      defer { command.remove() }
      let result = try command.run("lint", "a/b")
      #expect(result.status < 2 && result.error.isEmpty, "\(example)\(result.error)")
      if Judge.isInstalled { #expect(try fits(example, command), "\(example)") }
    }
  }

  @Test(
    .enabled(
      if: Judge.isInstalled, Comment(rawValue: Judge.remedy)),
    arguments: [
      ("theme: print\n", true),
      ("theme: {font: Arial, corner: 4, light: {text: '#123'}, dark: none}\n", true),
      ("theme: prnt\n", false), ("theme: {corner: 40}\n", false), ("theme: {light: {text: red}}\n", false),
      ("stage: review\n", true), ("", true), ("rules: {SEC001: off, no-php: info, MSG: warning}\n", true),
      ("rules: {INF004: {severity: error, target: 60%}}\n", true),
      ("rules: {DAT004: {large-table: 10k}}\n", true),
      ("profiles: asvs\n", true), ("environments: {required: [qa]}\n", true),
      ("stage: reviw\n", false), ("rulez: {}\n", false), ("rules: {SEC001: of}\n", false),
      ("rules: {MOD010: off}\n", false), ("rules: {INF004: {tarjet: 60%}}\n", false),
      ("rules: {INF004: {target: 0.6}}\n", false), ("rules: {DAT004: {large-table: 0}}\n", false),
      ("environments: {required: [prod]}\n", false), ("profiles: [fisp]\n", false),
    ])
  func theSchemaAgreesWithTheCommand(_ text: String, _ isRight: Bool) throws {
    let command = try project(text)
    defer { command.remove() }
    #expect(try fits(text, command) == isRight)
    guard !text.contains("no-php") else { return }
    #expect(try (command.run("lint", "a/b").status < 2) == isRight)
  }

  private func fits(_ text: String, _ command: Command) throws -> Bool {
    let value = try Yams.compose(yaml: text).map(Self.json) ?? NSNull()
    let bytes = try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
    try command.write("checked.json", Array(bytes))
    let schema = TestFiles.root.appending(path: "docs/schemas/designc.schema.json")
    return try Judge.complaints(.schema, about: command.folder.appending(path: "checked.json"), schema) == ""
  }

  /// As YAML 1.2 has it, which knows no truth called `off`.
  private static func json(_ node: Node) -> Any {
    switch node {
    case .mapping(let mapping):
      return Dictionary(uniqueKeysWithValues: mapping.map { ($0.key.string ?? "", json($0.value)) })
    case .sequence(let list): return list.map(json)
    case .alias: return NSNull()
    case .scalar(let scalar):
      if scalar.string.isEmpty { return NSNull() }
      if ["true", "false"].contains(scalar.string) { return scalar.string == "true" }
      if let number = Int(scalar.string) { return number }
      return Double(scalar.string) ?? scalar.string
    }
  }
}
