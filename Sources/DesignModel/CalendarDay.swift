package import DesignSyntax

/// A day of the Gregorian calendar.
package struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that a quantity is; nil for what is no date.
  package init?(_ quantity: Quantity?) {
    guard case .date(let year, let month, let day)? = quantity else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Days since the first of March of the year 0, to subtract from one another. Years begin in March, so that the leap
  /// day is the last of a year.
  package var ordinal: Int {
    let shifted = month < 3 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (monthFromMarch * 306 + 5) / 10 + day
      - 1
  }

  /// The day so many days later.
  package func adding(days: Int) -> CalendarDay {
    let count = ordinal + days
    var year = Int((Double(count) / 365.2425).rounded(.down))
    func start(_ year: Int) -> Int { year * 365 + year / 4 - year / 100 + year / 400 }
    while start(year + 1) <= count { year += 1 }
    while start(year) > count { year -= 1 }
    let inYear = count - start(year)
    let monthFromMarch = (5 * inYear + 2) / 153
    let month = (monthFromMarch + 2) % 12 + 1
    return CalendarDay(
      year: month < 3 ? year + 1 : year, month: month, day: inYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// `2027-03-31`
  package var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
