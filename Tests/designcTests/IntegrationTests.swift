import Foundation
import TestSupport
import Testing

/// What plugs into other tools, with the real tools.
@Suite struct IntegrationTests {
  private static let root = TestFiles.root.path(percentEncoded: false)
  private static let python = "\(root)/.build/judges/bin/python"

  private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> (
    status: Int32, output: String
  ) {
    let process = Process()
    process.executableURL = URL(filePath: Self.python)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// The package is built and installed as users install it, and then used by MkDocs and Sphinx, and as mdBook would.
  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)")) func documentation() throws {
    let command = try Command()
    let source = command.folder.appending(path: "source").path(percentEncoded: false)
    // Building leaves files behind.
    try FileManager.default.copyItem(atPath: "\(Self.root)/integrations/python", toPath: source)
    let packages = command.folder.appending(path: "packages").path(percentEncoded: false)
    let built = try run([
      "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--disable-pip-version-check",
      "--target", packages, source,
    ])
    #expect(built.status == 0, "\(built.output)")
    let tested = try run(
      ["\(source)/test_designc_docs.py"],
      environment: ["PYTHONPATH": packages, "DESIGNC": "\(Self.root)/.build/debug/designc"])
    #expect(tested.status == 0 && tested.output.contains("\nOK"), "\(tested.output)")
  }

  /// What the definitions for pipelines and hooks say is run as it stands there.
  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)")) func pipelinesAndHooks() throws {
    let command = try Command()
    let tried = try run([
      "\(Self.root)/Tests/designcTests/Tools/pipelines.py", Self.root, "\(Self.root)/.build/debug/designc",
      command.folder.path(percentEncoded: false),
    ])
    #expect(tried.status == 0, "\(tried.output)")
  }
}
