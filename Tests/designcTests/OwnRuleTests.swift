import Foundation
import TestSupport
import Testing

/// Rules of a design, as a user states, runs and tests them.
@Suite struct OwnRuleTests {
  static let rules = """
    rule approved-languages: error "PHP is not on the approved list" {
      for application
      where technology contains "PHP"
      help "write it in Go"
    }
    """

  @Test func findingsAppearInEveryFormat() throws {
    let command = try Command()
    try command.write("rules.design", Self.rules)
    try command.write("shop.design", "application catalog: service technology \"PHP\"\n")
    let text = try command.run("lint", "--only", "approved-languages")
    #expect(text.status == 1)
    #expect(text.output.contains("error[approved-languages]: `catalog`: PHP is not on the approved list"))
    #expect(text.output.contains("help: write it in Go"))
    for format in ["json", "sarif", "junit", "github", "gitlab", "markdown"] {
      let result = try command.run("lint", "--format", format)
      #expect(result.status == 1, "\(format)")
      #expect(result.output.contains("approved-languages"), "\(format)")
      #expect(result.output.contains("PHP is not on the approved list"), "\(format)")
    }
    let sarif = try command.run("lint", "--only", "approved-languages", "--format", "sarif")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
    let run = try #require((document["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rule = try #require((driver["rules"] as? [[String: Any]])?.first)
    #expect(rule["id"] as? String == "approved-languages")
    #expect(
      (rule["shortDescription"] as? [String: String])?["text"] == "PHP is not on the approved list")
    let junit = try command.run("lint", "--only", "approved-languages", "--format", "junit")
    #expect(junit.output.contains("tests=\"1\" failures=\"1\""))
  }

  @Test func areSelectedAndAcceptedByName() throws {
    let command = try Command()
    try command.write("rules.design", Self.rules)
    try command.write(
      "shop.design",
      "application catalog: service technology \"PHP\" accept approved-languages \"it goes away next year\"\n"
    )
    let accepted = try command.run("lint", "--only", "approved-languages")
    #expect(accepted.status == 0)
    #expect(accepted.output == "no findings; 1 finding accepted\n")
    let unknown = try command.run("lint", "--only", "aproved-languages")
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("did you mean 'approved-languages'?"))
  }

  @Test(arguments: ["build", "check", "lint"])
  func mistakesAreToldOnce(name: String) throws {
    let command = try Command()
    try command.write("rules.design", "rule r: error \"x\" { for application where tecnology is \"x\" }\n")
    let result = try command.run(name)
    #expect(result.status == 2)
    #expect(result.error.components(separatedBy: "error[rule-type]").count == 2)
    #expect(result.error.contains("rules.design:1:43"))
    #expect(result.error.contains("did you mean `technology`?"))
  }

  @Test func testsPass() throws {
    let command = try Command()
    try command.write("rules.design", Self.rules)
    try command.write(
      "tests/php.test.design",
      """
      application catalog: service technology "PHP"
      //~ error[approved-languages] `catalog`
      application billing: service technology "Go"
      """)
    try command.write("tests/none.test.design", "application billing: service technology \"Go\"\n")
    let result = try command.run("test")
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(
      result.output == """
        passed  tests/none.test.design (0 expectations)
        passed  tests/php.test.design (1 expectation)

        2 tests: 2 passed, 0 failed

        """)
    // What tests hold is no part of the design.
    #expect(try command.run("lint", "--stage", "sketch").output == "no findings\n")
    #expect(
      try command.run("lint").output.hasSuffix(
        "judged as a sketch; `--stage review` also tells what is not stated yet\n"))
    #expect(try command.run("build").error.contains("nothing that could be drawn"))
  }

  @Test func differencesAreToldWithTheirPlace() throws {
    let command = try Command()
    try command.write("rules.design", Self.rules)
    try command.write(
      "php.test.design",
      """
      application catalog: service technology "PHP"
      application billing: service technology "Go"
      //~ error[approved-languages] billing
      application mailer: service technology "PHP"
      //~ warning[aproved-languages] mailer
      """)
    let result = try command.run("test")
    #expect(result.status == 1)
    #expect(
      result.output == """
        failed  php.test.design
          php.test.design:1: not expected: error[approved-languages] `catalog`: PHP is not on the approved list
          php.test.design:2: not found: error[approved-languages] billing
          php.test.design:4: not expected: error[approved-languages] `mailer`: PHP is not on the approved list
          php.test.design:4: not found: warning[aproved-languages] mailer
          there is no rule called `aproved-languages`; did you mean `approved-languages`?

        1 test: 0 passed, 1 failed

        """)
  }

  @Test func mistakesInTestsAreDifferences() throws {
    let command = try Command()
    try command.write("rules.design", Self.rules)
    try command.write("a.test.design", "aplication catalog: service\n")
    let broken = try command.run("test")
    #expect(broken.status == 1)
    #expect(broken.output.contains("a.test.design:1: not expected: error[unknown-word]"))
    try command.write("a.test.design", "aplication catalog: service\n//~ error[unknown-word] application\n")
    #expect(try command.run("test").status == 0)
  }

  @Test func builtInRulesCountWhereTheyAreExpected() throws {
    let command = try Command()
    try command.write(
      "a.test.design",
      """
      database db: postgresql 17 {
        table person { id: uuid primary key  password: text hashed md5 }
      //~ error[weak-password-hash]
        table lonely { id: uuid }
      }
      """)
    let result = try command.run("test")
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }

  @Test func designWithErrorsAndNoTests() throws {
    let command = try Command()
    try command.write("rules.design", "rule r: error \"x\" { for application where tecnology is \"x\" }\n")
    #expect(try command.run("test").status == 74)
    try command.write("a.test.design", "application a: service\n")
    let result = try command.run("test")
    #expect(result.status == 2)
    #expect(result.error.contains("rules.design:1:43"))
  }
}
