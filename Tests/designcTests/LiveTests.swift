import Foundation
import TestSupport
import Testing

/// Commands that go on while the design changes, and drawing by several processes.
@Suite struct LiveTests {
  private static let binary = TestFiles.root.appending(path: ".build/debug/designc")

  /// A real browser, and clients that are slow, idle, many or wrong.
  @Test(arguments: ["live.py", "crowd.py"]) func whoeverAsksIsAnswered(script: String) throws {
    let command = try Command()
    let path = TestFiles.root.appending(path: "Tests/designcTests/Tools/\(script)").path(
      percentEncoded: false)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      path, Self.binary.path(percentEncoded: false), command.folder.path(percentEncoded: false),
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self))")
  }

  @Test func watchWritesWhatHasChanged() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = ["watch"]
    process.currentDirectoryURL = command.folder
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    /// The next words of a stream; a watch that says nothing would keep the test waiting, so that it is ended then.
    func next(_ pipe: Pipe) -> String {
      let timer = DispatchWorkItem { process.terminate() }
      DispatchQueue.global().asyncAfter(deadline: .now() + 30, execute: timer)
      defer { timer.cancel() }
      return String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    }
    var told = ""
    while told.count(where: \.isNewline) < 4, process.isRunning { told += next(output) }
    #expect(told.hasPrefix("output/applications.svg\n"))
    // One picture shows the table's columns.
    try command.write("shop.design", BuildTests.shop.replacing("name: text", with: "title: text"))
    #expect(next(output) == "output/erd-shop-db.svg\n")
    #expect(try command.read("output/erd-shop-db.svg").contains(">title<"))
    try command.write("shop.design", BuildTests.shop.replacing("table", with: "tabel"))
    #expect(next(error).contains("`tabel`"))
    #expect(try command.read("output/erd-shop-db.svg").contains(">title<"))
    try command.write("shop.design", BuildTests.shop)
    #expect(next(output) == "output/erd-shop-db.svg\n")
  }

  @Test(arguments: ["2", "3", "64"]) func severalProcessesDrawTheSame(jobs: String) throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    let one = try command.run("build", "--output", "one")
    let several = try command.run("build", "--output", "several", "--jobs", jobs)
    #expect(several.status == 0 && several.output == one.output.replacing("one/", with: "several/"))
    for name in command.files(in: "one") {
      #expect(try command.read("one/\(name)") == command.read("several/\(name)"))
    }
    #expect(command.files(in: "several") == command.files(in: "one"))
  }

  @Test(arguments: ["0", "-1", "many", "1000"]) func badNumbersOfProcesses(jobs: String) throws {
    let command = try Command()
    #expect(try command.run("build", "--jobs=\(jobs)").status == 64)
  }
}
