import DesignExchange
import DesignLint
import DesignModel
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

  /// What a page says of mending and accepting is so: its command finds what the page shows, and the clause that it shows
  /// makes that an accepted finding.
  @Test(arguments: Rule.all.map(\.id)) func thePageTellsTheTruth(id: String) throws {
    let rule = try #require(Rule.named(id))
    let page = RulePage(rule).text
    // What was agreed stands in a lock file, which an example cannot hold.
    guard id != "API001" else { return }
    #expect(page.contains("\nHow to mend it:\n") && page.contains("\n  - "), "no advice")
    #expect(page.contains("\nSources:\n"))
    let lines = page.split(separator: "\n")
    let command = try #require(lines.first { $0.hasPrefix("`designc lint ") }, "the example shows nothing")
    var options = try options(of: command)
    options.agreements = rule.agreedInExample
    // Of the rule's own findings, and with `--only` of no others.
    let found = review(Compiled(rule.fires).model, options: options).findings
    #expect(found.count { $0.rule == id } == 1, "an example shows one fault")
    #expect(options.only.isEmpty || found.count == 1)
    #expect(
      rule.fires.split(separator: "\n").allSatisfy { $0.count <= 110 }, "the example is too wide to be read")
    #expect(
      rule.passes.split(separator: "\n").allSatisfy { $0.count <= 110 }, "the example is too wide to be read")
    for finding in found where finding.rule == id { #expect(page.contains(finding.diagnostic.message)) }
    let passed = review(Compiled(rule.passes).model, options: options).findings
    #expect(!passed.contains { $0.rule == id })

    let clause = lines.first { $0.hasPrefix("    accept \(id) ") }
    #expect((clause != nil) == rule.isAcceptable)
    guard let clause, clause.contains(" on ") else { return }
    let accepted = review(Compiled("\(rule.fires)\n\(clause)\n").model, options: options).accepted
    #expect(accepted.contains { $0.acceptance.reason == "why it does no harm here" }, "\(clause)")
  }

  /// Those of `designc lint --only SEC001 --stage agreed --today 2026-11-01 example.design`.
  private func options(of command: Substring) throws -> ReviewOptions {
    var options = ReviewOptions()
    let words = command.split(separator: "`")[0].split(separator: " ").dropFirst(2)
    #expect(words.last == "example.design")
    for (word, value) in zip(words, words.dropFirst()) {
      switch word {
      case "--only": options.only.append(String(value))
      case "--stage": options.stage = try #require(ReviewOptions.Stage(rawValue: String(value)))
      case "--today":
        let parts = value.split(separator: "-").compactMap { Int($0) }
        options.today = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
      default: #expect(!word.hasPrefix("-"))
      }
    }
    return options
  }
}
