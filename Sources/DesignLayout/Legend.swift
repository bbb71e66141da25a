import DesignDiagram

/// Explains the signs that a picture uses, and no others.
enum Legend {
  /// A sign with its meaning, before it is placed.
  struct Entry: Hashable {
    var sign: Drawing.LegendEntry.Sign
    var text: String
  }

  private static let rowHeight = 22.0
  private static let gap = 20.0

  /// The entries of a scene: glyphs, borders, lines, keys and marks in the order of their declarations.
  static func entries(_ scene: Scene) -> [Entry] {
    var entries = scene.kind == .erd ? [] : glyphs(scene.cards.map(\.node))
    if scene.cards.contains(where: \.node.isExternal) || scene.places.contains(where: \.group.isExternal) {
      entries.append(external)
    }
    if scene.cards.contains(where: \.node.isStub) {
      entries.append(Entry(sign: .stub, text: "on another sheet"))
    }
    entries += lines(scene.links.map(\.edge), scene.commonLabels)
    let rows = scene.cards.flatMap(\.node.rows)
    let keys = Set(rows.flatMap(\.keys))
    for key in Row.Key.allCases where keys.contains(key) {
      entries.append(Entry(sign: .key(key), text: key.meaning))
    }
    let marks = Set(rows.flatMap(\.marks).map(\.kind))
    for mark in Mark.Kind.allCases where marks.contains(mark) {
      entries.append(Entry(sign: .mark(mark), text: mark.meaning))
    }
    return entries
  }

  /// The entries of a sequence's participants and messages.
  static func entries(_ participants: [Node], _ messages: [Edge]) -> [Entry] {
    glyphs(participants) + (participants.contains(where: \.isExternal) ? [external] : [])
      + lines(messages, nil)
  }

  private static let external = Entry(sign: .external, text: "run by others")

  private static func glyphs(_ nodes: [Node]) -> [Entry] {
    let used = Set(nodes.map(\.glyph))
    return Glyph.allCases.filter(used.contains).map { Entry(sign: .glyph($0), text: $0.meaning) }
  }

  private static func lines(_ edges: [Edge], _ common: CommonLabels?) -> [Entry] {
    var entries: [Entry] = []
    let styles = Set(edges.map(\.style))
    let markers = Set(edges.flatMap { [$0.source.marker, $0.target.marker] })
    func hasArrow(_ style: Edge.Style) -> Bool {
      edges.contains { $0.style == style && $0.target.marker == .arrow }
    }
    for style in Edge.Style.allCases where styles.contains(style) {
      let label = common?.byStyle.first { $0.style == style }?.label
      entries.append(
        Entry(
          sign: .edge(style, style == .relation && !hasArrow(style) ? .none : .arrow),
          text: style.meaning + (label.map { "; no label: \($0)" } ?? "")))
      if edges.contains(where: { $0.style == style && $0.isBothWays }) {
        entries.append(Entry(sign: .bothWays(style), text: "reads and writes"))
      }
    }
    for marker in Edge.Marker.allCases where markers.contains(marker) {
      if let meaning = marker.meaning { entries.append(Entry(sign: .marker(marker), text: meaning)) }
    }
    return entries
  }

  /// A sheet is not made wider than this for its legend, which has more rows instead.
  private static let wide = 480.0

  /// How wide a sheet must be for the entries.
  static func width(_ entries: [Entry], _ metrics: TextMetrics) -> Double {
    let widths = entries.map { width($0, metrics) }
    return max(widths.max() ?? 0, min(widths.reduce(-gap) { $0 + $1 + gap }, wide))
  }

  /// The entries in rows no wider than the sheet.
  static func place(_ entries: [Entry], from origin: Point, width limit: Double, _ metrics: TextMetrics)
    -> [Drawing.LegendEntry]
  {
    var placed: [Drawing.LegendEntry] = []
    var x = origin.x
    var y = origin.y
    for entry in entries {
      let wide = width(entry, metrics)
      if x > origin.x, x + wide > origin.x + limit {
        x = origin.x
        y += rowHeight
      }
      let sign = entry.sign.width
      placed.append(
        Drawing.LegendEntry(
          sign: entry.sign, frame: Rect(x, y, sign, 16),
          line: Drawing.Line(entry.text, .legend, Point(x + sign + 6, y + 12))))
      x += wide + gap
    }
    return placed
  }

  private static func width(_ entry: Entry, _ metrics: TextMetrics) -> Double {
    (entry.sign.width + 6 + metrics.width(entry.text, .legend)).rounded(.up)
  }
}

extension Drawing.LegendEntry.Sign {
  /// The room it is drawn in: a line needs some length.
  fileprivate var width: Double {
    switch self {
    case .glyph, .key, .mark: 18
    case .external, .stub, .edge, .bothWays, .marker: 26
    }
  }
}

extension Glyph {
  fileprivate var meaning: String {
    switch self {
    case .web: "web front end"
    case .mobile: "mobile app"
    case .desktop: "desktop app"
    case .cdn: "CDN"
    case .enumeration: "enumeration"
    default: rawValue
    }
  }
}

extension Edge.Style {
  fileprivate var meaning: String {
    switch self {
    case .call: "calls and waits"
    case .reply: "answers"
    case .event: "event, nobody waits"
    case .deadLetter: "could not be handled"
    case .read: "reads"
    case .write: "writes"
    case .relation: "foreign key"
    case .copy: "copied from"
    case .reference: "refers to, not enforced"
    case .replication: "replicates to"
    }
  }
}

extension Edge.Marker {
  fileprivate var meaning: String? {
    switch self {
    case .none, .arrow: nil
    case .one: "exactly one"
    case .zeroOrOne: "zero or one"
    case .oneOrMany: "one or many"
    case .zeroOrMany: "zero or many"
    }
  }
}

extension Row.Key {
  fileprivate var meaning: String {
    switch self {
    case .primary: "primary key"
    case .foreign: "foreign key"
    case .unique: "unique"
    }
  }
}

extension Mark.Kind {
  fileprivate var meaning: String {
    switch self {
    case .copied: "copy, kept in step"
    case .derived: "derived"
    case .snapshot: "snapshot, never kept in step"
    case .classified: "classified"
    case .hashed: "hashed"
    case .encrypted: "encrypted"
    }
  }
}
