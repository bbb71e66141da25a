import Foundation
import TestSupport
import Testing

/// `lint --fix`, with the real binary.
@Suite struct FixCommandTests {
  private static let design = """
    // kept   as it is
    application api: service { api a: rest { GET /items/ -> string } }
    database db: postgresql {
      table a { id: uuid primary key }
      table b {
        id: uuid primary key
        a_id: uuid -> a.id
        price: float
      }
    }

    """

  private func project(_ text: String = design) throws -> Command {
    let command = try Command()
    try command.write("shop.design", text)
    return command
  }

  @Test func mendsWhatIsSafe() throws {
    let command = try project()
    defer { command.remove() }
    let result = try command.run("lint", "--fix")
    #expect(
      try command.read("shop.design")
        == Self.design.replacing("/items/", with: "/items").replacing(
          "-> a.id\n", with: "-> a.id\n    index (a_id)\n"))
    #expect(result.error.contains("mended[API013] shop.design:2: remove the slash\n"))
    #expect(result.error.contains("designc: 2 edits made in 1 file\n"))
    // What is left is told, and decides the exit status.
    #expect(result.status == 1 && result.output.contains("DAT019") && !result.output.contains("API013"))
  }

  @Test func mendsMoreWhenAsked() throws {
    let command = try project()
    defer { command.remove() }
    let result = try command.run("lint", "--fix", "--unsafe")
    #expect(try command.read("shop.design").contains("price: numeric(12, 2)"))
    #expect(result.status == 0 && result.error.contains("3 edits made"))
    let again = try command.run("lint", "--fix", "--unsafe")
    #expect(again.error == "designc: 0 edits made in 0 files\n")
  }

  @Test func showsAPatchThatPatchTakes() throws {
    let command = try project()
    defer { command.remove() }
    let shown = try command.run("lint", "--diff", "--unsafe")
    #expect(try command.read("shop.design") == Self.design)
    #expect(shown.status == 1 && shown.output.hasPrefix("--- shop.design\n+++ shop.design\n@@ -1,"))
    #expect(shown.error.contains("3 edits not made"))
    #expect(try command.run("lint", "--fix", "--unsafe").status == 0)
    let mended = try command.read("shop.design")
    #expect(try command.run("lint", "--diff", "--unsafe").output.isEmpty)
    #expect(try command.run("lint", "--diff", "--unsafe").status == 0)
    guard PeerTests.tool("patch") != nil else { return }
    try command.write("shop.design", Self.design)
    try command.write("edits.patch", shown.output)
    #expect(try command.tool("patch", ["-p0", "-i", "edits.patch"]) == 0)
    #expect(try command.read("shop.design") == mended)
  }

  @Test func mendsWhatKeepsADesignFromBeingRead() throws {
    let command = try project("database db: postgresql {\n  table t { id int primary key }\n}\n")
    defer { command.remove() }
    let result = try command.run("lint", "--fix", "--unsafe")
    #expect(try command.read("shop.design").contains("id: int primary key"), "\(result.error)")
    #expect(result.status == 0)
  }

  @Test func tellsWhatItCannotMend() throws {
    let command = try project("application {\ndatabase db: postgresql { table t { id int primary key } }\n")
    defer { command.remove() }
    let result = try command.run("lint", "--fix")
    #expect(result.status == 2 && result.error.contains("the review needs a design without errors"))
  }

  @Test func keepsAFileInItsCanonicalForm() throws {
    let command = try project()
    defer { command.remove() }
    #expect(try command.run("fmt").status == 0)
    #expect(try command.run("lint", "--fix", "--unsafe").error.contains("3 edits made"))
    #expect(try command.run("fmt", "--check").status == 0)
  }

  @Test func leavesTheBaselineAlone() throws {
    let command = try project()
    defer { command.remove() }
    #expect(try command.run("lint", "--write-baseline").status == 0)
    #expect(try command.run("lint", "--fix", "--unsafe").status == 0)
    #expect(try command.read("shop.design") == Self.design)
  }

  @Test func leavesOtherDesignsAlone() throws {
    let command = try project("import \"../other\" as other\napplication a: service { calls other.api }\n")
    defer { command.remove() }
    let folder = command.folder.appending(path: "mine")
    try command.write(
      "mine/shop.design", "import \"../other\" as other\napplication a: service { calls other.api }\n")
    try command.write("other/other.design", Self.design)
    _ = try Command(folder: folder).run("lint", "--fix", "--unsafe")
    #expect(try command.read("other/other.design") == Self.design)
  }

  @Test func readOnlyFileIsNotHalfWritten() throws {
    let command = try project()
    defer { command.remove() }
    let path = command.folder.path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
    guard !FileManager.default.isWritableFile(atPath: path) else { return }
    let result = try command.run("lint", "--fix")
    #expect(result.status == 74 && result.error.contains("cannot be written"))
    #expect(try command.read("shop.design") == Self.design)
  }
}
