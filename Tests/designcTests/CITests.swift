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

  /// What was agreed on is a step of its own as soon as there is an agreement, and a break of it fails the run.
  @Test func agreementsAreKept() throws {
    let command = try Command()
    let design = """
      application catalog: service owner "Back end" {
        stateless
        api products: rest v1 auth bearer { GET /products -> [Product] paginated at most 100 }
      }
      application web: web owner "Front end" {
        screen list "List" { uses catalog.products GET /products }
        calls catalog.products GET /products over https { timeout 2s }
      }
      type Product { id: uuid  name: string }

      """
    try command.write("shop.design", design)
    #expect(try command.run("fmt").status == 0)
    #expect(try !command.run("ci", "--fail-on", "error").output.contains("breaking"))
    let agreed = try command.run(
      "agree", "products", "--by", "Front end", "--by", "Back end", "--date", "2026-10-01")
    #expect(agreed.status == 0, "\(agreed.error)")
    #expect(try command.run("fmt").status == 0)
    let kept = try command.run("ci", "--fail-on", "error")
    #expect(kept.status == 0 && kept.output.contains("ok      breaking    1 agreement kept"), "\(kept)")
    // A field more is no break for those who read it.
    let text = try command.read("shop.design")
    try command.write("shop.design", text.replacing("name: string", with: "name: string  size: int"))
    #expect(try command.run("fmt").status == 0)
    #expect(try command.run("ci", "--fail-on", "error").output.contains("ok      breaking"))
    // One less is.
    try command.write("shop.design", text.replacing("  name: string", with: ""))
    #expect(try command.run("fmt").status == 0)
    let broken = try command.run("ci", "--fail-on", "error", "--report", "markdown=ci.md")
    #expect(broken.status == 1 && broken.output.contains("failed  breaking    "), "\(broken)")
    #expect(try command.read("ci.md").contains("| ❌ failed | breaking |"))
  }

  @Test func aDesignWithErrorsIsNotChecked() throws {
    let command = try Command()
    try command.write("a.design", "application a: servise\n")
    #expect(try command.run("ci").status == 2)
  }
}
