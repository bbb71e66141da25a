import Foundation
import TestSupport
import Testing

/// Paths that are no ordinary files: told in clear words, never waited for, never replaced by a file.
@Suite struct OddPathTests {
  private static let design = "application a: service\n"

  private func pipe(_ name: String, in command: Command) throws {
    #expect(try command.tool("mkfifo", [name]) == 0)
  }

  @Test(arguments: [
    (["build", "-o", ""], "the name of the output directory is empty"),
    (["docs", "-o", ""], "the name of the output directory is empty"),
    (["init", ""], "the name of the output directory is empty"),
    (["build", "-o", "a.design/x"], "a.design/x: cannot write here: not a directory"),
    (["build", "-o", "a.design"], "a.design: cannot write here: a file is in the way"),
    (["build", "-o", "/dev/null"], "/dev/null: cannot write here: a file is in the way"),
    (["build", ""], "a path is empty"), (["import", "sql", ""], "a path is empty"),
    (["check", "/dev/zero"], "more than 32 MiB"), (["embed", "."], "this is a directory"),
    (["serve", "nowhere"], "nowhere: there is no such file"),
  ])
  func areToldClearly(arguments: [String], told: String) throws {
    let command = try Command()
    try command.write("a.design", Self.design)
    let result = try command.run(arguments)
    #expect(result.status == 74 && result.error.contains(told), "\(result)")
    #expect(!result.error.contains("Error Domain") && !result.error.contains("designc: :"))
  }

  @Test func aPipeInADirectoryIsNotWaitedFor() throws {
    let command = try Command()
    try pipe("b.design", in: command)
    let result = try command.run("check")
    #expect(result.status == 74 && result.error.contains("b.design is no file, but a pipe or a device"))
  }

  /// As a shell's `<(…)` and `>(…)` make them.
  @Test func aPipeThatIsNamedIsReadAndWritten() throws {
    let command = try Command()
    try command.write("a.design", Self.design)
    try pipe("in", in: command)
    try pipe("out.html", in: command)
    let script = """
      cat a.design >in & "$0" check in && { cat out.html >copy & "$0" review -o out.html a.design && wait; }
      """
    let binary = TestFiles.root.appending(path: ".build/debug/designc").path(percentEncoded: false)
    #expect(try command.tool("timeout", ["30", "bash", "-c", script, binary]) == 0)
    #expect(try command.read("copy").hasSuffix("</html>\n"))
    #expect(try command.tool("test", ["-p", "out.html"]) == 0)
  }

  /// As root, a rename would put a file in the place of a device.
  @Test func aDeviceStaysOne() throws {
    let command = try Command()
    try command.write("a.design", Self.design)
    let full = try command.run("review", "-o", "/dev/full")
    #expect(full.status == 74 && full.error.contains("no space"))
    #expect(try command.run("review", "-o", "/dev/null").status == 0)
    #expect(try command.tool("test", ["-c", "/dev/null", "-a", "-c", "/dev/full"]) == 0)
    #expect(try command.run("review", "-o", "/dev/stdout").output.hasSuffix("</html>\n"))
  }

  @Test func aLinkStaysOne() throws {
    let command = try Command()
    try command.write("a.design", Self.design)
    try command.write("real.html", "old")
    #expect(try command.tool("ln", ["-s", "real.html", "link.html"]) == 0)
    #expect(try command.run("review", "-o", "link.html").status == 0)
    #expect(try command.tool("test", ["-L", "link.html"]) == 0)
    #expect(try command.read("real.html").contains("</html>"))
  }

  @Test func namesThatDifferInCaseAlone() throws {
    let command = try Command()
    let table = "postgresql 17 { table t { id: int primary key } }"
    try command.write("a.design", "database d: \(table)\ndatabase D: \(table)\n")
    let result = try command.run("build")
    #expect(result.status == 0)
    #expect(result.error.contains("erd-d.svg and erd-D.svg are one file on macOS and Windows"))
  }

  /// Pictures of what is gone: removed when asked to, and from then on told by --check.
  @Test func picturesOfWhatIsGone() throws {
    let command = try Command()
    let database = "database d: postgresql 17 { table t { id: int primary key } }\n"
    try command.write("a.design", Self.design + database)
    try command.write("output/mine.svg", "<svg/>")
    #expect(try command.run("build", "--prune", "--format", "svg,json").status == 0)
    try command.write("a.design", Self.design)
    #expect(try command.run("build").status == 0)
    let told = try command.run("build", "--check")
    #expect(told.status == 1 && told.output == "output/erd-d.svg: no longer part of it\n")
    #expect(told.error.contains("designc build --prune"))
    let ci = try command.run("ci", "--pictures", "output")
    #expect(ci.status == 1 && ci.output.contains("output/erd-d.svg: no longer part of it"))
    #expect(try command.run("build", "--prune").status == 0)
    #expect(try command.run("build", "--check").status == 0)
    // What it did not write, and what is of another format, stays.
    #expect(
      command.files(in: "output") == [".designc-files", "applications.svg", "mine.svg", "model.json"])
    #expect(try command.run("build", "--check", "--prune").status == 64)
  }
}
