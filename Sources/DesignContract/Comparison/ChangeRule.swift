/// What a change does to what others rely on.
package enum Effect: String, Sendable, Hashable, CaseIterable {
  /// Fewer values, or fewer ways, are good: breaks those who send, not those who are given.
  case tightens
  /// More values are good: breaks those who are given, not those who send.
  case loosens
  /// Breaks either.
  case breaks
  /// Breaks nobody, but is a change of what was agreed.
  case keeps
  /// Tells people, and no program.
  case documents

  /// What it means where data goes in a direction; what is no data is held to what callers do.
  package func changeClass(_ direction: Direction?) -> ChangeClass {
    switch self {
    case .tightens: direction?.isAccepted ?? true ? .breaking : .compatible
    case .loosens: direction?.isAccepted ?? true ? .compatible : .breaking
    case .breaks: .breaking
    case .keeps: .compatible
    case .documents: .documentation
    }
  }
}

/// Says what one kind of change does.
package struct ChangeRule: Sendable, Hashable {
  package let subject: Subject
  package let kind: ChangeKind
  package let effect: Effect

  /// Whether a change is this rule's to judge.
  package func claims(_ change: ChangeCase) -> Bool { subject == change.subject && kind == change.kind }

  /// The rule of each subject and kind.
  static let index: [Key: ChangeRule] = Dictionary(
    all.map { (Key(subject: $0.subject, kind: $0.kind), $0) }, uniquingKeysWith: { first, _ in first })

  struct Key: Hashable {
    let subject: Subject
    let kind: ChangeKind
  }
}

extension ChangeCase {
  /// What it means to those who rely on the contract; what no rule claims would be taken for the worst.
  package var changeClass: ChangeClass {
    let rule = ChangeRule.index[.init(subject: subject, kind: kind)]
    return rule?.effect.changeClass(direction) ?? .breaking
  }
}
