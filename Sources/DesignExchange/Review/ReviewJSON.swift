package import DesignLint
import DesignSource

/// The review as JSON. `schema` counts up when a field changes its meaning or goes away.
package struct ReviewDocument: Encodable {
  /// The version of this format.
  package static let schemaVersion = 1

  let schema = Self.schemaVersion
  let findings: [FindingEntry]
  let accepted: [AcceptedEntry]
  /// What a baseline covers.
  let baseline: [FindingEntry]
  let unjudged: [UnjudgedEntry]
  let summary: Summary

  struct Summary: Encodable {
    let error: Int
    let warning: Int
    let info: Int
    let accepted: Int
    let baseline: Int
    /// Findings that are left out because they were there before.
    let unchanged: Int
  }

  package init(_ result: ReviewResult, _ places: Places) {
    findings = result.findings.map { FindingEntry($0, places) }
    accepted = result.accepted.map { AcceptedEntry($0, places) }
    baseline = result.covered.map { FindingEntry($0, places) }
    unjudged = result.unjudged.map { UnjudgedEntry($0, places) }
    summary = Summary(
      error: result.count(.error), warning: result.count(.warning), info: result.count(.info),
      accepted: result.accepted.count, baseline: result.covered.count, unchanged: result.unchanged)
  }

  /// The document's bytes: keys in alphabetical order, a line feed at the end.
  package func bytes() throws(EncodingFailure) -> [UInt8] { try encodedJSON(self) }
}

struct FindingEntry: Encodable {
  let rule: String
  let name: String
  let severity: String
  let subject: String?
  let message: String
  let place: PlaceEntry?
  let related: [RelatedEntry]
  let notes: [String]
  let help: [String]
  let fixes: [FixEntry]

  struct RelatedEntry: Encodable {
    let text: String
    let place: PlaceEntry?
  }

  struct FixEntry: Encodable {
    let title: String
    let safety: String
    let replacement: String
    let place: PlaceEntry?
  }

  init(_ finding: Finding, _ places: Places) {
    self.init(finding.diagnostic, subject: finding.subject, places)
  }

  init(_ diagnostic: Diagnostic, subject: String?, _ places: Places) {
    rule = diagnostic.code
    name = diagnostic.name
    severity = diagnostic.severity.rawValue
    self.subject = subject
    message = diagnostic.message
    place = places.place(diagnostic.range)
    related = diagnostic.related.map { RelatedEntry(text: $0.text, place: places.place($0.range)) }
    notes = diagnostic.notes
    help = diagnostic.help
    fixes = diagnostic.fixIts.map {
      FixEntry(
        title: $0.title, safety: $0.safety.rawValue, replacement: $0.replacement,
        place: places.place($0.range))
    }
  }
}

struct AcceptedEntry: Encodable {
  let finding: FindingEntry
  let reason: String
  let until: String?
  let by: String?
  let ticket: String?
  let kind: String?
  let place: PlaceEntry?

  init(_ accepted: AcceptedFinding, _ places: Places) {
    finding = FindingEntry(accepted.finding, places)
    reason = accepted.acceptance.reason
    until = accepted.acceptance.until?.description
    by = accepted.acceptance.by
    ticket = accepted.acceptance.ticket
    kind = accepted.acceptance.kind
    place = places.place(accepted.acceptance.range)
  }
}

struct UnjudgedEntry: Encodable {
  let subject: String
  let facts: [LackEntry]
  let place: PlaceEntry?

  struct LackEntry: Encodable {
    let fact: String
    let rules: [String]
  }

  init(_ unjudged: Unjudged, _ places: Places) {
    subject = unjudged.subject
    facts = unjudged.facts.map { LackEntry(fact: $0.fact, rules: $0.rules) }
    place = places.place(unjudged.range)
  }
}
