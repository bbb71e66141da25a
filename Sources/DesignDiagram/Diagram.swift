/// A picture that is not placed yet: what it shows, in the order of the text, without positions, sizes or colours.
///
/// A view makes it from the model; `layout(_:)` places it as a ``Drawing``. Order is meaning: cards, groups and edges
/// that come first are placed first as far as the ranks allow, so a small edit moves little.
///
/// ```swift
/// Diagram(
///   kind: .applications, title: "Online shop", subtitle: "Applications",
///   members: [
///     .node(Node(id: "customer", glyph: .person, title: "Customer")),
///     .group(
///       Group(
///         id: "shop", kind: .system, title: "Shop",
///         members: [.node(Node(id: "shop.web", glyph: .web, title: "Storefront", technology: "React"))])),
///   ],
///   edges: [Edge(id: "customer->shop.web", from: "customer", to: "shop.web", style: .call, labels: ["uses"])])
/// ```
package struct Diagram: Sendable, Hashable, Encodable {
  /// Which question the picture answers. It decides the direction of the layout and the form of the cards.
  package enum Kind: String, Sendable, Hashable, Encodable, CaseIterable {
    /// Who uses which system, and what others run.
    case landscape
    /// Applications and stores, and what runs between them.
    case applications
    /// Where everything runs in one environment.
    case deployment
    /// The tables of a database and their relations.
    case erd
    /// Publishers, topics and queues, consumers.
    case events
  }

  /// Where arrows lead: from sources to targets, in an entity-relationship diagram from a table to those that refer to it.
  package enum Direction: String, Sendable, Hashable, Encodable, CaseIterable {
    case up, down, left, right
  }

  /// Which question the picture answers.
  package var kind: Kind
  /// The largest text of the sheet: the design's name.
  package var title: String
  /// The line under the title, such as `Deployment · production`. Empty for none.
  package var subtitle: String
  /// What the picture shows, in one sentence, for readers who cannot see it. Empty lets the painter say how many cards
  /// and edges there are.
  package var summary: String
  /// The cards and groups that stand in no group, in the order of the text.
  package var members: [Member]
  /// What runs between the cards, in the order of the text.
  package var edges: [Edge]
  /// Where arrows lead as far as can be; nil for the direction that gives the better picture.
  package var direction: Direction?

  /// Makes a picture; see the properties for what each value means.
  package init(
    kind: Kind, title: String, subtitle: String = "", summary: String = "", members: [Member] = [],
    edges: [Edge] = [], direction: Direction? = nil
  ) {
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.summary = summary
    self.members = members
    self.edges = edges
    self.direction = direction
  }
}

/// What stands on the sheet or in a group.
package enum Member: Sendable, Hashable, Encodable {
  /// A card.
  case node(Node)
  /// A box with members of its own.
  case group(Group)
}
