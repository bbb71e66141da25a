package import DesignExchange
package import DesignLayout
package import DesignLint
package import DesignModel
package import DesignPaint
import DesignSizing
import DesignSource
import DesignView

/// What a review meeting has before it: a chapter for each reviewer, what could not be judged, what was accepted and
/// decided, and who signs. Plain values; HTML and Markdown are written from them.
///
/// The same design and options give the same report: it holds no clock.
package struct ReviewReport: Sendable {
  /// The design's name.
  let design: String
  let facts: [Row]
  let summary: [SummaryRow]
  let total: SummaryRow
  let chapters: [Chapter]
  let unjudged: [UnjudgedRow]
  /// What each environment for production needs, as `designc size` tells it.
  let sizings: [String]
  let accepted: [AcceptedRow]
  let decisions: [DecisionRow]
  /// The look of its pictures.
  let theme: Theme

  /// A label with its value.
  struct Row: Sendable {
    let label: String
    let value: String
  }

  /// The findings of a reviewer, counted.
  struct SummaryRow: Sendable {
    let reviewer: String
    /// The chapter's id; nil where there is none.
    let anchor: String?
    let rules: Int
    let error: Int
    let warning: Int
    let info: Int
    let accepted: Int

    /// Those that are not accepted.
    let open: Int
  }

  /// What could not be judged of one element.
  struct UnjudgedRow: Sendable {
    let subject: String
    let place: String
    let facts: [Lack]

    struct Lack: Sendable {
      let fact: String
      let rules: String
    }
  }

  /// A finding that somebody answers for.
  struct AcceptedRow: Sendable {
    let rule: String
    let severity: String
    let subject: String
    let finding: [Phrase]
    let reason: String
    let owner: String?
    let until: String?
    /// What kind of acceptance it is, its ticket, and where it stands.
    let remarks: String
  }

  /// A decision with its reason.
  struct DecisionRow: Sendable {
    let subject: String
    /// Nil where the reason is for the whole.
    let what: String?
    let reason: String
    let place: String
  }

  /// - Throws: `LayoutError` where Graphviz cannot be used.
  package init(
    _ model: Model, _ result: ReviewResult, _ options: ReviewOptions, _ places: Places,
    theme: Theme = .standard
  )
    throws(LayoutError)
  {
    self.theme = theme
    // What the review could not judge has a chapter of its own.
    let findings = result.findings.filter { $0.rule != Self.unjudgedRule }
    var builder = ChapterBuilder(pictures(of: model), places, theme)
    var chapters: [Chapter] = []
    var summary: [SummaryRow] = []
    for reviewer in Self.reviewers(result.rules) {
      let own = findings.filter { reviewer.rules.contains($0.rule) }
      let accepted = result.accepted.count { reviewer.rules.contains($0.finding.rule) }
      chapters.append(try builder.chapter(reviewer, own))
      let counts = SeverityCounts(own.map(\.severity))
      summary.append(
        SummaryRow(
          reviewer: reviewer.name, anchor: reviewer.anchor, rules: reviewer.rules.count, error: counts.error,
          warning: counts.warning, info: counts.info, accepted: accepted,
          open: own.count))
    }
    self.chapters = chapters
    self.summary = summary
    total = SummaryRow(
      reviewer: "All", anchor: nil, rules: summary.reduce(0) { $0 + $1.rules },
      error: summary.reduce(0) { $0 + $1.error }, warning: summary.reduce(0) { $0 + $1.warning },
      info: summary.reduce(0) { $0 + $1.info }, accepted: summary.reduce(0) { $0 + $1.accepted },
      open: findings.count)
    design =
      model.design?.title ?? model.elements.first { $0.kind == .system && !$0.isExternal }?.title ?? "Design"
    facts = [
      Row(label: "Stage", value: options.stage.rawValue),
      Row(
        label: "Day of the review",
        value: options.today.map { "\($0)" }
          ?? "not stated, so that no acceptance is held against its last day"),
    ]
    let sized = SizedDesign(model, Placement(model))
    sizings = model.environments.indices.filter { model.environments[$0].isProduction }.map {
      SizingText.write(sized.size($0, SizingOptions(options)), model)
    }
    unjudged = result.unjudged.map { one in
      UnjudgedRow(
        subject: one.subject, place: places.written(one.range),
        facts: one.facts.map { .init(fact: $0.fact, rules: $0.rules.joined(separator: ", ")) })
    }
    accepted = result.accepted.map { AcceptedRow($0, places) }.sorted { $0.order < $1.order }
    decisions = Decision.all(in: model).filter { $0.kind != .accepted }.map {
      DecisionRow(
        subject: $0.subject, what: $0.what.isEmpty ? nil : $0.what, reason: $0.reason,
        place: places.written($0.range))
    }
  }

  private static let unjudgedRule = "MOD006"

  /// Those whose rules ran, in the order of the summary; the design's own rules come last.
  private static func reviewers(_ ran: [Rule]) -> [Reviewer] {
    let all: [(name: String, prefix: String)] =
      Rule.reviewers.map { (name: $0.name, prefix: $0.prefix) } + [(name: "This design's rules", prefix: "")]
    return all.compactMap { reviewer in
      let ids = ran.filter { $0.prefix == reviewer.prefix }.map(\.id)
      return ids.isEmpty ? nil : Reviewer(name: reviewer.name, prefix: reviewer.prefix, rules: Set(ids))
    }
  }
}

extension ReviewReport.AcceptedRow {
  /// The next to end first; those without an end last.
  fileprivate var order: (String, String, String) { (until ?? "9999", rule, subject) }

  init(_ accepted: AcceptedFinding, _ places: Places) {
    let acceptance = accepted.acceptance
    rule = accepted.finding.rule
    severity = accepted.finding.severity.rawValue
    subject = accepted.finding.subject
    finding = Phrase.all(accepted.finding.diagnostic.message)
    reason = acceptance.reason
    owner = acceptance.by
    until = acceptance.until.map { "\($0)" }
    let remarks = [
      acceptance.kind ?? "", acceptance.ticket.map { "ticket \($0)" } ?? "", places.written(acceptance.range),
    ]
    self.remarks = remarks.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
