package import DesignModel
package import DesignSource

/// A number with how it came to be.
package struct Figure: Sendable {
  package let value: Double
  package let unit: Unit
  /// The formula with the design's numbers in it, and the result.
  package let formula: String
  /// What the design states of it.
  package let inputs: [Input]
  /// How the true number lies to this one.
  package let bound: Bound
  /// What was left out, as `bound` says, since it is not stated.
  package let lacks: [Lack]

  /// What the number counts.
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case perSecond = "per second"
    /// Seconds of one core.
    case seconds
    case cores
    /// Replicas kept busy, where the load of one was measured.
    case replicas
    /// A share of 1.
    case share
    case bytes
    case connections
    case partitions
    case nodes
    case days
    /// An amount of the currency that stands beside it, in a month of 30 days.
    case money
  }

  /// How the true number lies to the one that is known.
  package enum Bound: String, Sendable, Hashable, CaseIterable {
    case exact
    /// Something is left out, so that it is greater if anything.
    case atLeast = "at least"
    /// It is reckoned with the greatest that is allowed.
    case atMost = "at most"
  }

  package init(
    _ value: Double, _ unit: Unit, _ formula: String, _ inputs: [Input], bound: Bound = .exact,
    lacks: [Lack] = []
  ) {
    self.value = value
    self.unit = unit
    self.formula = formula
    self.inputs = inputs
    self.bound = bound
    self.lacks = lacks
  }
}

/// Something that the design states, with its place.
package struct Input: Sendable, Hashable {
  /// Of what, and which fact: `catalog cpu-time`.
  package let name: String
  package let range: SourceRange

  package init(_ name: String, _ range: SourceRange) {
    self.name = name
    self.range = range
  }
}

/// A fact that it takes and that is not stated.
package struct Lack: Sendable, Hashable {
  /// The clause that would state it: `cpu-time … per request`.
  package let fact: String
  /// What it must be stated of, as a path.
  package let subject: String
  /// The element, where the subject is one; for a deployment what is deployed.
  package let element: ElementID?
  /// Where the subject stands.
  package let range: SourceRange

  package init(_ fact: String, of element: Element) {
    self.init(fact, of: element.path, element: element.id, at: element.nameRange)
  }

  package init(_ fact: String, of subject: String, element: ElementID? = nil, at range: SourceRange) {
    self.fact = fact
    self.subject = subject
    self.element = element
    self.range = range
  }
}

/// A figure, or what keeps it from being known. Nothing is ever filled in.
package enum Answer: Sendable {
  case known(Figure)
  case unknown([Lack])
  /// No number is enough, for this reason.
  case impossible(String)

  package var figure: Figure? { if case .known(let figure) = self { figure } else { nil } }

  package var value: Double? { figure?.value }

  /// Everything that must be stated to know it, or to know it exactly.
  package var lacks: [Lack] {
    switch self {
    case .known(let figure): figure.lacks
    case .unknown(let lacks): lacks
    case .impossible: []
    }
  }
}

/// All that several answers lack, each once, in order.
func joined(_ answers: [Answer]) -> [Lack] {
  var seen: Set<Lack> = []
  return answers.flatMap(\.lacks).filter { seen.insert($0).inserted }
}
