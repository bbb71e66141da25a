import DesignDiagram

/// Builds the cards of applications, stores and people at the origin, from the texts' widths.
struct CardMeasure {
  /// All cards of a picture are equally wide, so that they stand in line.
  let width: Double

  private let metrics: TextMetrics
  private let padding: Double
  private let textStart: Double
  private static let glyph = 28.0
  private static let widths = 160.0...224.0
  /// What stands between the glyph and the text.
  private static let glyphGap = 11.0

  /// Chooses the width that most titles and technologies fit, in steps of eight so that one letter more seldom moves
  /// everything.
  init(_ nodes: [Node], _ measures: LayoutMeasures) {
    metrics = measures.text
    padding = measures.air(12)
    textStart = padding - 1 + Self.glyph + Self.glyphGap
    var natural = Self.widths.lowerBound
    for node in nodes where !node.isTable {
      let text = max(
        metrics.width(node.title, .cardTitle), metrics.width(node.technology, .technology))
      natural = max(natural, textStart + text + padding)
    }
    width = min((natural / 8).rounded(.up) * 8, Self.widths.upperBound)
  }

  /// The card of a node, its upper left corner at the origin.
  func card(_ node: Node) -> Drawing.Card {
    let room = width - textStart - padding
    let title = metrics.wrapped(TextMetrics.singleLine(node.title), .cardTitle, room, lines: 2)
    let technology = TextMetrics.singleLine(node.technology)
    let textHeight =
      Double(title.count) * TextRole.cardTitle.lineHeight
      + (technology.isEmpty ? 0 : TextRole.technology.lineHeight)
    let head = max(Self.glyph, textHeight)
    var lines: [Drawing.Line] = []
    var y = padding + (head - textHeight) / 2
    for text in title {
      lines.append(Drawing.Line(text, .cardTitle, Point(textStart, y + 12)))
      y += TextRole.cardTitle.lineHeight
    }
    if !technology.isEmpty {
      let text = metrics.fitted(technology, .technology, room)
      lines.append(Drawing.Line(text, .technology, Point(textStart, y + 10)))
    }
    let glyph = Rect(padding - 1, padding + (head - Self.glyph) / 2, Self.glyph, Self.glyph)
    y = padding + head
    let description = metrics.wrapped(
      TextMetrics.singleLine(node.description), .description, width - 2 * padding, lines: 3)
    if !description.isEmpty { y += 6 }
    for text in description {
      lines.append(Drawing.Line(text, .description, Point(padding, y + 11)))
      y += TextRole.description.lineHeight
    }
    let badges = placeBadges(node, below: y)
    if let last = badges.last { y = last.frame.maxY }
    return Drawing.Card(
      node: node, frame: Rect(0, 0, width, (y + padding - (badges.isEmpty ? 0 : 2)).rounded(.up)),
      glyph: glyph,
      lines: lines, badges: badges)
  }

  /// The badges in rows from the left, below a height.
  private func placeBadges(_ node: Node, below top: Double) -> [Drawing.PlacedBadge] {
    let shown = node.isExternal ? [Badge(.note, "external")] + node.badges : node.badges
    let height = 16.0
    var placed: [Drawing.PlacedBadge] = []
    var x = padding
    var y = top + 8
    for badge in shown {
      let text = metrics.fitted(
        TextMetrics.singleLine(badge.text), .badge, width - 2 * padding - 12)
      let wide = (metrics.width(text, .badge) + 12).rounded(.up)
      if x > padding, x + wide > width - padding {
        x = padding
        y += height + 4
      }
      placed.append(
        Drawing.PlacedBadge(
          kind: badge.kind, frame: Rect(x, y, wide, height),
          line: Drawing.Line(text, .badge, Point(x + 6, y + 11.5))))
      x += wide + 4
    }
    return placed
  }
}
