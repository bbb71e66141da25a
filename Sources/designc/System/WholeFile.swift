import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Replaces a file in one step, so that whoever reads it sees the old content or the new.
enum WholeFile {
  /// Writes the new content beside the file, gives it the file's permissions and then its name. A link stays one: what
  /// it leads to is replaced. Tells what failed on standard error and ends the command.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let manager = FileManager.default
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let folder = String(target.dropLast(name.count))
    let temporary = "\(folder).\(name).designc-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      let permissions = try manager.attributesOfItem(atPath: target)[.posixPermissions]
      try Data(bytes).write(to: URL(filePath: temporary))
      if let permissions {
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: temporary)
      }
      try Platform.moveFile(temporary, to: target)
    } catch {
      try? manager.removeItem(atPath: temporary)
      Terminal.printError("designc: \(path): cannot be written: \(DesignFiles.reason(error))\n")
      throw ExitStatus.inputOutput
    }
  }
}
