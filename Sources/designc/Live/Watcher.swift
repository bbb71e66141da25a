#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Waits until files of a design change. On Linux the kernel tells; elsewhere, and where it cannot, files are looked at
/// every second.
final class Watcher {
  /// How long after a change it is waited for further ones: editors write in several steps.
  private static let pause: Int32 = 60
  /// How often it is looked whether a directory that was missing is there, in milliseconds.
  private static let interval: Int32 = 1000

  private var directories: [String] = []
  private var seen: [String: Platform.FileState] = [:]

  #if canImport(Glibc) || canImport(Musl)
    private let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    private var watches: [String: Int32] = [:]

    deinit { if descriptor >= 0 { close(descriptor) } }
  #endif

  /// Watches these directories from now on, and no others. Files are told apart from those of another use by the end of
  /// their names.
  func watch(_ directories: [String]) {
    self.directories = directories
    #if canImport(Glibc) || canImport(Musl)
      for (path, watch) in watches where !directories.contains(path) {
        inotify_rm_watch(descriptor, watch)
        watches[path] = nil
      }
      addWatches()
    #endif
    seen = states
  }

  /// Returns when something has changed since `watch` was called.
  func wait() {
    while true {
      if waitForEvent() {
        // Whatever follows at once belongs to the same change.
        while waitForEvent(Self.pause) {}
        return
      }
      if states != seen { return }
    }
  }

  /// What the design's files look like: by path, the size and when it was written.
  private var states: [String: Platform.FileState] {
    var out: [String: Platform.FileState] = [:]
    for directory in directories {
      for path in DesignFiles.names(in: directory) { out[path] = Platform.fileState(path) }
    }
    return out
  }

  #if canImport(Glibc) || canImport(Musl)
    private func addWatches() {
      guard descriptor >= 0 else { return }
      let events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF
      for path in directories {
        // Adding one that is there gives the same number again.
        let watch = inotify_add_watch(descriptor, path, UInt32(events))
        watches[path] = watch >= 0 ? watch : nil
      }
    }

    /// Waits for an event, at most so many milliseconds, and says whether there was one about a design.
    private func waitForEvent(_ timeout: Int32 = interval) -> Bool {
      guard descriptor >= 0 else {
        usleep(UInt32(timeout) * 1000)
        return false
      }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, timeout) > 0 else {
        addWatches()
        return false
      }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      return count > 0 && Self.concernsDesigns(buffer[..<count])
    }

    /// Whether one of the events is of a directory, or of a file that may hold a design.
    private static func concernsDesigns(_ events: ArraySlice<UInt8>) -> Bool {
      let header = MemoryLayout<inotify_event>.size
      var rest = events
      while rest.count >= header {
        let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
        let name = rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
        let isDirectory = event.mask & UInt32(IN_ISDIR | IN_DELETE_SELF | IN_IGNORED) != 0
        if isDirectory || String(decoding: name, as: UTF8.self).hasSuffix(".design") { return true }
        rest = rest.dropFirst(header + Int(event.len))
      }
      return false
    }
  #else
    private func waitForEvent(_ timeout: Int32 = interval) -> Bool {
      usleep(UInt32(timeout) * 1000)
      return false
    }
  #endif
}
