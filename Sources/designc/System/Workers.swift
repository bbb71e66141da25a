#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work that is done by several processes at once: Graphviz, which lays out pictures, can do one at a time in each.
enum Workers {
  /// What `make` gives for each number below `count`, in order.
  ///
  /// - Parameters:
  ///   - jobs: the number of processes; with 1 it is this one alone.
  ///   - progress: told how many are made.
  static func map(
    _ count: Int, jobs: Int, progress: (Int) -> Void, _ make: (Int) throws -> [UInt8]
  ) throws -> [[UInt8]] {
    let children = min(jobs, count) > 1 ? spawn(min(jobs, count), count, make) : []
    var results = [Int: [UInt8]]()
    collect(from: children, progress: progress) { results[$0] = $1 }
    // What no child has made, since there is none or it has failed, is made here, where a failure can be told.
    return try (0..<count).map { index in
      if let done = results[index] { return done }
      progress(results.count)
      let made = try make(index)
      results[index] = made
      return made
    }
  }

  private struct Child {
    let process: pid_t
    let output: Int32
  }

  #if canImport(Darwin)
    // A process cannot be doubled there without running a program anew.
    private static func spawn(_ jobs: Int, _ count: Int, _ make: (Int) throws -> [UInt8]) -> [Child] { [] }
  #else
    private static func spawn(_ jobs: Int, _ count: Int, _ make: (Int) throws -> [UInt8]) -> [Child] {
      (0..<jobs).compactMap { job in
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        let process = fork()
        if process == 0 {
          close(ends[0])
          for index in stride(from: job, to: count, by: jobs) {
            guard let bytes = try? make(index) else { continue }
            Platform.writeAll(frame(index) + frame(bytes.count), to: ends[1])
            Platform.writeAll(bytes, to: ends[1])
          }
          _exit(0)
        }
        close(ends[1])
        guard process > 0 else {
          close(ends[0])
          return nil
        }
        return Child(process: process, output: ends[0])
      }
    }
  #endif

  private static func frame(_ number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Reads what children write, as it comes, until all have ended.
  private static func collect(from children: [Child], progress: (Int) -> Void, _ take: (Int, [UInt8]) -> Void)
  {
    var open = children.map { (output: $0.output, bytes: [UInt8]()) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var done = 0
    while !open.isEmpty {
      var requests = open.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
      guard poll(&requests, nfds_t(requests.count), -1) > 0 else { continue }
      for index in open.indices.reversed() where requests[index].revents != 0 {
        let count = buffer.withUnsafeMutableBytes { read(open[index].output, $0.baseAddress, $0.count) }
        guard count > 0 else {
          close(open.remove(at: index).output)
          continue
        }
        open[index].bytes += buffer[..<count]
        while open[index].bytes.count >= 16 {
          let length = number(open[index].bytes[8..<16])
          guard open[index].bytes.count >= 16 + length else { break }
          take(number(open[index].bytes[..<8]), Array(open[index].bytes[16..<16 + length]))
          open[index].bytes.removeFirst(16 + length)
          done += 1
          progress(done)
        }
      }
    }
    for child in children { waitpid(child.process, nil, 0) }
  }
}
