#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Work that is done by several processes at once: Graphviz, which lays out pictures, can do one at a time in each.
enum Workers {
  /// What `make` gives for each number below `count`, in order.
  ///
  /// - Parameters:
  ///   - jobs: the number of processes, this one among them; nil for as many as there are processors, and no more than are
  ///     worth their start.
  ///   - progress: told how many are made.
  static func map(
    _ count: Int, jobs: Int?, progress: (Int) -> Void, _ make: (Int) throws -> [UInt8]
  ) throws -> [[UInt8]] {
    let processes = min(jobs ?? min(ProcessInfo.processInfo.activeProcessorCount, count / leastShare), count)
    var team = processes > 1 ? Team(processes, count, make) : nil
    var results = [Int: [UInt8]]()
    while let numbers = team?.take() {
      // What fails is tried again below, where a failure can be told.
      for number in numbers { results[number] = try? make(number) }
      team?.collect(into: &results, untilEnd: false)
      progress(results.count)
    }
    team?.collect(into: &results, untilEnd: true)
    return try (0..<count).map { number in
      if let done = results[number] { return done }
      progress(results.count)
      let made = try make(number)
      results[number] = made
      return made
    }
  }

  /// A process takes a millisecond or two to start, as long as a small picture or two take to draw.
  private static let leastShare = 4
}

/// Other processes with the same work to do, and what they have made so far.
private struct Team {
  private struct Child {
    let process: pid_t
    let output: Int32
    var bytes: [UInt8] = []
  }

  /// Holds a number of four bytes for each piece of work that nobody has taken.
  private let queue: Int32
  private let count: Int
  /// How many pieces there are; the numbers of each lie so far apart.
  private let pieces: Int
  private var children: [Child] = []

  /// A pipe holds 65,536 bytes, and nobody reads while it is filled.
  private static let mostPieces = 8_192
  /// Linux's `F_SETPIPE_SZ`, which Swift does not see.
  private static let setPipeSize: Int32 = 1031

  init?(_ processes: Int, _ count: Int, _ make: (Int) throws -> [UInt8]) {
    #if canImport(Darwin)
      // A process cannot be doubled there without running a program anew.
      return nil
    #else
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      self.count = count
      pieces = min(count, Self.mostPieces)
      queue = ends[0]
      for piece in 0..<pieces { Platform.writeAll(Self.frame(piece).prefix(4), to: ends[1]) }
      close(ends[1])
      for _ in 1..<processes { start(make) }
    #endif
  }

  #if !canImport(Darwin)
    private mutating func start(_ make: (Int) throws -> [UInt8]) {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return }
      let process = fork()
      if process == 0 {
        while let numbers = take() {
          for number in numbers {
            guard let bytes = try? make(number) else { continue }
            Platform.writeAll(Self.frame(number) + Self.frame(bytes.count) + bytes, to: ends[1])
          }
        }
        _exit(0)
      }
      close(ends[1])
      guard process > 0 else {
        close(ends[0])
        return
      }
      // So that nobody waits while this process is at a piece of its own.
      _ = fcntl(ends[0], Self.setPipeSize, 1 << 20)
      children.append(Child(process: process, output: ends[0]))
    }
  #endif

  /// The next piece of work; nil when there is none.
  func take() -> StrideTo<Int>? {
    var bytes = [UInt8](repeating: 0, count: 4)
    guard read(queue, &bytes, 4) == 4 else { return nil }
    return stride(from: Self.number(bytes[...]), to: count, by: pieces)
  }

  /// Reads what the others have made: what is there now, or all until they have ended.
  mutating func collect(into results: inout [Int: [UInt8]], untilEnd: Bool) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !children.isEmpty {
      var requests = children.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
      let ready = poll(&requests, nfds_t(requests.count), untilEnd ? -1 : 0)
      if ready == 0 { return }
      if ready < 0 { continue }
      for index in children.indices.reversed() where requests[index].revents != 0 {
        let count = buffer.withUnsafeMutableBytes { read(children[index].output, $0.baseAddress, $0.count) }
        guard count > 0 else {
          close(children[index].output)
          waitpid(children.remove(at: index).process, nil, 0)
          continue
        }
        children[index].bytes += buffer[..<count]
        Self.unframe(&children[index].bytes, into: &results)
      }
    }
    if untilEnd { close(queue) }
  }

  private static func unframe(_ bytes: inout [UInt8], into results: inout [Int: [UInt8]]) {
    while bytes.count >= 16 {
      let length = number(bytes[8..<16])
      guard bytes.count >= 16 + length else { return }
      results[number(bytes[..<8])] = Array(bytes[16..<16 + length])
      bytes.removeFirst(16 + length)
    }
  }

  private static func frame(_ number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
