import DesignSyntax

/// Thresholds of this project that no authority stands behind. Whatever rests on one says so.
enum HouseDefaults {
  /// Rows from which on reading a whole table is felt.
  static let largeTable = 10_000
  /// Rows up to which a whole table may be an answer.
  static let smallTable = 1000
  /// Requests that one may become by retries along a chain of calls.
  static let retryProduct = 10
  /// Seconds that an access token may live.
  static let accessToken = 3600.0
  /// Seconds after which a secret is to be changed.
  static let secretRotation = 365 * Quantity.day
  /// Fields up to which it does not matter how many of them a screen shows.
  static let fewFields = 10
  /// The share of the fields sent to it that a screen shows at least.
  static let shownShare = 0.3
}
