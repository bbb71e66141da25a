import ArgumentParser
import DesignCompiler

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes files whole or not at all.
struct OutputDirectory {
  let path: String

  /// Writes all files beside their places first, then moves them there, so that a failure leaves what was there before.
  func write(_ files: [OutputFile]) throws {
    let manager = FileManager.default
    var written: [(temporary: String, final: String)] = []
    do {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      for file in files {
        let temporary = "\(path)/.\(file.name).designc-\(ProcessInfo.processInfo.processIdentifier)"
        written.append((temporary, "\(path)/\(file.name)"))
        try Data(file.bytes).write(to: URL(filePath: temporary))
      }
      for (temporary, final) in written { try Platform.moveFile(temporary, to: final) }
    } catch {
      for (temporary, _) in written { try? manager.removeItem(atPath: temporary) }
      Terminal.printError("designc: \(path): cannot write here: \(DesignFiles.reason(error))\n")
      throw ExitStatus.inputOutput
    }
  }

  /// The files that are missing on disk or have other bytes there.
  func outdated(_ files: [OutputFile]) -> [(name: String, reason: String)] {
    files.compactMap { file in
      guard let data = try? Data(contentsOf: URL(filePath: "\(path)/\(file.name)")) else {
        return (file.name, "missing")
      }
      return [UInt8](data) == file.bytes ? nil : (file.name, "out of date")
    }
  }
}
