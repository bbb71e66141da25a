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

  /// Lets signals through that whoever started this process had blocked, a thread pool's worker for instance: a server or a
  /// watch could not be stopped else.
  static func unblockSignals() {
    var all = sigset_t()
    sigfillset(&all)
    sigprocmask(SIG_UNBLOCK, &all, nil)
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

  /// The files that this process runs from, its libraries among them, by path; none where the system does not tell.
  static var mappedPrograms: [String] {
    let descriptor = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let text = (try? readAll(from: descriptor)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    // `55d0-55d1 r-xp 0000 08:01 1234   /usr/bin/designc`
    let paths = text.split(separator: "\n").compactMap { line -> String? in
      guard let start = line.firstIndex(of: "/"),
        line.split(separator: " ").dropFirst().first?.contains("x") ?? false
      else { return nil }
      return String(line[start...])
    }
    return Set(paths).sorted()
  }

  /// Says that a file was used now.
  static func touch(_ path: String) { utimes(path, nil) }

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

  /// Writes a new file, or one in place of what is there. It is not asked whether the disk has it: what is made can be made
  /// again, and asking takes longer than drawing.
  static func writeFile(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    if let failure = writeAll(bytes, to: descriptor) { throw failure }
  }

  /// Writes into what is there, such as a device; nil when all is well, or why it is not.
  static func writeInto(_ path: String, _ bytes: [UInt8]) -> Failure? {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return Failure(code: errno) }
    defer { close(descriptor) }
    return writeAll(bytes, to: descriptor)
  }

  /// What stands in a file of any kind, up to so many bytes and one more.
  static func readAll(ofPath path: String, atMost most: Int) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    return try readAll(from: descriptor, atMost: most)
  }

  /// Whether something that is there is neither a file nor a directory.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & mode_t(S_IFMT)
    return kind != mode_t(S_IFREG) && kind != mode_t(S_IFDIR)
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

  /// All bytes of a descriptor, to its end, or so many and one more.
  static func readAll(from descriptor: Int32, atMost most: Int = .max) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += buffer[..<count]
        if bytes.count > most { return bytes }
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
