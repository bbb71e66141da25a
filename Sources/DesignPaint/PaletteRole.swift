/// A colour that a theme may set: its key in `designc.yml`, what is painted in it, and where it stands in a palette.
package struct PaletteRole: Sendable {
  /// The key: `quiet-text`.
  package let name: String
  /// What is painted in it.
  package let what: String
  /// Where it stands in a palette.
  let path: any WritableKeyPath<Palette, Colour> & Sendable

  private init(_ name: String, _ what: String, _ path: any WritableKeyPath<Palette, Colour> & Sendable) {
    self.name = name
    self.what = what
    self.path = path
  }

  /// The role with a key.
  package static func named(_ name: String) -> PaletteRole? { all.first { $0.name == name } }

  /// In the order of the documentation.
  package static let all: [PaletteRole] = ground + inks + lines + groups + signs

  private static let ground: [PaletteRole] = [
    PaletteRole("background", "the sheet, and the ground of labels", \.sheet),
    PaletteRole("text", "names and titles", \.text),
    PaletteRole("quiet-text", "technologies, types, labels, the legend", \.quiet),
    PaletteRole("card", "the ground of cards and tables", \.card),
    PaletteRole("border", "the border of cards and tables", \.cardLine),
    PaletteRole("header", "the head of a table", \.header),
    PaletteRole("row-line", "the line between two columns of a table", \.rule),
  ]

  private static let inks: [PaletteRole] = [
    PaletteRole("people", "glyphs of people", \.people.ink),
    PaletteRole("people-tint", "the tile behind glyphs of people", \.people.tint),
    PaletteRole("fronts", "glyphs of front ends, and badges of numbers", \.fronts.ink),
    PaletteRole("fronts-tint", "the tile behind glyphs of front ends", \.fronts.tint),
    PaletteRole("applications", "glyphs of services, and badges of roles", \.applications.ink),
    PaletteRole("applications-tint", "the tile behind glyphs of services", \.applications.tint),
    PaletteRole(
      "stores", "glyphs of databases and caches, primary keys, and badges of exposure", \.stores.ink),
    PaletteRole("stores-tint", "the tile behind glyphs of databases, and notes of sequences", \.stores.tint),
    PaletteRole(
      "messages", "glyphs of brokers, topics and queues, and marks of classified data", \.messages.ink),
    PaletteRole("messages-tint", "the tile behind glyphs of brokers", \.messages.tint),
    PaletteRole("others", "glyphs of systems, machines and tables, and other badges", \.others.ink),
    PaletteRole("others-tint", "the tile behind glyphs of machines", \.others.tint),
  ]

  private static let lines: [PaletteRole] = [
    PaletteRole("call", "calls and their answers", \.call),
    PaletteRole("event", "what is published and consumed", \.event),
    PaletteRole("dead-letter", "what could not be handled, and bars that are too long", \.deadLetter),
    PaletteRole("read", "reads from a store", \.read),
    PaletteRole("write", "writes to a store", \.write),
    PaletteRole("relation", "foreign keys, and lifelines of sequences", \.relation),
    PaletteRole("copy", "from a copied column to its source", \.copy),
    PaletteRole("replication", "from a store to its replica", \.replication),
  ]

  private static let groups: [PaletteRole] = [
    PaletteRole("system-tint", "the ground of a system, group or schema", \.system.tint),
    PaletteRole("system-border", "the border of a system, group or schema", \.system.ink),
    PaletteRole("broker-tint", "the ground of a broker", \.broker.tint),
    PaletteRole("broker-border", "the border of a broker", \.broker.ink),
    PaletteRole("region-tint", "the ground of a region", \.region.tint),
    PaletteRole("region-border", "the border of a region", \.region.ink),
    PaletteRole("zone-tint", "the ground of a zone, and of alternatives of a sequence", \.zone.tint),
    PaletteRole("zone-border", "the border of a zone", \.zone.ink),
    PaletteRole(
      "network-tint", "the ground of a network, and of what a sequence does side by side", \.network.tint),
    PaletteRole("network-border", "the border of a network", \.network.ink),
    PaletteRole("cluster-tint", "the ground of a cluster, and of loops of a sequence", \.cluster.tint),
    PaletteRole("cluster-border", "the border of a cluster", \.cluster.ink),
    PaletteRole("node-tint", "the ground of a node", \.machine.tint),
    PaletteRole("node-border", "the border of a node", \.machine.ink),
  ]

  private static let signs: [PaletteRole] = [
    PaletteRole("info", "signs of remarks", \.info.ink),
    PaletteRole("info-tint", "the ground of signs of remarks", \.info.tint),
    PaletteRole("warning", "signs of warnings, and of what has changed", \.warning.ink),
    PaletteRole("warning-tint", "the ground of signs of warnings", \.warning.tint),
    PaletteRole("error", "signs of errors, and of what is gone", \.error.ink),
    PaletteRole("error-tint", "the ground of signs of errors", \.error.tint),
    PaletteRole("added", "signs of what is new", \.added.ink),
    PaletteRole("added-tint", "the ground of signs of what is new", \.added.tint),
  ]
}

extension Palette {
  /// The colour of a role.
  package subscript(role role: PaletteRole) -> Colour {
    get { self[keyPath: role.path] }
    set { self[keyPath: role.path] = newValue }
  }
}
