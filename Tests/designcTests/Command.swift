import Foundation
import TestSupport

/// The real binary, run in a folder of its own.
struct Command {
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  /// A new folder that the test may fill.
  let folder: URL
  private let temporary: TemporaryFolder?

  init() throws {
    let temporary = try TemporaryFolder()
    (self.temporary, folder) = (temporary, temporary.url)
  }

  /// Runs in a folder that is there.
  init(folder: URL) {
    self.folder = folder
    temporary = nil
  }

  /// Writes a file in the folder.
  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The names of the files below a directory of the folder; empty when there is none.
  func files(in directory: String) -> [String] {
    let path = folder.appending(path: directory).path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Takes the folder away with all that is in it.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Runs another program in the folder, quietly, and gives its exit status.
  func tool(_ name: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(name)")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Runs the command in the folder and waits for its end.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try run(arguments, environment: environment)
  }

  /// The same with a list of arguments.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = TestFiles.root.appending(path: ".build/debug/designc")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    // Both pipes are read at once, since either may fill while the other is waited for.
    let errors = Mutex(Data())
    let reader = Thread { errors.set(error.fileHandleForReading.readDataToEndOfFile()) }
    reader.start()
    let out = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: out, as: UTF8.self),
      error: String(decoding: errors.wait(), as: UTF8.self))
  }
}

/// A value that another thread sets once.
private final class Mutex: @unchecked Sendable {
  private var value: Data
  private let semaphore = DispatchSemaphore(value: 0)

  init(_ value: Data) { self.value = value }

  func set(_ new: Data) {
    value = new
    semaphore.signal()
  }

  func wait() -> Data {
    semaphore.wait()
    return value
  }
}

/// A folder that goes when nothing needs it any more.
private final class TemporaryFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "designc-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }
}
