/// What keeps clients that are slow, or many, from taking the preview away from others.
enum ConnectionLimits {
  /// Within this time a client has sent the whole head of its request; browsers open connections ahead of need and leave
  /// them idle.
  static let request = Duration.seconds(5)
  /// Within this time a client has taken its answer; pictures of large designs have megabytes.
  static let answer = Duration.seconds(30)
  /// How many clients are answered at once. A browser's window needs one for each of its pages that waits, and up to six
  /// while a page is loaded.
  static let most = 128

  struct TimedOut: Error {}

  /// What `work` gives, unless it takes longer; then it is cancelled.
  static func within<T: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> T
  ) async throws -> T {
    try await withThrowingTaskGroup(of: T.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: limit)
        throw TimedOut()
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  /// Counts those that are answered.
  actor Seats {
    private var free = most

    /// Whether there was one.
    func take() -> Bool {
      guard free > 0 else { return false }
      free -= 1
      return true
    }

    func leave() { free += 1 }
  }
}
