/// A line from one card, or row of a card, to another.
package struct Edge: Sendable, Hashable {
  /// What runs along the line. It decides how the line is drawn.
  package enum Style: String, Sendable, Hashable, CaseIterable {
    /// Waits for the answer: a solid line.
    case call
    /// The answer to a call: a finely dashed line.
    case reply
    /// Published or consumed, nobody waits: a dashed line.
    case event
    /// What could not be handled goes there: a dashed line.
    case deadLetter
    /// Reads from a store: a thin solid line.
    case read
    /// Writes to a store: a solid line.
    case write
    /// A foreign key between two tables.
    case relation
    /// From a denormalized column to its source: a finely dashed line.
    case copy
    /// From a column to what it holds the key of in another store, which no database enforces: a dashed line.
    case reference
    /// From a primary store to a replica: a dashed line.
    case replication
  }

  /// How an end is drawn.
  package enum Marker: String, Sendable, Hashable, CaseIterable {
    /// The bare line.
    case none
    /// An arrowhead.
    case arrow
    /// Crow's foot: exactly one.
    case one
    /// Crow's foot: zero or one.
    case zeroOrOne
    /// Crow's foot: one or many.
    case oneOrMany
    /// Crow's foot: zero or many.
    case zeroOrMany
  }

  /// Where the line ends: a card, or one of its rows.
  package struct End: Sendable, Hashable {
    /// The id of a ``Node`` of the same diagram.
    package var node: String
    /// The id of one of that card's rows, at whose height the line ends; nil for the card as a whole.
    package var row: String?
    /// How the end is drawn.
    package var marker: Marker

    /// Makes an end at a card or a row of it.
    package init(_ node: String, row: String? = nil, marker: Marker = .none) {
      self.node = node
      self.row = row
      self.marker = marker
    }
  }

  /// The id of the element in the SVG, unique in the diagram and stable from build to build, such as
  /// `shop.orders->shop.billing`.
  package var id: String
  /// Where the line starts.
  package var source: End
  /// Where it leads.
  package var target: End
  /// What runs along it.
  package var style: Style
  /// What stands beside the line, a line each: `calls · https`. Empty for a line without a label.
  package var labels: [String]
  /// What a pointer resting on the line reads, a line each.
  package var tooltip: [String]
  /// Where a click on the line leads. Empty for nowhere.
  package var link: String

  /// Whether it has an arrowhead at both ends: what is read and written.
  package var isBothWays: Bool { source.marker == .arrow && target.marker == .arrow }

  /// Makes an edge with both ends spelt out.
  package init(
    id: String, source: End, target: End, style: Style, labels: [String] = [], tooltip: [String] = [],
    link: String = ""
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.style = style
    self.labels = labels
    self.tooltip = tooltip
    self.link = link
  }

  /// Makes an edge between two cards with an arrowhead at its target.
  package init(
    id: String, from source: String, to target: String, style: Style, labels: [String] = [],
    tooltip: [String] = [],
    link: String = ""
  ) {
    self.init(
      id: id, source: End(source), target: End(target, marker: .arrow), style: style, labels: labels,
      tooltip: tooltip, link: link)
  }
}
