package import DesignModel
import DesignSource

/// What a sizing is asked for.
package struct SizingOptions: Sendable {
  /// How far ahead: a time, or a day.
  package enum Horizon: Sendable, Hashable {
    case seconds(Double)
    case day(CalendarDay)
  }

  /// In place of the design's own.
  package var horizon: Horizon?
  /// The share of its processors that an application may use at peak, where it states none.
  package var utilisationTarget: Double
  /// The same for what states `criticality high`.
  package var criticalUtilisationTarget: Double
  /// The share of a disk that may be full.
  package var fullDisk: Double

  package init(utilisationTarget: Double, criticalUtilisationTarget: Double, fullDisk: Double) {
    self.utilisationTarget = utilisationTarget
    self.criticalUtilisationTarget = criticalUtilisationTarget
    self.fullDisk = fullDisk
  }
}

/// How far ahead a sizing looks, and how much traffic grows till then.
package struct Outlook: Sendable {
  /// Seconds from the day on which the figures are as stated; nil when no horizon is stated.
  package let horizon: Double?
  /// That day, when it is stated.
  package let asOf: CalendarDay?
  /// How many times as great the traffic is then.
  package let growth: Answer

  /// Nobody plans beyond a thousand years, and days must stay numbers.
  private static let farthest = 1000 * 365 * 86_400.0

  /// The day so many days from `asOf`.
  package func day(after days: Int) -> CalendarDay? { asOf?.adding(days: days) }

  /// - Parameter wanted: goes before what the design states.
  package init(_ model: Model, _ wanted: SizingOptions.Horizon?) {
    let design = model.design
    asOf = CalendarDay(design?.fact("as of")?.quantity)
    var inputs: [Input] = []
    switch wanted {
    case .seconds(let seconds)?: horizon = min(seconds, Self.farthest)
    case .day(let day)?: horizon = asOf.map { Double(max(0, day.ordinal - $0.ordinal)) * 86_400 }
    case nil:
      horizon = (design?.fact("horizon")?.seconds).map { min($0, Self.farthest) }
      if let fact = design?.fact("horizon") { inputs.append(Input("horizon", fact.range)) }
    }
    let lacks = [
      ("horizon …", horizon == nil), ("traffic-growth … per year", design?.fact("traffic-growth") == nil),
    ]
    .filter(\.1).map { fact, _ in
      design.map { Lack(fact, of: $0) }
        ?? Lack(fact, of: "design", at: SourceRange(file: FileID(0), start: 0, end: 0))
    }
    guard let horizon, let fact = design?.fact("traffic-growth"), let percent = fact.percent else {
      growth = .unknown(lacks)
      return
    }
    inputs.append(Input("traffic-growth", fact.range))
    let years = horizon / (365 * 86_400)
    // Whole years compound, the rest of one in proportion: the same to the last bit on every machine.
    var factor = 1.0
    for _ in 0..<min(100, Int(years)) { factor *= 1 + percent / 100 }
    factor *= 1 + percent / 100 * (min(100, years) - Double(min(100, Int(years))))
    growth = .known(
      Figure(
        factor, .share,
        "(1 + \(Written.percent(percent)))^\(Written.number(years)) = \(Written.number(factor))", inputs))
  }
}
