/// Says on a terminal's standard error how far work has come that takes longer than a second, on one line that is taken
/// away at the end.
final class Progress {
  private let noun: String
  private let isWanted: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isShown = false

  /// - Parameter noun: what is counted, in the plural: `pictures`.
  init(_ noun: String, isWanted: Bool) {
    self.noun = noun
    self.isWanted = isWanted
    start = clock.now
    last = start
  }

  /// Says that so many of all are done.
  func report(_ done: Int, of all: Int) {
    guard isWanted else { return }
    let now = clock.now
    guard now - start > .seconds(1), !isShown || now - last > .milliseconds(100) else { return }
    last = now
    isShown = true
    Terminal.printError("\r\(done) of \(all) \(noun)\u{1B}[K")
  }

  /// Takes the line away.
  deinit { if isShown { Terminal.printError("\r\u{1B}[K") } }
}
