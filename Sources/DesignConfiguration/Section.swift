/// One key of the file, and how its value is read. A new one is a file in `Sections/` and a line here.
struct Section: Sendable {
  let key: String
  let read: @Sendable (ConfigurationEntry, inout Configuration, inout ConfigurationReader) -> Void

  init(
    _ key: String,
    read: @escaping @Sendable (ConfigurationEntry, inout Configuration, inout ConfigurationReader) -> Void
  ) {
    self.key = key
    self.read = read
  }

  /// In the order of the documentation.
  static let all: [Section] = [.stage, .failOn, .profiles, .rules, .environments, .baseline, .theme]
}
