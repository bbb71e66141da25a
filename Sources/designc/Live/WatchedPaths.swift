#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where changes concern a design.
extension DesignFiles {
  /// The directories in which a change may concern the design at these paths: those named and what is in them, and those
  /// of files that are named. Missing ones are among them, since they may come back.
  static func directories(of paths: [String]) -> [String] {
    var out: [String] = []
    var seen: Set<String> = []
    var pending = Array(paths.reversed())
    while let path = pending.popLast() {
      let directory =
        kind(path) == .file || (kind(path) == .missing && path.hasSuffix(".design"))
        ? Self.directory(ofFile: path) : path
      guard seen.insert(normalized(directory)).inserted else { continue }
      out.append(directory)
      guard directory == path else { continue }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
      pending += names.filter { !$0.hasPrefix(".") }.map { "\(directory)/\($0)" }.filter {
        kind($0) == .directory
      }
    }
    return out
  }

  /// The paths of the files directly in a directory that may hold a design.
  static func names(in directory: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0.hasSuffix(".design") && !$0.hasPrefix(".") }.map { "\(directory)/\($0)" }
  }
}
