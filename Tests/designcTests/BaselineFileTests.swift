import Foundation
import TestSupport
import Testing

/// `--baseline` and `--since`, with the real binary.
@Suite struct BaselineFileTests {
  private static let design = """
    database db: postgresql {
      table visit { at: timestamptz }
      table user { id: uuid primary key  password: text hashed md5 }
    }

    """
  private static let more = "database other: postgresql { table log { at: timestamptz } }\n"

  private func project() throws -> Command {
    let command = try Command()
    try command.write("design/shop.design", Self.design)
    try command.write("designc.yml", "rules: {SEC001: error}\n")
    return command
  }

  @Test func coversWhatWasThereAndRatchets() throws {
    let command = try project()
    defer { command.remove() }
    #expect(try command.run("lint", "design").status == 1)
    let written = try command.run("lint", "design", "--write-baseline")
    #expect(written.status == 0 && written.error.contains("designc-baseline.json: 2 findings written"))
    #expect(
      try command.read("designc-baseline.json")
        == "{\n  \"DAT001 db.visit\": 1,\n  \"SEC001 db.user.password\": 1,\n  \"schema\": 1\n}\n")
    let covered = try command.run("lint", "design")
    #expect(covered.status == 0 && covered.output == "no findings; 2 findings in the baseline\n")
    #expect(try command.run("lint", "design", "--no-baseline").status == 1)
    let sarif = try command.run("lint", "design", "--format", "sarif").output
    #expect(sarif.components(separatedBy: "\"kind\" : \"external\"").count == 3)
    #expect(try command.run("lint", "design", "--format", "github").output.isEmpty)
    #expect(try command.run("lint", "design", "--format", "json").output.contains("\"baseline\" : 2"))
    #expect(try command.run("lint", "design", "--format", "markdown").output.contains("2 in the baseline"))

    if Judge.isInstalled {
      try command.write("lint.sarif", sarif)
      #expect(try Judge.complaints(.sarif, about: command.folder.appending(path: "lint.sarif")) == "")
      try command.write("lint.json", try command.run("lint", "design", "--format", "json").output)
      let schema = TestFiles.root.appending(path: "docs/schemas/review.schema.json")
      #expect(try Judge.complaints(.schema, about: command.folder.appending(path: "lint.json"), schema) == "")
    }

    // What is new fails, and is not written without being asked for.
    try command.write("design/more.design", Self.more)
    let new = try command.run("lint", "design")
    #expect(new.status == 1 && new.output.contains("other.log") && !new.output.contains("SEC001"))
    #expect(try command.run("lint", "design", "--write-baseline").status == 1)
    #expect(try !command.read("designc-baseline.json").contains("other.log"))
    #expect(try command.run("lint", "design", "--write-baseline", "--force").status == 0)
    #expect(try command.read("designc-baseline.json").contains("\"DAT001 other.log\": 1,\n"))

