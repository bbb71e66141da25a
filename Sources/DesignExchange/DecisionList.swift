package import DesignModel

/// The recorded decisions of a design, kind by kind.
package struct DecisionList: Sendable {
  private let decisions: [Decision]
  private let places: Places

  package init(_ model: Model, _ places: Places) {
    decisions = Decision.all(in: model)
    self.places = places
  }

  package var isEmpty: Bool { decisions.isEmpty }

  /// For a terminal: what it is about, the clause, the reason, who and until when, the place.
  package var text: String {
    groups.map { kind, decisions in
      "\(kind.title)\n\n"
        + decisions.map { decision in
          let what = decision.what.isEmpty ? "" : ": \(decision.what)"
          let reason = decision.reason.isEmpty ? "" : "    \(decision.reason)\n"
          let terms = decision.terms.isEmpty ? "" : "    \(decision.terms)\n"
          return "  \(decision.subject)\(what)\n\(reason)\(terms)    \(places.written(decision.range))\n"
        }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// For a page or a comment.
  package var markdown: String {
    groups.map { kind, decisions in
      "### \(kind.title)\n\n| about | what | why | place |\n| --- | --- | --- | --- |\n"
        + decisions.map { decision in
          let why = [decision.reason, decision.terms].filter { !$0.isEmpty }.joined(separator: "; ")
          return
            "| \(Markdown.cell(decision.subject)) | \(Markdown.cell(decision.what)) | \(Markdown.cell(why)) | `\(places.written(decision.range))` |\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// For programs: keys in alphabetical order, a line feed at the end.
  package func json() throws(EncodingFailure) -> [UInt8] {
    try encodedJSON(Document(decisions: decisions.map { Entry($0, places) }))
  }

  private var groups: [(Decision.Kind, [Decision])] {
    Decision.Kind.allCases.map { kind in (kind, decisions.filter { $0.kind == kind }) }.filter {
      !$0.1.isEmpty
    }
  }

  /// The version counts up when a field changes its meaning or goes away.
  private struct Document: Encodable {
    var schema = 1
    let decisions: [Entry]
  }

  private struct Entry: Encodable {
    let kind: String
    let subject: String
    let what: String
    let reason: String
    let by: String?
    let until: String?
    let ticket: String?
    let place: PlaceEntry?

    init(_ decision: Decision, _ places: Places) {
      kind = decision.kind.rawValue
      (subject, what, reason) = (decision.subject, decision.what, decision.reason)
      (by, until, ticket) = (decision.by, decision.until, decision.ticket)
      place = places.place(decision.range)
    }
  }
}

extension Decision {
  /// `by the security team, until 2027-06-30, ticket SEC-412`
  fileprivate var terms: String {
    [by.map { "by \($0)" }, until.map { "until \($0)" }, ticket.map { "ticket \($0)" }].compactMap { $0 }
      .joined(separator: ", ")
  }
}
