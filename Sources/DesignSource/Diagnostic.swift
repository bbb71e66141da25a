/// What a reader is told about a place in the design: a mistake, or a finding of the review. A plain value; how it looks
/// in a terminal or in JSON is decided elsewhere.
package struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case info, warning, error

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  /// A further place that helps to understand, with what is to be seen there.
  package struct Label: Sendable, Hashable {
    package let range: SourceRange
    package let text: String

    package init(_ range: SourceRange, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  /// An edit that would mend it.
  package struct FixIt: Sendable, Hashable {
    /// Whether the edit keeps the design's meaning (`safe`) or changes a decision (`suggested`).
    package enum Safety: String, Sendable, Hashable {
      case safe, suggested
    }

    /// In the imperative: "write `bigint`".
    package let title: String
    package let range: SourceRange
    package let replacement: String
    package let safety: Safety

    package init(_ title: String, range: SourceRange, replacement: String, safety: Safety = .safe) {
      self.title = title
      self.range = range
      self.replacement = replacement
      self.safety = safety
    }
  }

  /// Stable name of the kind of mistake (`unclosed-brace`), or the id of a rule (`SEC001`).
  package var code: String
  /// The rule's readable name (`weak-password-hash`); empty for what is not a rule's.
  package var name: String
  package var severity: Severity
  /// One sentence in lower case that names the element and the fact.
  package var message: String
  /// The offending text.
  package var range: SourceRange
  /// What is written under the caret; may be empty.
  package var label: String
  /// Other places used in the reasoning.
  package var related: [Label]
  /// The reason, the arithmetic, the standard.
  package var notes: [String]
  /// What to do.
  package var help: [String]
  package var fixIts: [FixIt]

  package init(
    _ severity: Severity, _ code: String, name: String = "", _ message: String, at range: SourceRange,
    label: String = "", related: [Label] = [], notes: [String] = [], help: [String] = [], fixIts: [FixIt] = []
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.message = message
    self.range = range
    self.label = label
    self.related = related
    self.notes = notes
    self.help = help
    self.fixIts = fixIts
  }
}

extension Sequence<Diagnostic> {
  /// By place, then by code and message, so that every run tells them in the same order.
  package func sortedByPlace() -> [Diagnostic] {
    sorted { ($0.range, $0.code, $0.message) < ($1.range, $1.code, $1.message) }
  }
}
