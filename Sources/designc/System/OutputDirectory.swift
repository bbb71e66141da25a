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
      var folders: Set<String> = []
      for file in files {
        let slash = file.name.lastIndex(of: "/")
        let folder = slash.map { "\(path)/\(file.name[..<$0])" } ?? path
        if folders.insert(folder).inserted {
          try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let name = slash.map { file.name[file.name.index(after: $0)...] } ?? file.name[...]
        let temporary = "\(folder)/.\(name).designc-\(ProcessInfo.processInfo.processIdentifier)"
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

  /// Names each file that on disk is not what it would be, and ends the command with 1 when there is any.
  ///
  /// - Parameter remedy: the command that writes them.
  func requireUpToDate(_ files: [OutputFile], remedy: String) throws {
    let outdated = outdated(files)
    guard !outdated.isEmpty else { return }
    for file in outdated { Terminal.print("\(path)/\(file.name): \(file.reason)\n") }
    Terminal.printError("designc: \(counted(outdated.count, "file")) not up to date; run `\(remedy)`\n")
    throw ExitStatus.findings
  }

  /// The files that are missing on disk or have other bytes there.
  private func outdated(_ files: [OutputFile]) -> [(name: String, reason: String)] {
    files.compactMap { file in
      guard let data = try? Data(contentsOf: URL(filePath: "\(path)/\(file.name)")) else {
        return (file.name, "missing")
      }
      return [UInt8](data) == file.bytes ? nil : (file.name, "out of date")
    }
  }
}
