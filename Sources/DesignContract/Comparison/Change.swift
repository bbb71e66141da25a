/// Which way data goes, seen from the side that answers for the contract.
package enum Direction: String, Sendable, Hashable, CaseIterable {
  /// Callers send it.
  case request
  /// Callers are given it.
  case response
  /// Those who listen or read are given it.
  case published
  /// Others send it, or write it.
  case consumed

  /// Whether others send it: then a stricter contract turns away what was good. Otherwise others are given it: then a
  /// looser one gives them what they do not know.
  package var isAccepted: Bool { self == .request || self == .consumed }
}

/// Where in the data something stands.
package enum Level: String, Sendable, Hashable, CaseIterable {
  case parameter, header, body, property
}

/// What has changed.
package enum Subject: Sendable, Hashable {
  case thing(Thing)
  case attribute(Attribute, of: Thing)
  /// A fact or a part of a shape, the same for whatever part the shape plays.
  case attributeOfSchema(Attribute)
}

/// How it has changed.
package enum ChangeKind: String, Sendable, Hashable, CaseIterable {
  case added
  /// Added, and compulsory.
  case addedRequired = "added-required"
  case removed
  /// Removed where nothing but what is named is admitted.
  case forbidden
  /// Removed after the day that it was announced for.
  case retired
  case changed
  case increased, decreased
  /// Now with more values than before, or with fewer.
  case widened, narrowed
}

/// What a change means to those who rely on the contract.
package enum ChangeClass: String, Sendable, Hashable, CaseIterable, Comparable {
  case documentation, compatible, breaking

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (a: ChangeClass, b: ChangeClass) -> Bool { a.rank < b.rank }
}

/// One difference between two contracts.
package struct Change: Sendable, Hashable {
  /// Never given to another kind of change: `response-property-removed`.
  package let id: String
  package let kind: ChangeKind
  /// Whether a fact of a part has changed, and not the part come or gone.
  package let isFact: Bool
  package let changeClass: ChangeClass
  /// The operation, topic or table that it concerns, as in the older contract where it is there; empty for the whole.
  package let part: String
  /// From the part inwards: `response 200`, `application/json`, `items`, `price`.
  package let location: [String]
  /// One sentence in lower case.
  package let message: String
  /// The same of something that was built otherwise than agreed, where nothing changed over time.
  package let deviation: String

  /// By part, then by place, so that every run tells them in the same order.
  static func isBefore(_ a: Change, _ b: Change) -> Bool {
    if a.part != b.part { return a.part < b.part }
    let (x, y) = (a.location.joined(separator: "\u{1}"), b.location.joined(separator: "\u{1}"))
    return x != y ? x < y : (a.id, a.message) < (b.id, b.message)
  }
}
