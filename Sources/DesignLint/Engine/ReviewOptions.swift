package import DesignContract
package import DesignModel
package import DesignSource

/// What the review is asked to do. It holds no clock and no configuration file: whoever calls the review reads those.
package struct ReviewOptions: Sendable {
  /// How far the design has come.
  package var stage = Stage.sketch
  /// The day of the review, against which accepted findings and deprecations expire; nil when it does not matter.
  package var today: CalendarDay?
  /// Rules by id (`SEC001`), name (`weak-password-hash`) or prefix (`SEC`); empty for all that are on by default. A rule
  /// that is named here runs even when `levels` has it off.
  package var only: [String] = []
  /// What a rule's findings count as, in place of the rule's own severities: by id, name or prefix. A rule's own entry
  /// goes before that of its prefix. A prefix turns on no rule that is off by default.
  package var levels: [String: Level] = [:]
  /// What the project has set parameters of rules to, by rule id and parameter: in percent, seconds, or as numbers.
  package var figures: [String: [String: Double]] = [:]
  /// Ids of rules whose findings may not be accepted here, beside those that never may.
  package var unacceptable: Set<String> = []
  /// Standards that the design is held to.
  package var profiles: Set<Profile> = []
  /// Kinds of environment that there must be, in order.
  package var requiredEnvironments: [String] = []
  /// Kinds of environment whose deployments are judged as those of production are.
  package var judgedEnvironments: Set<String> = ["production"]
  /// Whether MOD006 lists what could not be judged also in a sketch.
  package var listsUnjudged = false

  /// What is recorded as agreed. Without them nothing is held to have been agreed.
  package var agreements: [AgreementFile] = []
  /// Whether whoever calls the review has looked for records of agreements.
  package var knowsAgreements = false

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
  func level(of rule: Rule) -> Level? { levels[rule.id] ?? levels[rule.name] ?? levels[rule.prefix] }

  /// Whether `only` names the rule or its reviewer.
  package func names(_ rule: Rule) -> Bool {
    only.contains(rule.id) || only.contains(rule.name) || only.contains(rule.prefix)
  }

  /// What a finding of the rule counts as that is of this severity by itself.
  func severity(_ own: Diagnostic.Severity, of rule: Rule) -> Diagnostic.Severity {
    if let level = level(of: rule)?.severity { return rule.isAcceptable ? level : max(level, own) }
    return profiles.contains { $0.raises(own, of: rule.id) } ? .error : own
  }

  /// Whether somebody may take responsibility for findings of the rule.
  func accepts(_ rule: Rule) -> Bool { rule.isAcceptable && !unacceptable.contains(rule.id) }

  /// Whether the rule is to run. What would make the rest of the review meaningless cannot be turned off.
  func selects(_ rule: Rule) -> Bool {
    if only.contains(rule.id) || only.contains(rule.name) { return true }
    guard only.isEmpty || only.contains(rule.prefix) else { return false }
    if level(of: rule) == .off { return !rule.isAcceptable }
    return rule.isOnByDefault || levels[rule.id] != nil || levels[rule.name] != nil
  }
}
