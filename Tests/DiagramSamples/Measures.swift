package import DesignDiagram

/// What can be counted about a drawing's quality.
package struct Measures: Sendable, CustomStringConvertible {
  /// Places where two lines cross; lines that share an end are not counted where they run together.
  package var crossings = 0
  /// Pieces of lines that run through a card other than the two they join, or through those far inside.
  package var throughCards = 0
  /// Pairs of cards that overlap, cards outside their group, and groups that overlap without one holding the other.
  package var overlaps = 0
  /// Labels that overlap a card, a title or another label.
  package var coveredLabels = 0
  /// Labels wished for and not placed.
  package var lostLabels = 0
  /// How many pixels of lines with no common end lie on each other or nearer than three pixels.
  package var sharedLength = 0.0
  /// The corners of all lines.
  package var bends = 0
  /// The length of all lines.
  package var length = 0.0
  /// The share of the sheet that no card covers.
  package var emptyShare = 0.0
  /// The width of the sheet for a height of one.
  package var aspect = 0.0

  private struct Piece {
    var route: Int
    var a: Point
    var b: Point
    var isLevel: Bool { a.y == b.y }
    var low: Double { isLevel ? min(a.x, b.x) : min(a.y, b.y) }
    var high: Double { isLevel ? max(a.x, b.x) : max(a.y, b.y) }
    var place: Double { isLevel ? a.y : a.x }
    var length: Double { high - low }
  }

  /// Counts everything in a drawing.
  package init(_ drawing: Drawing) {
    aspect = drawing.size.width / drawing.size.height
    let covered = drawing.cards.reduce(0) { $0 + $1.frame.width * $1.frame.height }
    emptyShare = 1 - covered / (drawing.size.width * drawing.size.height)
    var pieces: [Piece] = []
    for (index, route) in drawing.routes.enumerated() {
      for (a, b) in zip(route.points, route.points.dropFirst()) {
        pieces.append(Piece(route: index, a: a, b: b))
      }
      bends += max(0, route.points.count - 2)
    }
    length = pieces.reduce(0) { $0 + $1.length }
    countCards(drawing, pieces)
    countLines(drawing, pieces)
    countLabels(drawing)
  }

  private mutating func countCards(_ drawing: Drawing, _ pieces: [Piece]) {
    for (index, card) in drawing.cards.enumerated() {
      for other in drawing.cards.dropFirst(index + 1) where card.frame.overlaps(other.frame) { overlaps += 1 }
      for box in drawing.groups where card.frame.overlaps(box.frame) && !box.frame.contains(card.frame) {
        overlaps += 1
      }
    }
    for (index, box) in drawing.groups.enumerated() {
      for other in drawing.groups.dropFirst(index + 1)
      where box.frame.overlaps(other.frame) && !box.frame.contains(other.frame)
        && !other.frame.contains(box.frame)
      {
        overlaps += 1
      }
    }
    for piece in pieces {
      let edge = drawing.routes[piece.route].edge
      let line = Rect(
        min(piece.a.x, piece.b.x), min(piece.a.y, piece.b.y), abs(piece.a.x - piece.b.x),
        abs(piece.a.y - piece.b.y)
      ).grown(0.1)
      for card in drawing.cards {
        let isEnd = card.node.id == edge.source.node || card.node.id == edge.target.node
        if line.overlaps(card.frame.grown(isEnd ? -1 : 1)) { throughCards += 1 }
      }
    }
  }

  private mutating func countLines(_ drawing: Drawing, _ pieces: [Piece]) {
    let level = pieces.filter { $0.isLevel && $0.length > 0 }
    let upright = pieces.filter { !$0.isLevel && $0.length > 0 }
    for a in level {
      for b in upright where a.route != b.route && a.low < b.place && b.place < a.high {
        if b.low < a.place, a.place < b.high { crossings += 1 }
      }
    }
    func shareEnd(_ a: Int, _ b: Int) -> Bool {
      let (a, b) = (drawing.routes[a].edge, drawing.routes[b].edge)
      return a.source.node == b.source.node || a.target.node == b.target.node
        || a.source.node == b.target.node
        || a.target.node == b.source.node
    }
    for list in [level, upright] {
      for (index, a) in list.enumerated() {
        for b in list.dropFirst(index + 1) where a.route != b.route && abs(a.place - b.place) < 3 {
          let shared = min(a.high, b.high) - max(a.low, b.low)
          if shared > 1, !shareEnd(a.route, b.route) { sharedLength += shared }
        }
      }
    }
  }

  private mutating func countLabels(_ drawing: Drawing) {
    let labels = drawing.routes.compactMap(\.label)
    lostLabels =
      drawing.routes.filter { route in
        // What the legend tells for many lines stands beside none of them.
        !route.edge.labels.isEmpty && route.label == nil
          && !drawing.legend.contains { $0.line.text.hasSuffix("no label: " + route.edge.labels.joined()) }
      }.count
    let solid =
      drawing.cards.map(\.frame) + drawing.groups.flatMap { $0.lines.map { $0.frame(drawing.measures.text) } }
    for (index, label) in labels.enumerated() {
      if solid.contains(where: { $0.overlaps(label.frame) }) { coveredLabels += 1 }
      if labels.dropFirst(index + 1).contains(where: { $0.frame.overlaps(label.frame) }) {
        coveredLabels += 1
      }
    }
  }

  /// All figures on one line.
  package var description: String {
    func tenth(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    return
      "aspect \(tenth(aspect)) empty \(tenth(emptyShare)) crossings \(crossings) bends \(bends) length \(Int(length))"
      + " shared \(Int(sharedLength)) through \(throughCards) overlaps \(overlaps) labels \(coveredLabels)/\(lostLabels)"
  }
}
