/// A card: an application, a store, a person, a topic, or a table with its columns.
package struct Node: Sendable, Hashable, Encodable {
  /// The model path, which is also the id of the element in the SVG, such as `shop.customer`. Unique among the cards and
  /// groups of a diagram.
  package var id: String
  /// The drawing that tells the kind of element.
  package var glyph: Glyph
  /// The name, in bold. Longer ones are broken into two lines and then cut with an ellipsis.
  package var title: String
  /// The quieter line under the name: `Spring Boot`, `postgresql 17`. Empty for none.
  package var technology: String
  /// A few words about the element, wrapped under the technology; only where the view asks for it. Empty for none.
  package var description: String
  /// Short facts in the card's foot, in this order.
  package var badges: [Badge]
  /// Whether others run it; drawn with a dashed border and the word "external".
  package var isExternal: Bool
  /// Whether it stands here only because others refer to it, and is shown in full on another sheet, to which its link
  /// leads; drawn quietly, with a dotted border.
  package var isStub: Bool
  /// The columns of a table, in the order of the text. A card with rows, or with the glyph ``Glyph/table``, is drawn
  /// as a table.
  package var rows: [Row]
  /// What a pointer resting on the card reads, a line each: the description, then facts.
  package var tooltip: [String]
  /// Where a click on the card leads: `https`, `http`, `mailto` or relative; others are left out. Empty for nowhere.
  package var link: String

  /// Makes a card; see the properties for what each value means.
  package init(
    id: String, glyph: Glyph, title: String, technology: String = "", description: String = "",
    badges: [Badge] = [], isExternal: Bool = false, isStub: Bool = false, rows: [Row] = [],
    tooltip: [String] = [],
    link: String = ""
  ) {
    self.id = id
    self.glyph = glyph
    self.title = title
    self.technology = technology
    self.description = description
    self.badges = badges
    self.isExternal = isExternal
    self.isStub = isStub
    self.rows = rows
    self.tooltip = tooltip
    self.link = link
  }

  /// Whether the card is drawn as a table: a header, then a row per column.
  package var isTable: Bool { glyph == .table || !rows.isEmpty }
}

/// A short fact in a card's foot.
package struct Badge: Sendable, Hashable, Encodable {
  /// What the fact is about. It decides the badge's colour, never its meaning: the text says it all.
  package enum Kind: String, Sendable, Hashable, Encodable, CaseIterable {
    /// How many there are: `×3`, `2–10`.
    case count
    /// What each takes: `1 cpu · 1 GiB`.
    case resources
    /// Who can reach it: `internet`, `partner`.
    case exposure
    /// What part it plays: `primary`, `replica`.
    case role
    /// Anything else.
    case note
  }

  /// What the fact is about.
  package var kind: Kind
  /// The fact, in a word or two.
  package var text: String

  /// Makes a badge of a kind with its text.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
