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
  /// The endings, such as `svg`, of the files that are removed or complained of when an earlier call wrote them and they are
  /// no longer made; nil for any.
  var endings: Set<String>?

  /// Writes all files beside their places first, then moves them there, so that a failure leaves what was there before.
  func write(_ files: [OutputFile]) throws {
    let manager = FileManager.default
    guard !path.isEmpty else {
      Terminal.printError(
        "designc: the name of the output directory is empty; for this directory, write `.`\n")
      throw ExitStatus.inputOutput
    }
    warnOfCase(files)
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
        try Platform.writeFile(temporary, file.bytes)
      }
      for (temporary, final) in written { try Platform.moveFile(temporary, to: final) }
    } catch {
      for (temporary, _) in written { try? manager.removeItem(atPath: temporary) }
      Terminal.printError("designc: \(path): cannot write here: \(DesignFiles.reason(error))\n")
      throw ExitStatus.inputOutput
    }
  }

  /// Says which files would be one where names are told apart without regard to case, as on macOS and Windows.
  private func warnOfCase(_ files: [OutputFile]) {
    var seen: [String: String] = [:]
    for file in files {
      guard let other = seen.updateValue(file.name, forKey: file.name.lowercased()), other != file.name else {
        continue
      }
      Terminal.printError(
        "designc: \(path): \(other) and \(file.name) are one file on macOS and Windows; rename an element\n")
    }
  }

  /// Whether an earlier `replace` has left its list here.
  var isManaged: Bool { DesignFiles.exists("\(path)/\(Self.listName)") }

  /// Writes all files as `write` does, and adds them to the list of an earlier `replace`, where there is one.
  func add(_ files: [OutputFile]) throws {
    guard isManaged else { return try write(files) }
    try write(files + [Self.list(files + others(than: files, []))])
  }

  /// What the list names besides these and those that are gone.
  private func others(than files: [OutputFile], _ gone: [String]) -> [OutputFile] {
    let names = OutputDirectory(path: path).stale(files).filter { !gone.contains($0) }
    return names.map { OutputFile(name: $0, bytes: []) }
  }

  /// Writes all files as `write` does, then removes those that an earlier call wrote and that are not among them: it has
  /// left a list of them in the directory. Nothing else is touched.
  func replace(_ files: [OutputFile]) throws {
    let stale = stale(files)
    try write(files + [Self.list(files + others(than: files, stale))])
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
      !current.contains(name) && (endings?.contains { name.hasSuffix(".\($0)") } ?? true)
        && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        && FileManager.default.fileExists(atPath: "\(path)/\(name)")
    }
  }

  /// Names each file that on disk is not what it would be, and ends the command with 1 when there is any.
  ///
  /// - Parameter remedy: the command that writes them.
  func requireUpToDate(_ files: [OutputFile], remedy: String) throws {
    let outdated = differences(from: files)
    guard !outdated.isEmpty else { return }
    for file in outdated { Terminal.print("\(path)/\(file.name): \(file.reason)\n") }
    Terminal.printError("designc: \(counted(outdated.count, "file")) not up to date; run `\(remedy)`\n")
    throw ExitStatus.findings
  }

  /// The files that are not what they would be, and those of an earlier run that are no longer made.
  func differences(from files: [OutputFile]) -> [(name: String, reason: String)] {
    outdated(files) + stale(files).map { ($0, "no longer part of it") }
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
