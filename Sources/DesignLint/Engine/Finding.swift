package import DesignModel
package import DesignSource

/// What a rule says about one place of the design.
package struct Finding: Sendable, Hashable {
  package init(subject: String, diagnostic: Diagnostic) {
    self.subject = subject
    self.diagnostic = diagnostic
  }

  /// The element, as a path: `shop.customer.password_hash`; `storefront -> catalog` for a connection and
  /// `production.apps/catalog` for a deployment.
  package let subject: String
  /// Range, message, reasoning, remedy; its code is the rule's id, its name the rule's name.
  package var diagnostic: Diagnostic

  package var rule: String { diagnostic.code }
  package var name: String { diagnostic.name }
  package var severity: Diagnostic.Severity { diagnostic.severity }

  /// By place, then by rule and message, so that every run tells them in the same order.
  static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
    let (x, y) = (a.diagnostic.range, b.diagnostic.range)
    guard x == y else { return x < y }
    return (a.rule, a.diagnostic.message, a.subject) < (b.rule, b.diagnostic.message, b.subject)
  }
}

/// A finding that somebody took responsibility for.
package struct AcceptedFinding: Sendable, Hashable {
  package let finding: Finding
  package let acceptance: Acceptance
}

/// The clause `accept RULE "reason" [until DATE] [by …] [ticket …] [as …]`.
package struct Acceptance: Sendable, Hashable {
  /// The rule as it is named in the clause.
  package let rule: String
  package let reason: String
  package let until: CalendarDay?
  package let by: String?
  package let ticket: String?
  /// `risk`, `false-positive` or `deferred`, when stated.
  package let kind: String?
  /// The clause.
  package let range: SourceRange
}

/// An element that the review could not judge whole, because facts are unstated.
package struct Unjudged: Sendable, Hashable {
  /// The element's path.
  package let subject: String
  /// The facts that are lacking and the rules that wanted each, both in order.
  package let facts: [Lack]
  /// Where the element is named.
  package let range: SourceRange

  /// A fact that is unstated.
  package struct Lack: Sendable, Hashable {
    /// As it would be written: `cpu-time … per request`.
    package let fact: String
    /// Ids of the rules that were skipped.
    package let rules: [String]
  }
}

/// What came of a review.
package struct ReviewResult: Sendable {
  /// The rules that ran, in order.
  package var rules: [Rule] = []
  /// By place, then by rule.
  package var findings: [Finding] = []
  /// In the same order.
  package var accepted: [AcceptedFinding] = []
  /// Findings that a baseline covers, in the same order.
  package var covered: [Finding] = []
  /// How many findings are left out because they were there before.
  package var unchanged = 0
  /// In the order of the design.
  package var unjudged: [Unjudged] = []

  package init() {}

  /// How many findings there are of a severity.
  package func count(_ severity: Diagnostic.Severity) -> Int { findings.count { $0.severity == severity } }
}
