import ArgumentParser
import DesignCompiler

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file to be written, as the command line has it: `docs/review.html`.
struct OutputPath: ExpressibleByArgument, CustomStringConvertible {
  /// Where the file stands; `.` for the directory the command runs in.
  let directory: String
  let name: String

  init(directory: String, name: String) {
    self.directory = directory
    self.name = name
  }

  /// Nil for a path that ends in a slash, which names no file.
  init?(argument path: String) {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    guard !name.isEmpty, name != ".", name != ".." else { return nil }
    self.name = String(name)
    directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  var isStandardOutput: Bool { directory == "." && name == "-" || description == "/dev/stdout" }

  /// Writes the file whole or not at all.
  func write(_ bytes: [UInt8]) throws {
    var isDirectory = false
    guard !FileManager.default.fileExists(atPath: description, isDirectory: &isDirectory) || !isDirectory
    else {
      Terminal.printError("designc: \(self): cannot write here: is a directory; name a file in it\n")
      throw ExitStatus.inputOutput
    }
    // A device, or a pipe as `>(less)` makes one, is written into; it must never be replaced by a file.
    if DesignFiles.kind(description) == .special {
      if let failure = Platform.writeInto(description, bytes) {
        Terminal.printError("designc: \(self): cannot write here: \(failure.reason)\n")
        throw ExitStatus.inputOutput
      }
      return
    }
    // A link stays one: what it leads to is replaced.
    let path = URL(filePath: description).resolvingSymlinksInPath().path
    let target = DesignFiles.exists(description) ? OutputPath(argument: path) ?? self : self
    try OutputDirectory(path: target.directory).write([OutputFile(name: target.name, bytes: bytes)])
  }

  var description: String { directory == "." ? name : directory == "/" ? "/\(name)" : "\(directory)/\(name)" }
}