    // What is mended must leave.
    try command.write("design/more.design", "")
    let stale = try command.run("lint", "design")
    #expect(stale.status == 1 && stale.output.contains("--> designc-baseline.json:3:3"), "\(stale.output)")
    #expect(try command.run("lint", "design", "--only", "SEC").status == 0)
    let shrunk = try command.run("lint", "design", "--write-baseline")
    #expect(shrunk.status == 0 && shrunk.error.contains("1 finding taken out; 2 left"))
  }

  @Test func standsWhereItIsSaidTo() throws {
    let command = try project()
    defer { command.remove() }
    try command.write("designc.yml", "baseline: lint/known.json\n")
    #expect(try command.run("lint", "design", "--write-baseline").status == 0)
    #expect(command.files(in: "lint") == ["known.json"])
    #expect(try command.run("lint", "design").status == 0)
    #expect(try command.run("lint", "design", "--baseline", "other.json", "--write-baseline").status == 0)
    #expect(command.files(in: ".").contains("other.json"))
    #expect(try command.run("lint", "design", "--baseline", "none.json").status == 74)
  }

  @Test func oneThatCannotBeReadIsTold() throws {
    let command = try project()
    defer { command.remove() }
    try command.write(
      "designc-baseline.json",
      "{\n<<<<<<< main\n  \"DAT001 db.visit\": 1,\n  \"DAT001 db.visit\": 2,\n  \"schema\": 9\n}\n")
    let result = try command.run("lint", "design")
    #expect(result.status == 2)
    for part in ["designc-baseline.json:2:1", "designc-baseline.json:4:3", "designc-baseline.json:5:3"] {
      #expect(result.error.contains(part), "\(result.error)")
    }
  }

  @Test(arguments: [
    ["--force"], ["--write-baseline", "--since", "HEAD"], ["--write-baseline", "--fix"],
    ["--no-baseline", "--baseline", "x"], ["--unsafe"], ["--diff", "--format", "json"],
    ["--diff", "--report", "json=x.json"],
  ]) func refusesWhatDoesNotGoTogether(_ arguments: [String]) throws {
    let command = try project()
    defer { command.remove() }
    #expect(try command.run(["lint", "design"] + arguments).status == 64)
  }

  private func git(_ command: Command, _ arguments: String...) throws {
    let identity = ["-c", "user.name=Kim", "-c", "user.email=kim@example.org", "-c", "commit.gpgsign=false"]
    #expect(try command.tool("git", identity + arguments) == 0)
  }

  @Test(.enabled(if: PeerTests.tool("git") != nil, "Debian's package git is not installed"))
  func sinceARevisionOnlyWhatIsNew() throws {
    let command = try project()
    defer { command.remove() }
    let alone = try command.run("lint", "design", "--since", "HEAD")
    #expect(alone.status == 74 && alone.error.contains("no git repository"))
    try git(command, "init", "-q")
    try git(command, "add", "design")
    try git(command, "commit", "-q", "-m", "one")

    let same = try command.run("lint", "design", "--since", "HEAD")
    #expect(same.status == 0 && same.output == "no findings; 2 findings left out that HEAD has too\n")
    // Lines and figures may change, and files may move.
    try command.write(
      "design/sub/moved.design", "// a comment\n" + Self.design.replacing("md5", with: "sha1"))
    try FileManager.default.removeItem(at: command.folder.appending(path: "design/shop.design"))
    #expect(try command.run("lint", "design", "--since", "HEAD").status == 0)
    try command.write("design/more.design", Self.more)
    let new = try command.run("lint", "design", "--since", "HEAD")
    #expect(new.status == 1 && new.output.contains("other.log") && !new.output.contains("db.visit"))
    // A path that was not there then has nothing to compare with.
    let moved = try command.run("lint", "design/sub", "--since", "HEAD")
    #expect(moved.status == 1 && moved.error.contains("no design here at HEAD"))
    let one = try command.run("lint", "design/more.design", "design/sub", "design", "--since", "HEAD")
    #expect(one.output.contains("1 error; 2 findings left out"))
    let inside = Command(folder: command.folder.appending(path: "design"))
    #expect(try inside.run("lint", "--since", "HEAD").output.contains("1 error; 2 findings left out"))

    let unknown = try command.run("lint", "design", "--since", "nowhere")
    #expect(unknown.status == 74 && unknown.error.contains("no revision `nowhere`"))
    #expect(try command.run("lint", "design", "--since=--help").status == 74)
    let noGit = try command.run("lint", "design", "--since", "HEAD", environment: ["PATH": "/nowhere"])
    #expect(noGit.status == 74 && noGit.error.contains("git is not installed"))
    try command.write("later/x.design", Self.more)
    let later = try command.run("lint", "later", "--since", "HEAD")
    #expect(later.status == 1 && later.error.contains("no design here at HEAD"))
  }

  @Test(.enabled(if: PeerTests.tool("git") != nil, "Debian's package git is not installed"))
  func readsImportsAndBrokenDesignsOfThen() throws {
    let command = try project()
    defer { command.remove() }
    try command.write("parts/pay.design", "application pay: service\n")
    try command.write(
      "design/shop.design",
      "import \"../parts\" as parts\napplication a: service { calls parts.pay over http }\n")
    try git(command, "init", "-q")
    try git(command, "add", ".")
    try git(command, "commit", "-q", "-m", "one")
    let now = try command.run("lint", "design", "--no-baseline")
    let since = try command.run("lint", "design", "--since", "HEAD")
    #expect(
      since.status == 0 && since.output.hasPrefix("no findings"), "\(now.output)\(since.output)\(since.error)"
    )
    try command.write("design/shop.design", "application {\n")
    try git(command, "commit", "-q", "-a", "-m", "two")
    try command.write("design/shop.design", Self.design)
    let broken = try command.run("lint", "design", "--since", "HEAD")
    #expect(broken.status == 1 && broken.error.contains("the design at HEAD cannot be read"))
  }
}
