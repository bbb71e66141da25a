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

  /// Writes all files as `write` does, then removes those that an earlier call wrote and that are not among them: it has
  /// left a list of them in the directory. Nothing else is touched.
  func replace(_ files: [OutputFile]) throws {
    let stale = stale(files)
    try write(files + [Self.list(files)])
    for name in stale { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
  }

  /// The name of the list of the files that were written.
  private static let listName = ".designc-files"

  private static func list(_ files: [OutputFile]) -> OutputFile {
    OutputFile(name: listName, bytes: Array(files.map { $0.name + "\n" }.joined().utf8))
  }

  /// Files on disk that an earlier `replace` wrote and that are not among these. A list that names files elsewhere is not
  /// believed.
  private func stale(_ files: [OutputFile]) -> [String] {
    guard let data = try? Data(contentsOf: URL(filePath: "\(path)/\(Self.listName)")) else { return [] }
    let current = Set(files.map(\.name))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init).filter { name in
      !current.contains(name) && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        && FileManager.default.fileExists(atPath: "\(path)/\(name)")
    }
  }

  /// Names each file that on disk is not what it would be, and ends the command with 1 when there is any.
  ///
  /// - Parameter remedy: the command that writes them.
  func requireUpToDate(_ files: [OutputFile], remedy: String) throws {
    let outdated = outdated(files) + stale(files).map { ($0, "no longer part of it") }
    guard !outdated.isEmpty else { return }
    for file in outdated { Terminal.print("\(path)/\(file.name): \(file.reason)\n") }
    Terminal.printError("designc: \(counted(outdated.count, "file")) not up to date; run `\(remedy)`\n")
    throw ExitStatus.findings
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
