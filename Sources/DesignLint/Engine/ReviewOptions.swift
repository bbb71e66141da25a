package import DesignSource

/// What the review is asked to do. It holds no clock and no configuration file: whoever calls the review reads those.
package struct ReviewOptions: Sendable {
  /// How far the design has come.
  package var stage = Stage.sketch
  /// The day of the review, against which accepted findings and deprecations expire; nil when it does not matter.
  package var today: CalendarDay?
  /// Rules by id (`SEC001`), name (`weak-password-hash`) or prefix (`SEC`); empty for all that are on by default.
  package var only: [String] = []
  /// What a rule's findings count as, in place of the rule's own severities, by id or name.
  package var levels: [String: Level] = [:]
  /// Whether MOD006 lists what could not be judged also in a sketch.
  package var listsUnjudged = false

  package init() {}

  /// How far a design has come. What must be stated grows with it; what is wrong is wrong in each.
  package enum Stage: String, Sendable, Hashable, Comparable, CaseIterable {
    case sketch, review, agreed, release

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (a: Stage, b: Stage) -> Bool { a.rank < b.rank }
  }

  /// A rule's findings, or none.
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case off, info, warning, error

    /// The severity; nil for `off`.
    package var severity: Diagnostic.Severity? { Diagnostic.Severity(rawValue: rawValue) }
  }

  /// The level that is asked for, when one is.
  func level(of rule: Rule) -> Level? { levels[rule.id] ?? levels[rule.name] }

  /// Whether the rule is to run.
  func selects(_ rule: Rule) -> Bool {
    if let level = level(of: rule) { return level != .off && (only.isEmpty || names(rule)) }
    if only.contains(rule.id) || only.contains(rule.name) { return true }
    return rule.isOnByDefault && (only.isEmpty || only.contains(rule.prefix))
  }

  /// Whether `only` names the rule or its reviewer.
  package func names(_ rule: Rule) -> Bool {
    only.contains(rule.id) || only.contains(rule.name) || only.contains(rule.prefix)
  }
}
