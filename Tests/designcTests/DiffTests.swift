import Foundation
import TestSupport
import Testing

/// `designc diff`
@Suite struct DiffTests {
  private let old = """
    application web: web { calls orders timeout 2s }
    application orders: service { writes db.order }
    database db: postgresql 17 {
      table order { id: int primary key  note: text }
    }

    """
  private let new = """
    application web: web { calls orders timeout 3s }
    application orders: service { writes db.order, db.refund }
    database db: postgresql 17 {
      table order { id: int primary key }
      table refund { id: int primary key  order_id: int -> order.id }
    }

    """

  private func files() throws -> Command {
    let command = try Command()
    try command.write("old.design", old)
    try command.write("new.design", new)
    return command
  }

  @Test func saysWhatChanged() throws {
    let result = try files().run("diff", "old.design", "new.design")
    #expect(result.status == 0)
    #expect(
      result.output == """
        - column db.order.note
        + table db.refund with 2 inside
        + connection orders writes db.refund
        ~ connection web calls orders
            timeout 2s → timeout 3s

        2 added, 1 removed, 1 changed

        """)
  }

  @Test func sameDesignsDoNotDiffer() throws {
    let result = try files().run("diff", "old.design", "old.design", "--exit-code")
    #expect(result.status == 0 && result.output == "no difference\n")
  }

  @Test func canFail() throws {
    #expect(try files().run("diff", "old.design", "new.design", "--exit-code").status == 1)
  }

  @Test func drawsWhatChanged() throws {
    let command = try files()
    let result = try command.run("diff", "old.design", "new.design", "--output", "changes")
    #expect(result.status == 0, "\(result.error)")
    #expect(command.files(in: "changes") == ["applications.svg", "erd-db.svg"])
    let tables = try command.read("changes/erd-db.svg")
    #expect(tables.contains(">removed<") && tables.contains(">new<") && tables.contains("· changes"))
    #expect(tables.contains("id=\"db.order.note\""), "what was removed is still shown")
  }

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)"))
  func documentIsValid() throws {
    let command = try files()
    let result = try command.run("diff", "old.design", "new.design", "--format", "json")
    try command.write("difference.json", result.output)
    let schema = TestFiles.root.appending(path: "docs/schemas/difference.schema.json")
    #expect(
      try Judge.complaints(.schema, about: command.folder.appending(path: "difference.json"), schema) == "")
  }

  @Test(.enabled(if: PeerTests.tool("git") != nil, "git is not installed"))
  func comparesWithARevision() throws {
    let command = try Command()
    try command.write("design/shop.design", old)
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for arguments in [["init", "-q"], ["add", "."], identity + ["commit", "-q", "-m", "first"]] {
      #expect(try command.tool("git", arguments) == 0)
    }
    try command.write("design/shop.design", new)
    let result = try command.run("diff", "HEAD", "design", "--format", "markdown")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("| added | table | `db.refund` with 2 inside | | |"))
    let unknown = try command.run("diff", "nowhere", "design")
    #expect(unknown.status == 74 && unknown.error.contains("`nowhere`"))
  }

  @Test func designsWithErrorsAreNotCompared() throws {
    let command = try files()
    try command.write("bad.design", "application web: web { calls nobody }\n")
    let result = try command.run("diff", "old.design", "bad.design")
    #expect(result.status == 2)
    #expect(result.error.contains("MOD001") && result.error.contains("`bad.design` cannot be compared"))
  }
}
