import ArgumentParser
import Dispatch

/// The way from a command, which runs on the first thread from its start to its end, to work on Swift's own threads, which
/// only servers need and which take a while to start.
enum Waiting {
  /// Runs the work to its end, and ends the process with it: with 0, or as a command does that fails.
  static func finish(_ work: @escaping @Sendable () async throws -> Void) -> Never {
    Task {
      do {
        try await work()
        Designc.exit()
      } catch {
        Designc.exit(withError: error)
      }
    }
    dispatchMain()
  }
}
