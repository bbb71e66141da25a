package import DesignSource
package import DesignSyntax

/// A rule that the design states itself, with every word resolved. It names attributes, never elements, so that it can
/// be asked of any model.
package struct CustomRule: Sendable {
  package let name: String
  /// A warning where the text states none.
  package let severity: Diagnostic.Severity
  /// What is said of an element that breaks it.
  package let message: String?
  /// What to do about it.
  package let help: String?
  package let scopes: [Scope]

  /// One `for`, with everything that is asked of what it looks at.
  package struct Scope: Sendable {
    package let subject: RuleSubject
    /// All that must hold for a subject to be looked at; each with its words.
    package let conditions: [Clause]
    /// What must hold of it then; when empty, that it is there is the finding.
    package let expectations: [Clause]
  }

  /// A condition, and how it is written.
  package struct Clause: Sendable {
    package let condition: Condition
    package let written: String
  }
}

/// What a rule looks at.
package enum RuleSubject: Sendable, Hashable {
  case element(ElementKind)
  case place(Place.Kind)
  /// Where it begins.
  case connection
  /// Likewise, seen from where it ends.
  case incomingConnection
  case deployment, index, foreignKey, parameter, response
  /// An element of whatever kind: where `source`, `target` and `parent` lead.
  case anyElement
}

/// A condition of a rule; its answer is yes, no, or that it cannot be told.
package indirect enum Condition: Sendable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// Whether a fact is stated, be it as absent.
  case isStated(RuleAttribute)
  /// Whether it is stated that there is none.
  case isNone(RuleAttribute)
  /// Whether a fact is stated to be there.
  case has(RuleAttribute)
  case hasInside(RuleSubject)
  case quantified(Quantifier, RuleSubject, Condition)
  case compared(RuleAttribute, Comparison)

  package enum Quantifier: String, Sendable, Hashable { case any, all, none }

  package enum Comparison: Sendable, Hashable {
    /// Any of these.
    case equals([Operand])
    /// Any of these is a part of the text; of a list, one of its members as a whole.
    case contains([String], whole: Bool)
    /// Regular expressions that ``Pattern`` accepts.
    case matches([String])
    case ordered(Order, Quantity)
  }

  package enum Order: String, Sendable, Hashable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
  }

  package enum Operand: Sendable, Hashable {
    case text(String)
    case quantity(Quantity)
    case truth(Bool)
  }
}

/// What a rule asks of its subject.
package struct RuleAttribute: Sendable, Hashable {
  /// As it is written: `source.owner`, `on delete`.
  package let written: String
  /// From the subject to the element that is asked.
  package let links: [Link]
  package let source: Source

  package enum Source: Sendable, Hashable {
    case builtin(Builtin)
    case link(Link)
    case fact(FactPath)
    /// How many of these there are inside.
    case count(RuleSubject)
  }

  /// Leads from one thing to another.
  package enum Link: String, Sendable, Hashable { case source, target, parent, table, environment }

  /// What is known of a subject without being a fact.
  package enum Builtin: String, Sendable, Hashable {
    case name, path, label, description, kind, version, external, type, nullable, method, verb, endpoint,
      place, technology, status
    case protocolName = "protocol"
    case primaryKey = "primary key"
    case unique
  }

  /// The way to a fact: `["traffic", "peak"]`.
  package struct FactPath: Sendable, Hashable {
    package let keys: [String]
    /// Of `property "key"`, the key.
    package var property: String?
    /// Of a fact with arguments in parentheses, the name of one.
    package var argument: String?
  }
}
