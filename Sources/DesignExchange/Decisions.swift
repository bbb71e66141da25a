package import DesignModel
package import DesignSource

/// Something that was decided on purpose, as the design records it.
package struct Decision: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A copy, a derived value or a snapshot.
    case denormalized
    /// Anything that a reason stands behind: `because`.
    case reason
    /// How an environment is not like production: `differs`.
    case difference
    /// A finding of the review that somebody took responsibility for: `accept`.
    case accepted

    /// The heading of a list of them.
    package var title: String {
      switch self {
      case .denormalized: "Denormalised on purpose"
      case .reason: "Reasons"
      case .difference: "Differences between environments"
      case .accepted: "Accepted findings"
      }
    }
  }

  package let kind: Kind
  /// The element's path; `storefront -> catalog` for a connection, `production.apps/catalog` for a deployment.
  package let subject: String
  /// The clause as it was written, without the reason; empty when the reason is for the whole.
  package let what: String
  /// Empty when none is stated, as behind a snapshot.
  package let reason: String
  /// Who took responsibility, and until when and where it is followed up; of what was accepted.
  package var by: String?
  package var until: String?
  package var ticket: String?
  /// Where it stands.
  package let range: SourceRange

  /// All decisions of the design's own text, in its order; those that environments take over from others only once.
  package static func all(in model: Model) -> [Decision] {
    var collector = DecisionCollector(model)
    for element in model.ownElements { collector.add(element.facts, of: element.path) }
    for connection in model.connections where !model.isImported(connection.source) {
      let target = (connection.endpoint ?? connection.target).map { model[$0].path } ?? "?"
      collector.add(connection.facts, of: "\(model[connection.source].path) -> \(target)")
    }
    for environment in model.environments {
      for place in environment.places.flatMap({ [$0] + $0.allPlaces }) {
        collector.add(place.facts, of: place.path)
      }
      for deployment in environment.allDeployments {
        collector.add(deployment.facts, of: "\(deployment.place)/\(model[deployment.target].path)")
      }
    }
    for outer in model.acceptances {
      collector.accepted(outer.fact, of: outer.target.map { model[$0].path } ?? "the design")
    }
    return collector.decisions.sorted { $0.range < $1.range }
  }
}

private struct DecisionCollector {
  let model: Model
  private(set) var decisions: [Decision] = []
  private var seen: Set<SourceRange> = []

  init(_ model: Model) { self.model = model }

  private static let redundancies: Set<String> = ["copy of", "derived", "snapshot of"]

  /// - Parameter outer: the clause that the facts are about; nil for those of the subject itself.
  mutating func add(_ facts: [Fact], of subject: String, in outer: Fact? = nil) {
    for fact in facts {
      if fact.key == "because", let reason = fact.word {
        let what = outer.map { text($0.range, without: fact.range) } ?? ""
        note(.init(kind: .reason, subject: subject, what: what, reason: reason, range: fact.range))
      } else if Self.redundancies.contains(fact.key) {
        let because = fact.fact("because")
        note(
          .init(
            kind: .denormalized, subject: subject,
            what: because.map { text(fact.range, without: $0.range) } ?? text(fact.range, without: nil),
            reason: because?.word ?? "", range: fact.range))
      } else if fact.key == "differs" {
        note(.init(kind: .difference, subject: subject, what: "", reason: fact.word ?? "", range: fact.range))
      } else if fact.key == "accept" {
        accepted(fact, of: subject)
      } else {
        add(fact.facts, of: subject, in: fact)
      }
    }
  }

  mutating func accepted(_ fact: Fact, of subject: String) {
    let until = fact.fact("until")?.values.first.flatMap { value -> String? in
      if case .quantity(_, let written) = value { written } else { nil }
    }
    note(
      .init(
        kind: .accepted, subject: subject, what: fact.word ?? "", reason: fact.words.dropFirst().first ?? "",
        by: fact.fact("by")?.word, until: until, ticket: fact.fact("ticket")?.word, range: fact.range))
  }

  /// What an environment takes over from another stands in one place of the text, and is one decision.
  private mutating func note(_ decision: Decision) {
    if seen.insert(decision.range).inserted { decisions.append(decision) }
  }

  /// The text of a range in one line, without what stands in another where that lies within: what is said in braces behind
  /// a clause does not.
  private func text(_ range: SourceRange, without hole: SourceRange?) -> String {
    guard model.trees.indices.contains(Int(range.file.index)) else { return "" }
    let bytes = model.trees[Int(range.file.index)].source.bytes
    guard range.start >= 0, range.start <= range.end, Int(range.end) <= bytes.count else { return "" }
    var kept = bytes[Int(range.start)..<Int(range.end)]
    if let hole, range.file == hole.file, range.start <= hole.start, hole.start <= hole.end,
      hole.end <= range.end
    {
      kept.removeSubrange(Int(hole.start)..<Int(hole.end))
    }
    return String(decoding: kept, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
