import DesignContract
import DesignSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The directory `agreements` beside a design, which keeps what was agreed.
struct AgreementDirectory {
  private let path: String

  /// - Parameter paths: those of the design.
  init(for paths: [String]) {
    path = DesignFiles.path("agreements", from: DesignFiles.directory(of: paths))
  }

  /// All lock files in it, in order of their names; none when there is no such directory.
  func files() throws -> [AgreementFile] {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory else {
      return []
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".lock") }
    } catch {
      Terminal.printError("designc: \(path): the directory cannot be read: \(DesignFiles.reason(error))\n")
      throw ExitStatus.inputOutput
    }
    let paths = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map {
      "\(path)/\($0)"
    }
    return try DesignFiles.documents(paths).map { AgreementFile(path: $0.path, bytes: $0.bytes) }
  }

  /// Where the agreement about an element is kept.
  func file(of element: String) -> String { "\(path)/\(element).lock" }

  /// Keeps an agreement, whole or not at all; makes the directory when there is none.
  func write(_ agreement: Agreement) throws -> String {
    let name = "\(agreement.path).lock"
    try OutputDirectory(path: path).write([.init(name: name, bytes: Array(agreement.text.utf8))])
    return "\(path)/\(name)"
  }
}
