import DesignSyntax

/// Thresholds that no authority stands behind. Whatever rests on one says so, and projects may set their own.
extension RuleParameter {
  static let largeTable = RuleParameter(
    "large-table", .count, 10_000, in: 1...1e9, "the rows from which on reading a whole table is felt")
  static let smallTable = RuleParameter(
    "small-table", .count, 1000, in: 1...1e9, "the rows up to which a whole table may be an answer")
  static let mostRequests = RuleParameter(
    "most-requests", .count, 10, in: 1...1000,
    "how many requests one may become by retries along a chain of calls")
  static let accessTokenLifetime = RuleParameter(
    "access-token", .duration, 3600, in: 60...Quantity.day, "how long an access token may live")
  static let secretRotation = RuleParameter(
    "rotation", .duration, 365 * Quantity.day, in: Quantity.day...3650 * Quantity.day,
    "after how long a secret is to be changed")
  static let fewFields = RuleParameter(
    "few-fields", .count, 10, in: 0...10_000, "up to how many fields it does not matter how many are shown")
  static let shownShare = RuleParameter(
    "shown-share", .percent, 30, in: 1...100,
    "the share of the fields sent to it that a screen shows at least")
  static let highAvailability = RuleParameter(
    "high-availability", .percent, 99.9, in: 50...100,
    "the wanted availability from which on an outage is not put up with")
  static let usedNumbers = RuleParameter(
    "used-numbers", .percent, 50, in: 1...100,
    "the share of its numbers that a key may use up within the horizon")
}
