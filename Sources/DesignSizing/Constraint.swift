import DesignModel

/// Something that limits an application, and how much of it is used.
package struct Constraint: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case cpu, memory, connections, partitions, disk
  }

  package let kind: Kind
  /// Of what: the path of a cluster, database, topic or disk; empty for the application's own replicas.
  package let of: String
  /// The share of what may be used: 1 is all of it.
  package let share: Double

  /// `connections of orders-db`
  package var title: String { of.isEmpty ? kind.rawValue : "\(kind.rawValue) of \(of)" }

  /// The one that is reached first; the first of those that are alike.
  package static func binding(_ all: [Constraint]) -> Constraint? {
    all.reduce(nil) { best, next in (best.map { next.share > $0.share } ?? true) ? next : best }
  }
}
