import DesignModel
import DesignSource
import TestSupport
import Testing

@testable import DesignLint

/// What is asked of the review, and what comes back, whatever the rules.
@Suite struct EngineTests {
  private let design = Compiled(
    """
    application shop: web { calls api over http }
    application api: service { calls gone }
    database db: postgresql {
      table visit { at: timestamptz }
      table user { id: uuid primary key  password: text hashed md5 }
    }
    """)

  private func rules(_ change: (inout ReviewOptions) -> Void) -> [String] {
    var options = ReviewOptions()
    change(&options)
    return review(design.model, options: options).findings.map(\.rule)
  }

  @Test func findsInTheOrderOfTheText() {
    #expect(rules { _ in } == ["SEC009", "MOD001", "MOD003", "DAT001", "SEC001"])
  }

  @Test(arguments: [
    (["SEC"], ["SEC009", "SEC001"]), (["SEC001"], ["SEC001"]),
    (["weak-password-hash", "DAT"], ["DAT001", "SEC001"]),
    (["INF"], []),
  ]) func runsOnlyWhatIsAskedFor(_ only: [String], _ expected: [String]) {
    #expect(rules { $0.only = only } == expected)
  }

  @Test func takesAnotherLevel() {
    #expect(!rules { $0.levels = ["weak-password-hash": .off] }.contains("SEC001"))
    var options = ReviewOptions()
    options.levels = ["SEC001": .info]
    let finding = review(design.model, options: options).findings.first { $0.rule == "SEC001" }
    #expect(finding?.severity == .info)
  }

  @Test func runsWhatIsOffByDefaultWhenItIsNamed() {
    #expect(!rules { _ in }.contains("MOD004"))
    #expect(!rules { $0.only = ["MOD"] }.contains("MOD004"))
    #expect(rules { $0.only = ["MOD004"] }.contains("MOD004"))
    #expect(rules { $0.levels = ["MOD004": .info] }.contains("MOD004"))
  }

  @Test func namesTheSubject() {
    let subjects = review(design.model).findings.map(\.subject)
    #expect(subjects == ["shop -> api", "api", "db", "db.visit", "db.user.password"])
  }

  @Test func saysTheSameTwice() {
    #expect(review(design.model).findings == review(design.model).findings)
  }

  @Test func takesAcceptedFindingsAside() {
    let accepted = Compiled(
      """
      database db: postgresql {
        table visit {
          at: timestamptz
          accept DAT001 "rows are appended and read in bulk" until 2027-06-30 by "Kim" ticket "D-1" as risk
        }
      }
      accept table-without-primary-key "rows are appended and read in bulk" on db.other
      extend db { table other { at: timestamptz } }
      """)
    var options = ReviewOptions()
    options.today = CalendarDay(year: 2027, month: 1, day: 31)
    let result = review(accepted.model, options: options)
    #expect(result.findings.isEmpty)
    #expect(result.accepted.map(\.finding.subject) == ["db.visit", "db.other"])
    let first = result.accepted.first?.acceptance
    #expect(first?.by == "Kim" && first?.ticket == "D-1" && first?.kind == "risk")
    #expect(first?.until == CalendarDay(year: 2027, month: 6, day: 30))

    options.today = CalendarDay(year: 2027, month: 7, day: 1)
    #expect(review(accepted.model, options: options).findings.map(\.rule) == ["DAT001", "MOD010"])
  }

  @Test func acceptsOnTheElementAlone() {
    let elsewhere = Compiled(
      """
      database db: postgresql accept SEC001 "hashes are replaced at the next sign-in" {
        table user { id: uuid primary key  password: text hashed md5 }
      }
      """)
    #expect(review(elsewhere.model).findings.map(\.rule) == ["MOD010", "SEC001"])
  }

  @Test func listsWhatCouldNotBeJudged() {
    let sketch = Compiled("database db: postgresql { table user { id: uuid primary key  password: text } }")
    let result = review(sketch.model)
    #expect(result.findings.isEmpty)
    #expect(result.unjudged.map(\.subject) == ["db.user.password"])
    #expect(result.unjudged.first?.facts.map(\.fact) == ["hashed …"])
    #expect(result.unjudged.first?.facts.first?.rules == ["SEC001"])
  }

  @Test(arguments: [(2027, 1, 31, 28), (2027, 12, 31, 1), (2028, 2, 28, 1), (2026, 11, 23, 1000)])
  func countsDays(_ year: Int, _ month: Int, _ day: Int, _ days: Int) {
    let start = CalendarDay(year: year, month: month, day: day)
    let end = start.adding(days: days)
    #expect(end.ordinal - start.ordinal == days)
    #expect(start < end)
  }

  @Test func writesNumbersAsPeopleDo() {
    #expect(Written.number(14.4) == "14.4")
    #expect(Written.number(1200) == "1,200")
    #expect(Written.number(99.9951, digits: 3) == "99.995")
    #expect(Written.number(0.05, digits: 2) == "0.05")
    #expect(Written.duration(0.25) == "250 ms")
    #expect(Written.bytes(1_610_612_736) == "1.5 GiB")
  }
}
