import Foundation
import TestSupport
import Testing

/// What every command owes to whoever types it.
@Suite struct MannersTests {
  private static let commands = [
    "init", "build", "draw", "watch", "serve", "docs", "embed", "check", "lint", "review", "decisions",
    "size", "test", "diff", "agree", "breaking", "mock", "verify", "export", "import", "fmt", "explain",
    "rules", "ci",
    "doctor",
  ]

  @Test func allCommandsAreHeldToThis() throws {
    let help = try Command(folder: TestFiles.root).run("--help").output
    let listed = help.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  See ")
        ? line.split(separator: " ").first.map(String.init) : nil
    }
    #expect(listed == Self.commands)
  }

  @Test(arguments: commands) func helpHasExamples(command: String) throws {
    let help = try Command(folder: TestFiles.root).run(command, "--help").output
    let examples = help.split(separator: "Examples:\n").dropFirst().first ?? ""
    #expect(examples.hasPrefix("  designc \(command)"), "\(help)")
  }

  @Test func quietLeavesOutWhatWentWell() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    for arguments in [["build"], ["docs"], ["fmt"], ["check"], ["lint"]] {
      let result = try command.run(arguments + ["--quiet"])
      #expect(result.status == 0 && result.output == "" && result.error == "", "\(arguments)")
    }
    #expect(!command.files(in: "output").isEmpty)
    try command.write("keyless.design", "database d: postgresql 17 { table t { a: int } }")
    let findings = try command.run("lint", "keyless.design", "--quiet", "--fail-on", "info")
    #expect(findings.status == 1 && findings.output.contains("["))
    try command.write("bad.design", "application a: servise")
    let mistake = try command.run("check", "bad.design", "-q")
    #expect(mistake.status == 2 && mistake.error.contains("servise"))
    #expect(try command.run("build", "--quiet", "--verbose").status == 64)
  }

  @Test func verboseSaysWhatIsDoneOnStandardError() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    let plain = try command.run("build")
    let result = try command.run("build", "--verbose")
    #expect(result.output == plain.output)
    for part in [
      "read the files in ", "designc:   shop.design\n", "resolved the design in ", "drew the pictures in ",
    ] {
      #expect(result.error.contains(part), "\(part)")
    }
  }

  /// On a terminal long work says how far it has come, and takes that away; in a pipe it never does.
  @Test func progressIsForTerminals() throws {
    let command = try Command()
    let binary = TestFiles.root.appending(path: ".build/debug/designc").path(percentEncoded: false)
    // Large enough that drawing alone takes far more than the second after which progress is shown.
    let calls = (0..<400).map {
      "application a\($0): service { calls a\(($0 + 1) % 400) calls a\(($0 * 7 + 3) % 400) }"
    }
    try command.write("many.design", calls.joined(separator: "\n"))
    let line = "'\(binary)' build many.design --jobs 1 --output out >/dev/null"
    func onTerminal(_ line: String) throws -> String {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/script")
      process.arguments = ["-qec", line, "/dev/null"]
      process.currentDirectoryURL = command.folder
      process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: output, as: UTF8.self)
    }
    let shown = try onTerminal(line)
    #expect(shown.contains(" pictures\u{1B}[K") && shown.hasSuffix("\r\u{1B}[K"), "\(shown.debugDescription)")
    #expect(try onTerminal(line + " --quiet") == "")
    let piped = try command.run("build", "many.design", "--jobs", "1", "--output", "out")
    #expect(piped.error == "")
  }
}
