import DesignSource
import TestSupport
import Testing

@testable import DesignLint

@Suite struct BaselineTests {
  private func review(_ columns: String...) -> ReviewResult {
    DesignLint.review(
      Compiled(
        "database db: postgresql { table user { id: uuid primary key\n\(columns.joined(separator: "\n"))\n} }"
      ).model)
  }

  private let weak = "password: text hashed md5"
  private let old = "old_password: text hashed sha1"

  @Test func coversWhatWasThere() {
    let first = review(weak)
    let settled = Baseline(first).settle(first)
    #expect(settled.findings.isEmpty && settled.covered.map(\.rule) == ["SEC001"])
    // Neither the place nor the words of the message count.
    let moved = Baseline(first).settle(review("name: text", "password: text hashed sha256"))
    #expect(moved.findings.isEmpty && moved.covered.count == 1)
  }

  @Test func showsWhatIsNew() {
    let settled = Baseline(review(weak)).settle(review(weak, old))
    #expect(settled.findings.map(\.subject) == ["db.user.old_password"])
    #expect(settled.covered.map(\.subject) == ["db.user.password"])
  }

  @Test func showsAllOfAKeyThatHasMore() {
    let result = review(weak)
    var twice = result
    twice.findings += result.findings
    let settled = Baseline(result).settle(twice)
    #expect(settled.covered.isEmpty)
    #expect(
      settled.findings.map { $0.diagnostic.notes.last }
        == .init(repeating: "the baseline has 1 of these 2", count: 2))
  }

  @Test func onlyShrinks() {
    let baseline = Baseline(review(weak, old))
    let now = review(weak, "new_password: text hashed md5")
    #expect(baseline.stale(now).map(\.key.element) == ["db.user.old_password"])
    #expect(baseline.shrunk(to: now).keys.map(\.element) == ["db.user.password"])
    #expect(
      baseline.replaced(by: now).keys.map(\.element) == ["db.user.new_password", "db.user.password"])
  }

  @Test func leavesRulesAloneThatDidNotRun() {
    let baseline = Baseline(review(weak))
    var options = ReviewOptions()
    options.only = ["DAT"]
    let partial = DesignLint.review(Compiled("database db: postgresql").model, options: options)
    #expect(baseline.stale(partial).isEmpty && baseline.shrunk(to: partial) == baseline)
  }

  @Test func neverCoversWhatCannotBeAccepted() {
    let wrong = DesignLint.review(Compiled("application a: service { calls gone }").model)
    #expect(!Baseline(wrong).keys.contains { $0.rule == "MOD001" })
  }

  @Test func leavesOutWhatWasThereBefore() {
    #expect(review(weak, old).since(review(weak)).findings.map(\.subject) == ["db.user.old_password"])
    let reworded = review("password: text hashed sha256").since(review(weak))
    #expect(reworded.findings.isEmpty && reworded.unchanged == 1)
    #expect(review(weak).since(ReviewResult()).findings.count == 1)
    #expect(review().since(review(weak)).findings.isEmpty)
  }
}
