import DesignLint
import Foundation
import TestSupport
import Testing

/// `designc rules`, and the pages that it writes.
@Suite struct RulesTests {
  @Test func listsEveryRuleOnce() throws {
    let result = try Command().run("rules")
    #expect(result.status == 0)
    let ids = result.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(ids == Rule.all.map(\.id))
  }

  @Test func filters() throws {
    let command = try Command()
    let output = try command.run(
      "rules", "--only", "SEC", "--only", "no-dead-letter", "--severity", "warning"
    ).output
    let expected = Rule.all.filter {
      ($0.prefix == "SEC" || $0.name == "no-dead-letter") && $0.severity == .warning
    }
    #expect(!expected.isEmpty && expected.count < Rule.all.count)
    #expect(output.split(separator: "\n").count == expected.count)
    #expect(output.contains("no-dead-letter") == expected.contains { $0.name == "no-dead-letter" })
  }

  @Test func refusesWhatIsNoRule() throws {
    let wrong = try Command().run("rules", "--only", "SEC01")
    #expect(wrong.status == 64 && wrong.error.contains("did you mean"))
    let none = try Command().run("rules", "--only", "SEC001", "--severity", "info")
    #expect(none.status == 64 && none.error.contains("No rule is of that severity"))
    #expect(try Command().run("rules", "--severity", "bad").status == 64)
    #expect(try Command().run("rules", "nowhere").status == 74)
  }

  private static let own = """
    rule no-php: warning "PHP is not on the approved list" {
      for application
      expect technology is not "PHP"
    }
    application catalog: service { technology "PHP" }
    """

  @Test func listsTheRulesOfADesign() throws {
    let command = try Command()
    try command.write("a.design", Self.own)
    let result = try command.run("rules", ".", "--severity", "warning")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("no-php"))
    #expect(try command.run("rules", ".", "--only", "no-php", "--pages", "pages").status == 0)
    #expect(try command.read("pages/no-php.md").contains("accept no-php"))
    #expect(command.files(in: "pages") == ["README.md", "no-php.md"])
  }

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)")) func theListFitsItsSchema() throws {
    let command = try Command()
    try command.write("a.design", Self.own)
    try command.write("rules.json", try command.run("rules", ".", "--format", "json").output)
    let schema = TestFiles.root.appending(path: "docs/schemas/rules.schema.json")
    #expect(try Judge.complaints(.schema, about: command.folder.appending(path: "rules.json"), schema) == "")
  }

  /// `scripts/record.sh` writes them anew.
  @Test func thePagesAreThoseThatAreCommitted() throws {
    let command = try Command()
    #expect(try command.run("rules", "--pages", "pages").status == 0)
    let names = command.files(in: "pages")
    #expect(Set(names) == Set(Rule.all.map { "\($0.id).md" } + ["README.md"]))
    let committed = Command(folder: TestFiles.root)
    #expect(committed.files(in: "docs/rules") == names)
    for name in names {
      #expect(
        try command.read("pages/\(name)") == committed.read("docs/rules/\(name)"), "\(name) is out of date")
    }
  }

  /// What a page says of mending and accepting is so: the clause that it shows makes the finding of its example an
  /// accepted one.
  @Test(arguments: Rule.all) func thePageTellsTheTruth(rule: Rule) throws {
    let command = try Command()
    let page = try command.run("explain", rule.id).output
    #expect(page.contains("\nHow to mend it:\n") && page.contains("\n  - "), "no advice")
    #expect(page.contains("\nSources:\n"))
    let words = page.split(separator: "\n")
    let line = try #require(words.first { $0.hasPrefix("`designc lint ") }, "the example shows nothing")
    let arguments = line.split(separator: "`")[0].split(separator: " ").dropFirst().map(String.init)
    try command.write("example.design", rule.fires)
    let found = try command.run(arguments: arguments + ["--format", "json"]).output
    #expect(found.contains("\"rule\" : \"\(rule.id)\""))
    let clause = words.first { $0.hasPrefix("    accept \(rule.id) ") }.map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect((clause != nil) == rule.isAcceptable)
    guard let clause, clause.contains(" on ") else { return }
    try command.write("example.design", "\(rule.fires)\n\(clause)\n")
    let accepted = try command.run(arguments: arguments + ["--format", "json"]).output
    #expect(accepted.contains("\"reason\" : \"why it does no harm here\""), "\(clause)")
    // The example that is right has no such finding.
    try command.write("example.design", rule.passes)
    #expect(
      !(try command.run(arguments: arguments + ["--format", "json"]).output.contains("\"\(rule.id)\"")))
  }
}
