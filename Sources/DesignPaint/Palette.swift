import DesignDiagram

/// The colours of a scheme.
package struct Palette: Sendable, Hashable {
  /// The colours of a family of elements.
  package struct Accent: Sendable, Hashable {
    /// Lines of the glyph, and text of the family's colour.
    package var ink: Colour
    /// The tile behind the glyph.
    package var tint: Colour
  }

  var sheet: Colour
  var card: Colour
  var cardLine: Colour
  var header: Colour
  var rule: Colour
  var text: Colour
  var quiet: Colour
  var people: Accent
  var fronts: Accent
  var applications: Accent
  var stores: Accent
  var messages: Accent
  var others: Accent
  var call: Colour
  var event: Colour
  var deadLetter: Colour
  var read: Colour
  var write: Colour
  var relation: Colour
  var copy: Colour
  var replication: Colour
  /// Fill and line of each kind of group.
  var system: Accent
  var broker: Accent
  var region: Accent
  var zone: Accent
  var network: Accent
  var cluster: Accent
  var machine: Accent
  /// Line and fill of what a review found, by how grave it is.
  var info: Accent
  var warning: Accent
  var error: Accent
  /// Line and fill of what is new.
  var added: Accent
}

/// The families of elements that share an accent.
enum Family: String, CaseIterable {
  case people, fronts, applications, stores, messages, others

  init(_ glyph: Glyph) {
    switch glyph {
    case .person: self = .people
    case .web, .mobile, .desktop: self = .fronts
    case .service, .worker, .gateway, .function, .job, .proxy, .cdn: self = .applications
    case .database, .cache, .storage, .search: self = .stores
    case .broker, .topic, .queue, .exchange: self = .messages
    case .system, .machine, .table, .view, .enumeration: self = .others
    }
  }
}
