/// Counts the clients that are answered at once, so that many of them do not take the server away from others.
actor Seats {
  /// A browser's window needs one for each of its pages that waits, and up to six while a page is loaded.
  private var free = 128

  /// Whether there was one.
  func take() -> Bool {
    guard free > 0 else { return false }
    free -= 1
    return true
  }

  func leave() { free += 1 }
}
