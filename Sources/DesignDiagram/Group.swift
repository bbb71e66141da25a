/// A titled box round its members: a system, a region, a cluster…
package struct Group: Sendable, Hashable, Encodable {
  /// What the box stands for. It decides the tint and, but for systems and groups, the word
  /// that stands before the subtitle: `cluster · kubernetes 1.33`.
  package enum Kind: String, Sendable, Hashable, Encodable, CaseIterable {
    /// A system of applications.
    case system
    /// Elements that belong together for the reader's sake only.
    case group
    /// A broker round its topics and queues.
    case broker
    /// A region of a provider.
    case region
    /// An availability zone.
    case zone
    /// A network or subnet.
    case network
    /// A cluster of machines.
    case cluster
    /// One machine, virtual or not.
    case machine
    /// A schema of a database.
    case schema
  }

  /// The model path, which is also the id of the element in the SVG, such as `production.ap-southeast-3.a`.
  package var id: String
  /// What the box stands for.
  package var kind: Kind
  /// The name shown in the box's upper left corner.
  package var title: String
  /// The quieter text after the title, such as `kubernetes 1.33 · 3 nodes · 8 cpu · 32 GiB`. Empty for none.
  package var subtitle: String
  /// Whether others run it; drawn with a dashed border.
  package var isExternal: Bool
  /// What a pointer resting on the title reads, a line each: the description, then facts.
  package var tooltip: [String]
  /// Where a click on the title leads. Empty for nowhere.
  package var link: String
  /// The cards and groups inside, in the order of the text. A group without members is drawn as an empty box.
  package var members: [Member]

  /// Makes a group; see the properties for what each value means.
  package init(
    id: String, kind: Kind, title: String, subtitle: String = "", isExternal: Bool = false,
    tooltip: [String] = [],
    link: String = "", members: [Member] = []
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.isExternal = isExternal
    self.tooltip = tooltip
    self.link = link
    self.members = members
  }
}
