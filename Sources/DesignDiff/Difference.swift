package import DesignModel
package import DesignSource

/// What lies between two designs, by element and statement.
package struct Difference: Sendable {
  /// What a change is about.
  package struct Subject: Sendable, Hashable {
    /// `table`, `application`; `connection` for what runs between two elements.
    package let kind: String
    /// The element's path; `storefront calls catalog` for a connection.
    package let path: String
  }

  /// A change of one element or connection.
  package struct Change: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable, CaseIterable {
      case added, removed, changed, renamed
    }

    package let status: Status
    /// In the new design; in the old one for what was removed.
    package let subject: Subject
    /// The path before, of what was renamed.
    package var formerPath: String?
    /// What was stated and is not, and what is stated now; for what was added or removed, nothing.
    package var details: [Detail] = []
    /// How many elements it holds that were added or removed with it.
    package var contained = 0
    /// Where it is named: in the new design, in the old one for what was removed.
    package let range: SourceRange
  }

  /// One statement that was added, removed or changed.
  package struct Detail: Sendable, Hashable {
    /// The statements round it, from the outside in, in their own words.
    package let within: [String]
    /// In its own words; nil when there was none.
    package let old: String?
    /// In its own words; nil when there is none any more.
    package let new: String?
  }

  /// By path, those of elements before those of connections.
  package let changes: [Change]

  package var isEmpty: Bool { changes.isEmpty }

  package func count(_ status: Change.Status) -> Int { changes.count { $0.status == status } }
}

/// Compares two designs. What is moved to another file, written in another order or in other spacing is no change, but
/// for the steps of flows, whose order is what they say.
package func difference(from old: Model, to new: Model) -> Difference {
  var comparison = Comparison(Inventory(old), Inventory(new))
  return Difference(changes: comparison.changes())
}
