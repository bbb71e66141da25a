import Foundation

/// Other programs of the system, which do what they do better than we would.
enum Program {
  /// What a program came to.
  struct Answer {
    let status: Int32
    let output: [UInt8]
    let error: String
    /// Why it was ended before its own end; nil when it was not.
    var broken: Break?
  }

  /// Bounds on what a program may do, for those whose answers come from elsewhere.
  struct Bounds {
    let seconds: Int
    let bytes: Int
  }

  /// The bound that a program went beyond.
  enum Break { case tooLong, tooMuch }

  /// Where a program lies, by the directories of `PATH`; nil when it is not installed.
  static func path(of name: String) -> String? {
    let directories = Platform.environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    return directories.split(separator: ":").map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Runs a program with some input and waits for its end.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - environment: variables besides our own.
  ///   - bounds: beyond which it is ended; none for programs that answer from what they are given.
  static func run(
    _ path: String, _ arguments: [String], input: [UInt8] = [], in directory: String? = nil,
    environment: [String: String] = [:], bounds: Bounds? = nil
  ) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let directory { process.currentDirectoryURL = URL(filePath: directory) }
    let (source, output, error) = (Pipe(), Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = output
    process.standardError = error
    try process.run()
    // All three are served at once, since any may fill while another is waited for.
    let group = DispatchGroup()
    let errors = Box()
    DispatchQueue.global().async(group: group) {
      try? source.fileHandleForWriting.write(contentsOf: Data(input))
      try? source.fileHandleForWriting.close()
    }
    DispatchQueue.global().async(group: group) {
      errors.bytes = error.fileHandleForReading.readDataToEndOfFile()
    }
    let (bytes, broken) = read(output.fileHandleForReading, of: process, bounds)
    group.wait()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: bytes,
      error: String(decoding: errors.bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines),
      broken: broken)
  }

  /// What a program writes; ends it when it goes beyond its bounds.
  private static func read(_ handle: FileHandle, of process: Process, _ bounds: Bounds?) -> ([UInt8], Break?)
  {
    guard let bounds else { return ([UInt8](handle.readDataToEndOfFile()), nil) }
    let clock = Clock()
    let timer = DispatchWorkItem {
      clock.hasRung = true
      Platform.kill(process.processIdentifier)
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(bounds.seconds), execute: timer)
    defer { timer.cancel() }
    var bytes: [UInt8] = []
    while true {
      let part = handle.availableData
      if part.isEmpty { return (bytes, clock.hasRung ? .tooLong : nil) }
      bytes += part
      guard bytes.count <= bounds.bytes else {
        Platform.kill(process.processIdentifier)
        return (bytes, .tooMuch)
      }
    }
  }

  /// Set by one thread before the program ends, and read after.
  private final class Clock: @unchecked Sendable {
    var hasRung = false
  }

  /// Written by one thread, and read when that has ended.
  private final class Box: @unchecked Sendable {
    var bytes = Data()
  }
}
