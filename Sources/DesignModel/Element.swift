package import DesignSource

/// The place of an element in `Model.elements`.
package struct ElementID: Sendable, Hashable, Comparable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  package static func < (a: ElementID, b: ElementID) -> Bool { a.index < b.index }
}

/// A named thing of the design.
package struct Element: Sendable, Facts {
  package let id: ElementID
  package let kind: ElementKind
  package let name: String
  /// Names from the top joined with dots: `shop.customer.email`.
  package let path: String
  /// The text people read in place of the name.
  package var label: String?
  /// What follows the colon: `service`, `postgresql`, `rest`; free words for persons and environments.
  package var subtype: String?
  /// The version behind it, as written.
  package var version: String?
  /// Whether others run it; also true for what stands inside of something external.
  package var isExternal: Bool
  /// The `///` lines before it.
  package var summary: String?
  package let parent: ElementID?
  package var children: [ElementID] = []
  package var facts: [Fact] = []
  /// The whole declaration.
  package let range: SourceRange
  /// The name in the declaration.
  package let nameRange: SourceRange

  /// The label, or the name where there is none.
  package var title: String { label ?? name }
}
