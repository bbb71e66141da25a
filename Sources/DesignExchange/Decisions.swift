package import DesignModel
package import DesignSource

/// Something that was decided on purpose, with the reason that the design states behind `because`.
package struct Decision: Sendable, Hashable {
  /// The element's path; `storefront -> catalog` for a connection, `production.apps/catalog` for a deployment.
  package let subject: String
  /// The clause as it was written, without the reason; empty when the reason is for the whole.
  package let what: String
  package let reason: String
  /// Where the reason stands.
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
    return collector.decisions.sorted { $0.range < $1.range }
  }
}

private struct DecisionCollector {
  let model: Model
  private(set) var decisions: [Decision] = []
  private var seen: Set<SourceRange> = []

  init(_ model: Model) { self.model = model }

  /// - Parameter outer: the clause that the facts are about; nil for those of the subject itself.
  mutating func add(_ facts: [Fact], of subject: String, in outer: Fact? = nil) {
    for fact in facts {
      if fact.key == "because", let reason = fact.word {
        guard seen.insert(fact.range).inserted else { continue }
        let what = outer.map { text($0.range, without: fact.range) } ?? ""
        decisions.append(Decision(subject: subject, what: what, reason: reason, range: fact.range))
      } else if fact.key != "accept" {
        add(fact.facts, of: subject, in: fact)
      }
    }
  }

  /// The text of a range in one line, without what stands in another where that lies within: what is said in braces behind
  /// a clause does not.
  private func text(_ range: SourceRange, without hole: SourceRange) -> String {
    guard model.trees.indices.contains(Int(range.file.index)) else { return "" }
    let bytes = model.trees[Int(range.file.index)].source.bytes
    guard range.start >= 0, range.start <= range.end, Int(range.end) <= bytes.count else { return "" }
    var kept = bytes[Int(range.start)..<Int(range.end)]
    if range.file == hole.file, range.start <= hole.start, hole.start <= hole.end, hole.end <= range.end {
      kept.removeSubrange(Int(hole.start)..<Int(hole.end))
    }
    return String(decoding: kept, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
