#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few calls of the C library that the command needs.
enum Platform {
  /// A call that the system refused, and why.
  struct Failure: Error {
    let code: Int32

    /// In the system's words.
    var reason: String { strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)" }
  }

  /// Gives a file another name, in place of one that bears it already, in one step.
  static func moveFile(_ from: String, to: String) throws(Failure) {
    guard rename(from, to) == 0 else { throw Failure(code: errno) }
  }

  /// The bytes of a file; nil when it cannot be asked.
  static func fileSize(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// What tells one state of a file from another without reading it.
  struct FileState: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    let node: UInt64
  }

  /// The state of a file; nil when it cannot be asked.
  static func fileState(_ path: String) -> FileState? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return FileState(
      size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
      node: UInt64(status.st_ino))
  }

  /// Writes all bytes to a descriptor. Gives up quietly when nobody reads; nil when all is well, or why it is not.
  @discardableResult
  static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Failure? {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno == EPIPE ? nil : Failure(code: errno)
      }
    }
    return nil
  }

  /// Ends a program that we started. It is not asked: who is asked may have been started deaf to that.
  static func kill(_ process: Int32) {
    #if canImport(Glibc)
      _ = Glibc.kill(process, SIGKILL)
    #elseif canImport(Musl)
      _ = Musl.kill(process, SIGKILL)
    #else
      _ = Darwin.kill(process, SIGKILL)
    #endif
  }

  /// Ends the command at once.
  static func leave(_ status: Int32) -> Never { exit(status) }

  /// All bytes of a descriptor, to its end.
  static func readAll(from descriptor: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The day it is, in UTC.
  static var today: (year: Int, month: Int, day: Int) {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }

  /// A variable of the environment; nil when it is unset.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
