import Foundation
import TestSupport
import Testing

/// `designc mock`
@Suite struct MockTests {
  private static let design = """
    design d "D"
    application a: service owner "A" {
      api b: rest auth none { GET /x -> X }
      api calls: grpc { rpc Ask(X) -> X }
      api bare: rest auth none { audience internal }
    }
    type X { n: int example 7 }
    """

  /// Clients of every kind, and schemathesis, which holds the answers against the exported document.
  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)"))
  func clientsAndSchemathesisAreContent() throws {
    let command = try Command()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      TestFiles.root.appending(path: "Tests/designcTests/Tools/mock.py"),
      TestFiles.root.appending(path: ".build/debug/designc"), command.folder,
      TestFiles.root.appending(path: ".build/judges/bin/schemathesis"),
    ].map { $0.path(percentEncoded: false) }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self))")
  }

  @Test(arguments: [
    (["calls"], 64, "'a.calls' is a grpc api; only rest apis are answered"),
    (["bare"], 64, "'a.bare' has no endpoints yet"), (["c"], 64, "There is no api called 'c'"),
    (["b", "--port", "99999"], 64, "port"), ([], 64, "Missing expected argument '<api>'"),
    (["b", "nowhere"], 74, "nowhere"),
  ])
  func wrongUsageIsTold(_ arguments: [String], _ status: Int32, _ fragment: String) throws {
    let command = try Command()
    try command.write("d.design", Self.design)
    let result = try command.run(["mock"] + arguments)
    #expect(result.status == status && result.error.contains(fragment), "\(result.status) \(result.error)")
  }

  /// Until all agree anew, the mock answers what was agreed, with the examples of today.
  @Test func whatWasAgreedIsAnswered() throws {
    let command = try Command()
    try command.write("d.design", Self.design)
    #expect(try command.run("agree", "b", "--by", "A", "--date", "2026-10-01").status == 0)
    try command.write(
      "d.design", Self.design.replacing("n: int", with: "n: string  more: int").replacing("7", with: "8"))
    let process = Process()
    process.executableURL = TestFiles.root.appending(path: ".build/debug/designc")
    process.arguments = ["mock", "b", "--port", "0"]
    process.currentDirectoryURL = command.folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    var told = ""
    while !told.contains("http://"), process.isRunning {
      told += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
    #expect(told.hasPrefix("a.b, as agreed on 2026-10-01 by A\n  GET /x\n"))
    let address = try #require(told.split(separator: "\n").last)
    #expect(
      try command.tool(
        "python3",
        [
          "-c", "import sys, urllib.request as r; open('x', 'wb').write(r.urlopen(sys.argv[1]).read())",
          "\(address)x",
        ]
      ) == 0)
    // The example of today is a number in the agreed type, where it is written as one.
    #expect(try command.read("x") == "{\n  \"n\": 1\n}\n")
    try command.write("agreements/a.b.lock", "contract a.b\n")
    #expect(try command.run("mock", "b").status == 1)
  }
}
