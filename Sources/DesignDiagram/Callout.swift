/// A sign pinned to something on a sheet: it points to what is said about that elsewhere.
package struct Callout: Sendable, Hashable, Encodable {
  /// How grave it is, or what changed; it decides the sign and the colour, and the text must not rely on either.
  package enum Grade: String, Sendable, Hashable, Encodable, CaseIterable {
    /// What a review found.
    case info, warning, error
    /// What a change of the design did.
    case added, removed, changed

    /// Whether what the sign is pinned to is outlined too.
    package var isChange: Bool { [.added, .removed, .changed].contains(self) }
  }

  /// The id of the sign in the SVG; empty for none.
  package var id: String
  /// The id of the card, row, edge or group that it is pinned to.
  package var target: String
  /// How grave it is.
  package var grade: Grade
  /// A number, or a few words: `12`, `2 errors`.
  package var text: String
  /// What a pointer resting on it reads, a line each.
  package var tooltip: [String]
  /// Where a click on it leads; empty for nowhere.
  package var link: String

  /// Makes a sign; see the properties for what each value means.
  package init(
    id: String = "", target: String, grade: Grade, text: String, tooltip: [String] = [], link: String = ""
  ) {
    self.id = id
    self.target = target
    self.grade = grade
    self.text = text
    self.tooltip = tooltip
    self.link = link
  }
}

extension Drawing {
  /// A placed sign.
  package struct PlacedCallout: Sendable, Hashable {
    /// What it points to.
    package var callout: Callout
    /// The corners of what it points to when that is a card, a row or a group; the line when it is an edge.
    package var outline: [Point]
    /// Whether the outline runs round.
    package var isClosed: Bool
    /// The pill round sign and text, as it stands on the sheet.
    package var frame: Rect
    /// How much larger than usual it is drawn.
    package var scale: Double
    /// Where the sign is drawn, in a square of 12 and from the pill's corner, before it is scaled.
    package var sign: Rect
    /// Its text, likewise from the pill's corner.
    package var line: Line

    /// Makes a placed sign.
    package init(
      callout: Callout, outline: [Point], isClosed: Bool, frame: Rect, scale: Double, sign: Rect, line: Line
    ) {
      self.callout = callout
      self.outline = outline
      self.isClosed = isClosed
      self.frame = frame
      self.scale = scale
      self.sign = sign
      self.line = line
    }
  }

  /// The signs that find their target on this sheet, placed at it, in their order.
  ///
  /// - Parameter scale: how much larger than usual they are, for a sheet that will be shown smaller than it is.
  package func placed(_ callouts: [Callout], scale: Double = 1) -> [PlacedCallout] {
    var anchors = CalloutAnchors(size, scale, measures.text)
    for box in groups { anchors.add(box.group.id, .corner(box.frame)) }
    for card in cards { anchors.add(card) }
    for route in routes { anchors.add(route.edge.id, .middle(route)) }
    anchors.labels = routes.compactMap(\.label?.frame)
    anchors.cards = cards.map(\.frame)
    anchors.tips = routes.flatMap { [$0.points.first, $0.points.last] }.compactMap { point in
      point.map { Rect($0.x, $0.y, 0, 0).grown(9) }
    }
    return anchors.placed(callouts)
  }
}

extension Size {
  /// As large as it must be for these signs to stand on it.
  package func holding(_ callouts: [Drawing.PlacedCallout]) -> Size {
    callouts.reduce(self) { Size(max($0.width, ($1.frame.maxX + 4).rounded(.up)), $0.height) }
  }
}

extension SequenceDrawing {
  /// The signs whose target takes part, placed at the cards above the lifelines, in their order.
  package func placed(_ callouts: [Callout]) -> [Drawing.PlacedCallout] {
    var anchors = CalloutAnchors(size, 1, measures.text)
    for head in heads { anchors.add(head) }
    return anchors.placed(callouts)
  }
}

/// Where signs may be pinned on a sheet, and how many are there already.
private struct CalloutAnchors {
  enum Anchor {
    /// On the upper border, to its right end; where a label stands there, on another corner.
    case corner(Rect)
    /// Behind the right end of a column's strip, to the right; where another table stands there, before its left end.
    case row(Rect)
    /// On an edge: beside its label, where no card and no other label stands; else in the middle of its longest piece.
    case middle(Drawing.Route)
  }

  private static let height = 16.0
  private static let signSize = 12.0

  private let sheet: Size
  private let scale: Double
  private let metrics: TextMetrics
  private var anchors: [String: Anchor] = [:]
  /// What signs must not hide.
  var labels: [Rect] = []
  var cards: [Rect] = []
  /// The ends of lines, which had better be seen too.
  var tips: [Rect] = []

  init(_ sheet: Size, _ scale: Double, _ metrics: TextMetrics) {
    self.sheet = sheet
    self.metrics = metrics
    self.scale = scale
  }

  /// The first of a name has it.
  mutating func add(_ id: String, _ anchor: Anchor) {
    if anchors[id] == nil { anchors[id] = anchor }
  }

