package import DesignSource
package import Foundation

/// Files that tests read, found from the root of the package.
package enum TestFiles {
  /// The package's folder.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every file with this ending in a folder of the package, at any depth, by path from the root, in order.
  package static func all(in folder: String, ending: String = ".design") -> [String] {
    let base = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path(percentEncoded: false))?.compactMap {
      $0 as? String
    }
    return (names ?? []).filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
  }

  /// The bytes of a file, by its path from the root.
  package static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  /// Whether there is a file or folder, by its path from the root.
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
  }

  /// A file of the package as a source.
  package static func source(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: try bytes(path))
  }
}
