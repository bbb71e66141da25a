#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Paths, worked out from their text.
extension DesignFiles {
  /// The directory that a design stands in: the first path, or the one of the first file.
  static func directory(of paths: [String]) -> String {
    guard let first = paths.first else { return "." }
    var isDirectory = false
    let exists = FileManager.default.fileExists(atPath: first, isDirectory: &isDirectory)
    return exists && !isDirectory ? directory(ofFile: first) : first
  }

  /// The directory that a file stands in.
  static func directory(ofFile path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path from a directory, as one from where the command runs.
  static func path(_ path: String, from directory: String) -> String {
    path.hasPrefix("/") || directory == "." ? path : directory == "/" ? "/\(path)" : "\(directory)/\(path)"
  }

  /// The names along a path, without `.` and needless `..`.
  static func components(_ path: String) -> [String] {
    var parts: [String] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts
  }

  /// An absolute path as one from an absolute directory: `../designc.yml`.
  static func relative(_ path: String, to directory: String) -> String {
    let (target, start) = (components(path), components(directory))
    let common = zip(target, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - common)
    return (up + target[common...]).joined(separator: "/")
  }
}
