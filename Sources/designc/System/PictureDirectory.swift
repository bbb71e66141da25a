import DesignCompiler

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Pictures that were drawn, kept in the user's cache directory: a file each, named by the key. It may be deleted at any
/// time, and used by several processes at once.
struct PictureDirectory: Sendable {
  let path: String

  /// How many bytes are kept. The pictures of a design of a thousand elements have ten million.
  static let mostBytes = 128 << 20
  /// A picture of another process may be on its way for as long, in seconds.
  private static let patience = 600.0

  /// `$XDG_CACHE_HOME/designc/pictures`, else `~/.cache/designc/pictures` (XDG Base Directory Specification 0.8); nil
  /// where there is neither.
  static var ofUser: PictureDirectory? {
    // A relative path is to be ignored, the specification says.
    if let cache = Platform.environment("XDG_CACHE_HOME"), cache.hasPrefix("/") {
      return PictureDirectory(path: "\(cache)/designc/pictures")
    }
    guard let home = Platform.environment("HOME"), home.hasPrefix("/") else { return nil }
    return PictureDirectory(path: "\(home)/.cache/designc/pictures")
  }

  /// Nil where it cannot be told which build of the program this is.
  var store: PictureStore? {
    let programs = Platform.mappedPrograms
    guard !programs.isEmpty else { return nil }
    // A new build, or a new version of a library, may draw otherwise.
    let states = programs.map { "\($0) \(Platform.fileState($0).map { "\($0)" } ?? "")" }
    let identity = "designc \(Designc.version)\n" + states.joined(separator: "\n")
    return PictureStore(identity: identity, read: { self.read($0) }, write: { self.write($0, $1) })
  }

  private func read(_ key: String) -> [UInt8]? {
    let file = "\(path)/\(key)"
    guard let data = try? Data(contentsOf: URL(filePath: file)) else { return nil }
    Platform.touch(file)
    return [UInt8](data)
  }

  /// Keeps an entry; where that fails, there is none.
  private func write(_ key: String, _ entry: [UInt8]) {
    let manager = FileManager.default
    let temporary = "\(path)/.\(key)-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try manager.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Platform.writeFile(temporary, entry)
      try Platform.moveFile(temporary, to: "\(path)/\(key)")
      // Once in sixteen times is often enough to look through all of it.
      if key.hasPrefix("0") { trim() }
    } catch {
      try? manager.removeItem(atPath: temporary)
    }
  }

  /// Removes what was not used for longest until a quarter of the room is free, once it is used up.
  func trim(to most: Int = mostBytes) {
    let manager = FileManager.default
    let now = Date().timeIntervalSince1970
    var files: [(path: String, used: Double, size: Int)] = []
    for name in (try? manager.contentsOfDirectory(atPath: path)) ?? [] {
      let file = "\(path)/\(name)"
      guard let state = Platform.fileState(file) else { continue }
      let used = Double(state.seconds) + Double(state.nanoseconds) / 1e9
      // Left behind by a process that was ended while it wrote.
      if name.hasPrefix("."), now - used > Self.patience { try? manager.removeItem(atPath: file) }
      if !name.hasPrefix(".") { files.append((file, used, state.size)) }
    }
    var total = files.reduce(0) { $0 + $1.size }
    guard total > most else { return }
    for file in files.sorted(by: { ($0.used, $0.path) < ($1.used, $1.path) }) where total > most / 4 * 3 {
      try? manager.removeItem(atPath: file.path)
      total -= file.size
    }
  }
}
