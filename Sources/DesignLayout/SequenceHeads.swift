import DesignDiagram

/// The cards above the lifelines: the glyph over the name over the technology, so that columns can stand close.
struct SequenceHeads {
  private let metrics: TextMetrics
  private let padding: Double
  private static let glyph = 28.0
  private static let least = 84.0
  private static let widest = 108.0

  init(_ measures: LayoutMeasures) {
    metrics = measures.text
    padding = measures.air(10)
  }

  /// The cards of the participants, equally high, their upper left corners at the origin.
  func cards(_ participants: [Node]) -> [Drawing.Card] {
    var cards = participants.map(card)
    let height = cards.map(\.frame.height).max() ?? 0
    for index in cards.indices { cards[index].frame.height = height }
    return cards
  }

  private func card(_ node: Node) -> Drawing.Card {
    let title = metrics.wrapped(TextMetrics.singleLine(node.title), .cardTitle, Self.widest, lines: 2)
    let technology = metrics.wrapped(
      TextMetrics.singleLine(node.technology), .technology, Self.widest, lines: 2)
    let texts = title.map { ($0, TextRole.cardTitle) } + technology.map { ($0, .technology) }
    let text = texts.reduce(0) { max($0, metrics.width($1.0, $1.1)) }
    let width = (max(Self.least, text + 2 * padding) / 4).rounded(.up) * 4
    var lines: [Drawing.Line] = []
    var y = padding + Self.glyph + 4
    for (text, role) in texts {
      lines.append(Drawing.Line(text, role, Point(width / 2, y + role.size), anchor: .middle))
      y += role.lineHeight
    }
    var badges: [Drawing.PlacedBadge] = []
    if node.isExternal {
      let wide = (metrics.width("external", .badge) + 12).rounded(.up)
      let frame = Rect(((width - wide) / 2).rounded(), y + 5, wide, 16)
      let line = Drawing.Line("external", .badge, Point(frame.midX, frame.y + 11.5), anchor: .middle)
      badges.append(Drawing.PlacedBadge(kind: .note, frame: frame, line: line))
      y = frame.maxY
    }
    return Drawing.Card(
      node: node, frame: Rect(0, 0, width, y + padding),
      glyph: Rect((width - Self.glyph) / 2, padding, Self.glyph, Self.glyph), lines: lines, badges: badges)
  }
}
