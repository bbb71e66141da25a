/// Standard output and standard error.
enum Terminal {
  private static let output: Int32 = 1
  private static let error: Int32 = 2

  /// Writes to standard output. A reader that went away, as `| head` does, ends the command quietly.
  static func print(_ text: String) { print(bytes: Array(text.utf8)) }

  /// Writes bytes to standard output. When they cannot be written, as to a full disk, the command ends and says so: a
  /// script must not take what is cut for the whole.
  static func print(bytes: [UInt8]) {
    guard let failure = Platform.writeAll(bytes, to: output) else { return }
    printError("designc: standard output: \(failure.reason)\n")
    Platform.leave(ExitStatus.inputOutput.rawValue)
  }

  /// Writes to standard error, where everything goes that is not the answer itself.
  static func printError(_ text: String) { Platform.writeAll(text.utf8, to: error) }

  static var outputHasColour: Bool { hasColour(output) }
  static var errorHasColour: Bool { hasColour(error) }

  /// Whether somebody reads standard output as it comes.
  static var outputIsTerminal: Bool { Platform.isTerminal(output) }

  /// Whether a line on standard error can be written over: it goes to a terminal that can do more than print.
  static var errorIsTerminal: Bool {
    Platform.isTerminal(error) && Platform.environment("TERM").map { $0 != "dumb" } ?? false
  }

  /// Whether colour is welcome: the stream is a terminal that knows colours, and NO_COLOR (no-color.org) is unset or
  /// empty.
  private static func hasColour(_ descriptor: Int32) -> Bool {
    guard Platform.isTerminal(descriptor), (Platform.environment("NO_COLOR") ?? "").isEmpty else {
      return false
    }
    return Platform.environment("TERM").map { $0 != "dumb" } ?? false
  }
}
