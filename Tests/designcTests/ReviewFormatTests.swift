import Foundation
import TestSupport
import Testing

/// The reports that other programs read: they fit those programs' own definitions, and hold what people need there.
@Suite struct ReviewFormatTests {
  private func linted(_ format: String, _ text: String, _ more: String...) throws -> (Command, String) {
    let command = try Command()
    try command.write("my shop/größe.design", text)
    let result = try command.run("lint", "my shop", "--format", format, "--today", "2026-11-01")
    try command.write("report", result.output)
    return (command, result.output)
  }

  /// Findings with a fix and with related places, one accepted, and characters that formats reserve.
  private static let reviewed = """
    database shop: postgresql {
      table user { id: uuid primary key  password_hash: text hashed md5 }
      table old {
        id: uuid primary key
        password_hash: text hashed sha1 { accept SEC001 "the table goes away in March <& soon>" until 2027-03-31 by kim ticket "X-1" }
      }
      table part { id: uuid primary key  owner_id: bigint -> user.id }
    }
    """

  @Test(
    .enabled(if: Judge.isInstalled, "\(Judge.remedy)"),
    arguments: [("sarif", Judge.sarif), ("junit", .junit)])
  func fitsItsSchema(format: String, judge: Judge) throws {
    let (command, _) = try linted(format, Self.reviewed)
    #expect(try Judge.complaints(judge, about: command.folder.appending(path: "report")) == "")
    for sample in ["first", "shop", "train-ticket"] {
      let path = TestFiles.root.appending(path: "samples/\(sample)").path(percentEncoded: false)
      try command.write(
        "report", try command.run("lint", path, "--stage", "review", "--format", format).output)
      #expect(try Judge.complaints(judge, about: command.folder.appending(path: "report")) == "", "\(sample)")
    }
  }

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)"))
  func judgesComplain() throws {
    let command = try Command()
    for (judge, text) in [
      (Judge.sarif, "{\"version\": \"2.0\"}"), (.junit, "<testsuites><a/></testsuites>"),
      (.html, "<p><b></p>"), (.openapi, "{\"openapi\": \"3.1.0\"}"),
    ] {
      try command.write("report", text)
      #expect(try Judge.complaints(judge, about: command.folder.appending(path: "report")) != "", "\(judge)")
    }
  }

  @Test func sarifHoldsWhatPeopleNeed() throws {
    let (_, text) = try linted("sarif", Self.reviewed)
    let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])

    let passwords = results.filter { $0["ruleId"] as? String == "SEC001" }
    #expect(passwords.count == 2)
    let fixes = passwords.first?["fixes"] as? [[String: Any]]
    #expect(fixes?.count == 1)
    let prints = results.compactMap { $0["partialFingerprints"] as? [String: String] }
    #expect(prints.count == results.count && Set(prints).count == prints.count)
    let suppressed = results.compactMap { $0["suppressions"] as? [[String: Any]] }
    #expect(suppressed.count == 1)
    let reason = suppressed.first?.first?["justification"] as? String
    #expect(reason == "the table goes away in March <& soon>, by kim, until 2027-03-31, ticket X-1")
    #expect(results.contains { ($0["relatedLocations"] as? [Any])?.isEmpty == false })
    let help = rules.first { $0["id"] as? String == "SEC001" }?["help"] as? [String: String]
    #expect(help?["markdown"]?.contains("### How to mend it") == true)
    #expect(help?["text"]?.contains("How to mend it:") == true)
    #expect(text.contains("my%20shop/gr%C3%B6%C3%9Fe.design"))
  }

  /// The fields that docs.gitlab.com asks for ("Code Quality", read 2026-11).
  @Test func gitLabFindsItsFields() throws {
    let (_, text) = try linted("gitlab", Self.reviewed)
    let entries = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(!entries.isEmpty)
    for entry in entries {
      #expect((entry["description"] as? String)?.isEmpty == false)
      #expect((entry["check_name"] as? String)?.isEmpty == false)
      #expect(["info", "minor", "major", "critical", "blocker"].contains(entry["severity"] as? String))
      let location = entry["location"] as? [String: Any]
      #expect(location?["path"] as? String == "my shop/größe.design")
      #expect(((location?["lines"] as? [String: Int])?["begin"] ?? 0) > 0)
    }
    #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == entries.count)
  }

  @Test(arguments: [10, 11, 40]) func githubIsToldWhatIsCut(count: Int) throws {
    let tables = (1...count).map {
      "  table t\($0) { id: uuid primary key  password_hash: text hashed md5 }\n"
    }.joined()
    let (command, text) = try linted("github", "database shop: postgresql {\n\(tables)}\n")
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == min(count, 10))
    #expect(lines.count { $0.hasPrefix("::notice ") } <= 10)
    #expect(lines.count { $0.hasPrefix("error[SEC001] my shop/größe.design:") } == max(0, count - 10))
    let last = try #require(lines.last)
    #expect(last.contains("\(count - 10) of \(count) with severity error") == (count > 10))
    let status = try command.run("lint", "my shop", "--format", "github").status
    #expect(status == 1)
  }
}