  /// What another sheet shows in full bears its signs there.
  mutating func add(_ card: Drawing.Card) {
    guard !card.node.isStub else { return }
    add(card.node.id, .corner(card.frame))
    for row in card.rows { add(row.row.id, .row(row.frame)) }
  }

  /// Signs of one target stand in a row, in their order.
  func placed(_ callouts: [Callout]) -> [Drawing.PlacedCallout] {
    var whole: [String: Double] = [:]
    for callout in callouts { whole[callout.target, default: -gap] += width(callout) + gap }
    // Where the next sign of a target goes, and what rows of signs stand already.
    var next: [String: Point] = [:]
    var rows: [Rect] = []
    return callouts.compactMap { callout in
      guard let anchor = anchors[callout.target] else { return nil }
      let wide = whole[callout.target, default: 0]
      let point = next[callout.target] ?? start(of: anchor, width: wide, besides: rows)
      if next[callout.target] == nil { rows.append(Rect(point.x, point.y, wide, Self.height * scale)) }
      next[callout.target] = Point(point.x + width(callout) + gap, point.y)
      return place(callout, anchor, at: point)
    }
  }

  private var gap: Double { 2 * scale }

  private func width(_ callout: Callout) -> Double {
    (Self.signSize + 12 + metrics.width(callout.text, .callout)) * scale
  }

  /// The upper left corner of a row of signs, kept on the sheet: the first of those possible that hides nothing.
  private func start(of anchor: Anchor, width: Double, besides rows: [Rect]) -> Point {
    // Where a sign behind a column passes the border, the sheet is made wider.
    let right = if case .row = anchor { Double.infinity } else { max(1, sheet.width - width - 1) }
    let points = candidates(anchor, width: width).map { Point(min(max($0.x, 1), right), max($0.y, 1)) }
    let hidden =
      switch anchor {
      case .corner: labels + rows
      case .row(let strip): labels + rows + cards.filter { !$0.contains(strip) }
      case .middle: labels + rows + cards
      }
    func free(of hidden: [Rect]) -> Point? {
      points.first { point in
        let frame = Rect(point.x, point.y, width, Self.height * scale)
        return !hidden.contains { $0.overlaps(frame) }
      }
    }
    return free(of: hidden + tips) ?? free(of: hidden) ?? free(of: rows) ?? points[0]
  }

  /// Where a row of signs may begin, the best place first.
  private func candidates(_ anchor: Anchor, width: Double) -> [Point] {
    let height = Self.height * scale
    switch anchor {
    case .corner(let card):
      let (above, below) = (card.y - height * 0.75, card.maxY - height * 0.25)
      let (right, left) = (card.maxX + 6 - width, card.x - 6)
      return [Point(right, above), Point(left, above), Point(right, below), Point(left, below)]
    case .row(let strip):
      let y = strip.midY - height / 2
      return [Point(strip.maxX - 6, y), Point(strip.x + 6 - width, y)]
    case .middle(let route):
      guard let label = route.label?.frame else {
        return Self.places(on: route).map { Point($0.x - width / 2, $0.y - height / 2) }
      }
      return [
        Point(label.midX - width / 2, label.y - height), Point(label.midX - width / 2, label.maxY),
        Point(label.maxX, label.midY - height / 2), Point(label.x - width, label.midY - height / 2),
      ]
    }
  }

  private func place(_ callout: Callout, _ anchor: Anchor, at point: Point) -> Drawing.PlacedCallout {
    let (outline, isClosed) =
      switch anchor {
      case .corner(let frame), .row(let frame):
        (
          [
            Point(frame.x, frame.y), Point(frame.maxX, frame.y), Point(frame.maxX, frame.maxY),
            Point(frame.x, frame.maxY),
          ], true
        )
      case .middle(let route): (route.points, false)
      }
    let sign = Rect(3, (Self.height - Self.signSize) / 2, Self.signSize, Self.signSize)
    return Drawing.PlacedCallout(
      callout: callout, outline: outline, isClosed: isClosed,
      frame: Rect(point.x, point.y, width(callout), Self.height * scale), scale: scale,
      sign: sign, line: Drawing.Line(callout.text, .callout, Point(sign.maxX + 2, Self.height - 4.5)))
  }

  /// The middle of a line's longest piece, and other places on the line.
  private static func places(on route: Drawing.Route) -> [Point] {
    let pieces = zip(route.points, route.points.dropFirst()).map { (from: $0, to: $1) }
    let longest = pieces.enumerated().sorted { a, b in
      let (x, y) = (length(a.element), length(b.element))
      return x != y ? x > y : a.offset < b.offset
    }
    let places = [0.5, 0.3, 0.7].flatMap { share in
      longest.map { _, piece in
        Point(
          piece.from.x + (piece.to.x - piece.from.x) * share,
          piece.from.y + (piece.to.y - piece.from.y) * share)
      }
    }
    return places.isEmpty ? [route.points.first ?? Point(0, 0)] : places
  }

  private static func length(_ piece: (from: Point, to: Point)) -> Double {
    abs(piece.from.x - piece.to.x) + abs(piece.from.y - piece.to.y)
  }
}
