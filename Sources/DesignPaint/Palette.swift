import DesignDiagram

/// The colours of a scheme. Every text colour stands out from every surface it is painted on by at least 4.5 to 1, as
/// WCAG 2.2 asks at level AA.
struct Palette {
  /// The colours of a family of elements.
  struct Accent {
    /// Lines of the glyph, and text of the family's colour.
    var ink: StaticString
    /// The tile behind the glyph.
    var tint: StaticString
  }

  var sheet: StaticString
  var card: StaticString
  var cardLine: StaticString
  var header: StaticString
  var rule: StaticString
  var text: StaticString
  var quiet: StaticString
  var people: Accent
  var fronts: Accent
  var applications: Accent
  var stores: Accent
  var messages: Accent
  var others: Accent
  var call: StaticString
  var event: StaticString
  var deadLetter: StaticString
  var read: StaticString
  var write: StaticString
  var relation: StaticString
  var copy: StaticString
  var replication: StaticString
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

  static let light = Palette(
    sheet: "#fcfcfd", card: "#ffffff", cardLine: "#c6ced9", header: "#edf2f9", rule: "#e6eaf0",
    text: "#18212e",
    quiet: "#566274",
    people: Accent(ink: "#4b44ad", tint: "#ebeafb"), fronts: Accent(ink: "#1f5fc9", tint: "#e4eefc"),
    applications: Accent(ink: "#0c6f66", tint: "#ddf3f0"), stores: Accent(ink: "#9a4d07", tint: "#fcefdc"),
    messages: Accent(ink: "#8a2f9c", tint: "#f8e7fa"), others: Accent(ink: "#505c6e", tint: "#e9edf2"),
    call: "#46556a", event: "#8a2f9c", deadLetter: "#b3261e", read: "#1f6f9c", write: "#9a4d07",
    relation: "#66758a",
    copy: "#9a4d07",
    replication: "#0c6f66",
    system: Accent(ink: "#c8d6ea", tint: "#f3f7fc"), broker: Accent(ink: "#e3c9e8", tint: "#fcf5fd"),
    region: Accent(ink: "#cfd5dd", tint: "#f6f7f9"), zone: Accent(ink: "#cdd3ef", tint: "#f3f4fc"),
    network: Accent(ink: "#bfdcd2", tint: "#f1f8f5"), cluster: Accent(ink: "#b9d3ee", tint: "#edf5fc"),
    machine: Accent(ink: "#cbd2dc", tint: "#f4f6f8"),
    info: Accent(ink: "#1b56b8", tint: "#e4eefc"), warning: Accent(ink: "#7a4a00", tint: "#ffefc7"),
    error: Accent(ink: "#a3150d", tint: "#fde4e2"), added: Accent(ink: "#0b6b2f", tint: "#dcf5e3"))

  static let dark = Palette(
    sheet: "#12161c", card: "#1d232c", cardLine: "#465162", header: "#262f3b", rule: "#303a47",
    text: "#e8edf4",
    quiet: "#a3afbf",
    people: Accent(ink: "#b5b0ff", tint: "#2e2c52"), fronts: Accent(ink: "#8fb9ff", tint: "#1f3353"),
    applications: Accent(ink: "#62d3c4", tint: "#173c39"), stores: Accent(ink: "#f2b268", tint: "#44301a"),
    messages: Accent(ink: "#e39bf0", tint: "#432549"), others: Accent(ink: "#b4bfcd", tint: "#323b48"),
    call: "#a5b2c3", event: "#d98ae8", deadLetter: "#f2938c", read: "#77bce6", write: "#eba557",
    relation: "#8e9db1",
    copy: "#eba557",
    replication: "#55c5b6",
    system: Accent(ink: "#33435a", tint: "#171e28"), broker: Accent(ink: "#4e3355", tint: "#211a25"),
    region: Accent(ink: "#39424e", tint: "#171b21"), zone: Accent(ink: "#3a4063", tint: "#1a1d2a"),
    network: Accent(ink: "#2c4a40", tint: "#16211e"), cluster: Accent(ink: "#2c4866", tint: "#172230"),
    machine: Accent(ink: "#414b59", tint: "#1b2027"),
    info: Accent(ink: "#8fb9ff", tint: "#1f3353"), warning: Accent(ink: "#f5c766", tint: "#43330f"),
    error: Accent(ink: "#ffb0a8", tint: "#4d1f1c"), added: Accent(ink: "#7ddc9a", tint: "#16381f"))
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
