import Foundation
import TestSupport
import Testing

/// `designc ci`, as a pipeline runs it.
@Suite struct CITests {
  private static let good = "application a: service { stateless }\n"

  @Test func allIsWell() throws {
    let command = try Command()
    try command.write("a.design", Self.good)
    #expect(try command.run("build", "--output", "img").status == 0)
    let result = try command.run("ci", "--pictures", "img")
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(
      result.output == """
        ok      formatting  canonical
        ok      pictures    1 picture up to date
        ok      review      no findings

        """)
    #expect(try command.run("ci", "--quiet").output == "")
  }

  /// Every step runs, whatever the others come to, and all are in both reports.
  @Test func everythingThatIsWrongIsTold() throws {
    let command = try Command()
    try command.write(
      "a.design", "application   a: service { stateless }\ndatabase d: postgresql 17 { table t { x: int } }\n"
    )
    try command.write("bad.test.design", "application b: service { stateless }\n//~ error[SEC001] never\n")
    let result = try command.run(
      "ci", "--pictures", "img", "--fail-on", "info", "--report", "markdown=out/summary.md", "--report",
      "sarif=out/all.sarif")
    #expect(result.status == 1)
    for part in [
      "failed  formatting  1 file not in canonical form; run `designc fmt`\n          a.design\n",
      "failed  pictures    2 pictures not up to date", "          img/applications.svg: missing\n",
      "failed  tests       0 passed, 1 failed", "failed  review      ", "-primary-key]",
    ] {
      #expect(result.output.contains(part), "\(part): \(result.output)")
    }
    let markdown = try command.read("out/summary.md")
    #expect(markdown.contains("| ❌ failed | formatting | 1 file not in canonical form"))
    #expect(markdown.contains("### Architecture review"))
    #expect(try command.read("out/all.sarif").contains("\"DAT"))
  }

  @Test func onStandardOutputAReportStandsAlone() throws {
    let command = try Command()
    try command.write("a.design", "database d: postgresql 17 { table t { x: int } }\n")
    let result = try command.run("ci", "--report", "github=-")
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
    #expect(result.output.contains("file=a.design") && result.error.contains("review      "))
  }

  @Test func sinceTellsWhatIsNew() throws {
    let command = try Command()
    func git(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/git")
      process.arguments = ["-c", "user.name=T", "-c", "user.email=t@example.com"] + arguments
      process.currentDirectoryURL = command.folder
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    try command.write("a.design", "database d: postgresql 17 {\n  table t { x: int }\n}\n")
    try git("init", "-q")
    try git("add", ".")
    try git("commit", "-qm", "first")
    try command.write("b.design", Self.good)
    let result = try command.run("ci", "--since", "HEAD", "--fail-on", "info", "--report", "markdown=s.md")
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.contains("ok      changes     ") && result.output.contains("that HEAD has too"))
    #expect(try command.read("s.md").contains("### What changes in the design"))
    #expect(try command.run("ci", "--fail-on", "info").status == 1)
  }

  @Test func aDesignWithErrorsIsNotChecked() throws {
    let command = try Command()
    try command.write("a.design", "application a: servise\n")
    #expect(try command.run("ci").status == 2)
  }
}
