import DesignDiagram

extension SVGPainter {
  mutating func group(_ box: Drawing.Box) {
    out.raw("<g")
    identify(box.group.id)
    out.raw(">\n")
    tooltip(box.group.tooltip)
    openLink(box.group.link)
    rect(box.frame, class: box.group.kind.rawValue + (box.group.isExternal ? " external" : ""), radius: 12)
    for line in box.lines { text(line) }
    closeLink(box.group.link)
    out.raw("</g>\n")
  }

  /// - Parameter isFirst: whether the element is not in the picture yet; an id stands only once.
  mutating func card(_ card: Drawing.Card, isFirst: Bool = true) {
    out.raw("<g class=\"card\"")
    if isFirst { identify(card.node.id) }
    out.raw(">\n")
    tooltip(card.node.tooltip)
    openLink(card.node.link)
    if card.node.isTable { table(card) } else { element(card) }
    closeLink(card.node.link)
    out.raw("</g>\n")
  }

  private mutating func element(_ card: Drawing.Card) {
    let family = Family(card.node.glyph)
    rect(card.frame, class: frameClass(card.node), radius: 8)
    rect(card.glyph, class: "tint-\(family.rawValue)", radius: 7)
    glyph(card.node.glyph, family, in: card.glyph.grown(-2))
    for line in card.lines { text(line) }
    for badge in card.badges { self.badge(badge) }
  }

  mutating func badge(_ badge: Drawing.PlacedBadge) {
    let family = badge.kind.family
    rect(badge.frame, class: "tint-\(family.rawValue)", radius: 8)
    text(badge.line, family: family)
  }

  private func frameClass(_ node: Node) -> String {
    node.isStub ? "frame stub" : node.isExternal ? "frame external" : "frame"
  }

  private mutating func table(_ card: Drawing.Card) {
    rect(card.frame, class: frameClass(card.node), radius: 6)
    if !card.node.isStub { header(card) }
    glyph(card.node.glyph, Family(card.node.glyph), in: card.glyph)
    for line in card.lines { text(line) }
    for row in card.rows { self.row(row, isFirst: row.frame.y == card.rows.first?.frame.y) }
  }

  /// The tinted head of a table, rounded above only if rows follow.
  private mutating func header(_ card: Drawing.Card) {
    let frame = card.frame.grown(-0.7)
    let bottom = card.rows.first?.frame.y ?? frame.maxY
    out.raw("<path class=\"header\" d=\"M")
    out.pair(frame.x, bottom)
    let radius = theme.radius(5)
    out.raw("V")
    out.number(frame.y + radius)
    curve(radius, ["0-", " ", "-"])
    out.raw("H")
    out.number(frame.maxX - radius)
    curve(radius, ["", " 0 ", " "])
    out.raw("V")
    if card.rows.isEmpty {
      out.number(bottom - radius)
      curve(radius, ["0 ", "-", " "])
      out.raw("H")
      out.number(frame.x + radius)
      curve(radius, ["-", " 0-", "-"])
    } else {
      out.number(bottom)
    }
    out.raw("z\"/>\n")
  }

  /// A rounded corner: a quadratic curve whose numbers are the radius, with what stands before each.
  mutating func curve(_ radius: Double, _ before: [StaticString]) {
    out.raw("q")
    for text in before {
      out.raw(text)
      out.number(radius)
    }
  }

  private mutating func row(_ row: Drawing.PlacedRow, isFirst: Bool) {
    out.raw("<g")
    identify(row.row.id)
    out.raw(">\n")
    tooltip(row.row.tooltip)
    if !isFirst {
      out.raw("<path class=\"rule\" d=\"M")
      out.pair(row.frame.x + 0.7, row.frame.y)
      out.raw("H")
      out.number(row.frame.maxX - 0.7)
      out.raw("\"/>\n")
    }
    for line in row.lines { text(line) }
    for (key, frame) in zip(row.row.keys, row.keys) {
      use("key", key.rawValue, class: "sign ink-\(key.family.rawValue)", in: frame, size: 14)
      out.raw("/>\n")
    }
    for (mark, frame) in zip(row.row.marks, row.marks) {
      use("mark", mark.kind.rawValue, class: "sign ink-\(mark.kind.family.rawValue)", in: frame, size: 14)
      if mark.text.isEmpty {
        out.raw("/>\n")
      } else {
        out.raw("><title>")
        out.text(mark.text)
        out.raw("</title></use>\n")
      }
    }
    out.raw("</g>\n")
  }

  mutating func glyph(_ glyph: Glyph, _ family: Family, in frame: Rect) {
    use("glyph", glyph.rawValue, class: "glyph ink-\(family.rawValue)", in: frame, size: 24)
    out.raw("/>\n")
  }

  mutating func legend(_ entry: Drawing.LegendEntry) {
    let frame = entry.frame
    let middle = frame.midY
    switch entry.sign {
    case .glyph(let glyph):
      self.glyph(glyph, Family(glyph), in: Rect(frame.midX - 8, frame.y, 16, 16))
    case .external:
      rect(Rect(frame.x + 1, frame.y + 2, 24, 12), class: "swatch external", radius: 3)
    case .stub:
      rect(Rect(frame.x + 1, frame.y + 2, 24, 12), class: "swatch stub", radius: 3)
    case .edge(let style, let marker):
      out.raw("<g class=\"\(style.rawValue)\">\n")
      line([Point(frame.x, middle), Point(frame.maxX, middle)])
      self.marker(marker, style, at: Point(frame.maxX, middle), from: Point(frame.x, middle))
      out.raw("</g>\n")
    case .bothWays(let style):
      let (start, end) = (Point(frame.x, middle), Point(frame.maxX, middle))
      out.raw("<g class=\"\(style.rawValue)\">\n")
      line([start, end])
      marker(.arrow, style, at: start, from: end)
      marker(.arrow, style, at: end, from: start)
      out.raw("</g>\n")
    case .marker(let marker):
      out.raw("<g class=\"relation\">\n")
      line([Point(frame.x, middle), Point(frame.maxX, middle)])
      self.marker(marker, .relation, at: Point(frame.maxX, middle), from: Point(frame.x, middle))
      out.raw("<path class=\"foot\" d=\"M")
      out.pair(frame.maxX, middle - 7)
      out.raw("v14\"/>\n</g>\n")
    case .key(let key):
      use(
        "key", key.rawValue, class: "sign ink-\(key.family.rawValue)",
        in: Rect(frame.midX - 7, frame.y + 1, 14, 14),
        size: 14)
      out.raw("/>\n")
    case .mark(let mark):
      use(
        "mark", mark.rawValue, class: "sign ink-\(mark.family.rawValue)",
        in: Rect(frame.midX - 7, frame.y + 1, 14, 14), size: 14)
      out.raw("/>\n")
    }
    text(entry.line)
  }
}

extension Badge.Kind {
  /// The family whose accent it takes.
  var family: Family {
    switch self {
    case .count: .fronts
    case .resources, .note: .others
    case .exposure: .stores
    case .role: .applications
    }
  }
}
