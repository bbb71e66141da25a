package import DesignDiff

/// The difference of two designs as JSON. `schema` counts up when a field changes its meaning or goes away.
package struct DifferenceDocument: Encodable {
  /// The version of this format.
  package static let schemaVersion = 1

  let schema = Self.schemaVersion
  let summary: [String: Int]
  let changes: [Entry]

  struct Entry: Encodable {
    let status: String
    let kind: String
    let path: String
    let formerPath: String?
    let contained: Int
    let details: [DetailEntry]
    let place: PlaceEntry?
  }

  struct DetailEntry: Encodable {
    let within: [String]
    let old: String?
    let new: String?
  }

  /// - Parameters:
  ///   - old: places in the old design, where what was removed was named.
  ///   - new: places in the new design.
  package init(_ difference: Difference, old: Places, new: Places) {
    summary = Dictionary(
      uniqueKeysWithValues: Difference.Change.Status.allCases.map { ($0.rawValue, difference.count($0)) })
    changes = difference.changes.map { change in
      Entry(
        status: change.status.rawValue, kind: change.subject.kind, path: change.subject.path,
        formerPath: change.formerPath, contained: change.contained,
        details: change.details.map { DetailEntry(within: $0.within, old: $0.old, new: $0.new) },
        place: (change.status == .removed ? old : new).place(change.range))
    }
  }

  /// The document's bytes: keys in alphabetical order, a line feed at the end.
  package func bytes() throws(EncodingFailure) -> [UInt8] { try encodedJSON(self) }
}
