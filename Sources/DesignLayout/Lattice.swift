import DesignDiagram

/// The lines on which edges may run: beside and through the middles of cards, round groups, and at the heights of rows,
/// each as far as nothing is in its way. Where two cross there is a node.
struct Lattice {
  /// A line, level or upright, standing at `place` from `low` to `high`.
  struct Span {
    var place: Double
    var low: Double
    var high: Double
  }

  /// What surrounds a card: the numbers of the upright lines to its left and right, the level ones above and below.
  struct Surroundings {
    var left = -1
    var right = -1
    var top = -1
    var bottom = -1
  }

  /// Where each node stands.
  private(set) var xs: [Double] = []
  private(set) var ys: [Double] = []
  /// The next node to each side, or -1.
  private(set) var left: [Int32] = []
  private(set) var right: [Int32] = []
  private(set) var above: [Int32] = []
  private(set) var below: [Int32] = []
  /// What the segment to the right of, or below, a node costs besides its length.
  private(set) var tollRight: [Float] = []
  private(set) var tollBelow: [Float] = []
  /// The lines round each card.
  private(set) var surroundings: [Surroundings] = []
  /// The nodes of each level line from left to right, and of each upright line from top to bottom.
  private(set) var levelNodes: [[Int32]] = []
  private(set) var uprightNodes: [[Int32]] = []

  /// Makes the lines round cards and groups. `heights` gives for each card the heights of the rows where edges end;
  /// titles are dear to cross.
  init(
    cards: [Rect], groups: [Rect], titles: [Rect], heights: [[Double]], clearance: Double, midlines: [Bool]
  ) {
    let walls = Walls(cards.map { $0.grown(clearance) })
    var levels: [Span] = []
    var uprights: [Span] = []
    for (index, card) in cards.enumerated() {
      let ring = card.grown(clearance)
      levels.append(walls.level(at: ring.y, from: ring.x, to: ring.maxX))
      levels.append(walls.level(at: ring.maxY, from: ring.x, to: ring.maxX))
      uprights.append(walls.upright(at: ring.x, from: ring.y, to: ring.maxY))
      uprights.append(walls.upright(at: ring.maxX, from: ring.y, to: ring.maxY))
      var outward = heights[index]
      if midlines[index] {
        outward.append(card.midY.rounded())
        uprights.append(walls.upright(at: card.midX.rounded(), from: ring.y, to: ring.y))
        uprights.append(walls.upright(at: card.midX.rounded(), from: ring.maxY, to: ring.maxY))
      }
      for height in outward {
        levels.append(walls.level(at: height, from: ring.x, to: ring.x))
        levels.append(walls.level(at: height, from: ring.maxX, to: ring.maxX))
      }
    }
    for group in groups {
      let ring = group.grown(10)
      levels.append(walls.level(at: ring.y, from: ring.x, to: ring.maxX))
      levels.append(walls.level(at: ring.maxY, from: ring.x, to: ring.maxX))
      uprights.append(walls.upright(at: ring.x, from: ring.y, to: ring.maxY))
      uprights.append(walls.upright(at: ring.maxX, from: ring.y, to: ring.maxY))
    }
    cross(Self.merged(levels), Self.merged(uprights), cards, clearance)
    for title in titles { charge(title) }
  }

  private mutating func cross(_ levels: [Span], _ uprights: [Span], _ cards: [Rect], _ clearance: Double) {
    levelNodes = [[Int32]](repeating: [], count: levels.count)
    uprightNodes = [[Int32]](repeating: [], count: uprights.count)
    for (number, level) in levels.enumerated() {
      var index = Self.first(uprights, notBelow: level.low - 0.001)
      while index < uprights.count, uprights[index].place <= level.high + 0.001 {
        let upright = uprights[index]
        if upright.low <= level.place + 0.001, level.place <= upright.high + 0.001 {
          let node = Int32(xs.count)
          xs.append(upright.place)
          ys.append(level.place)
          left.append(levelNodes[number].last ?? -1)
          above.append(uprightNodes[index].last ?? -1)
          right.append(-1)
          below.append(-1)
          if let before = levelNodes[number].last { right[Int(before)] = node }
          if let before = uprightNodes[index].last { below[Int(before)] = node }
          levelNodes[number].append(node)
          uprightNodes[index].append(node)
        }
        index += 1
      }
    }
    tollRight = [Float](repeating: 0, count: xs.count)
    tollBelow = [Float](repeating: 0, count: xs.count)
    surroundings = cards.map { card in
      let ring = card.grown(clearance)
      return Surroundings(
        left: Self.find(uprights, at: ring.x, through: card.midY),
        right: Self.find(uprights, at: ring.maxX, through: card.midY),
        top: Self.find(levels, at: ring.y, through: card.midX),
        bottom: Self.find(levels, at: ring.maxY, through: card.midX))
    }
  }

  /// The nodes of an upright line between two heights.
  func nodes(upright number: Int, from low: Double, to high: Double) -> ArraySlice<Int32> {
    Self.slice(uprightNodes[number], ys, low, high)
  }

  /// The nodes of a level line between two places.
  func nodes(level number: Int, from low: Double, to high: Double) -> ArraySlice<Int32> {
    Self.slice(levelNodes[number], xs, low, high)
  }

  private static func slice(
    _ nodes: [Int32], _ places: [Double], _ low: Double, _ high: Double
  ) -> ArraySlice<Int32> {
    var start = 0
    var end = nodes.count
    while start < end {
      let middle = (start + end) / 2
      if places[Int(nodes[middle])] < low - 0.001 { start = middle + 1 } else { end = middle }
    }
    while end < nodes.count, places[Int(nodes[end])] <= high + 0.001 { end += 1 }
    return nodes[start..<end]
  }

  /// Makes the segments that run over a title dearer.
  private mutating func charge(_ title: Rect) {
    for node in xs.indices {
      let next = Int(right[node])
      if next >= 0, ys[node] >= title.y - 2, ys[node] <= title.maxY + 2, xs[node] < title.maxX,
        xs[next] > title.x
      {
        tollRight[node] += 600
      }
      let lower = Int(below[node])
      if lower >= 0, xs[node] >= title.x - 2, xs[node] <= title.maxX + 2, ys[node] < title.maxY,
        ys[lower] > title.y
      {
        tollBelow[node] += 600
      }
    }
  }

  /// The lines with those of the same place joined that touch, sorted by place.
  private static func merged(_ spans: [Span]) -> [Span] {
    var result: [Span] = []
    for span in spans.sorted(by: { ($0.place, $0.low, $0.high) < ($1.place, $1.low, $1.high) }) {
      if let last = result.last, abs(last.place - span.place) < 0.01, span.low <= last.high + 0.01 {
        result[result.count - 1].high = max(last.high, span.high)
      } else {
        result.append(span)
      }
    }
    return result
  }

  private static func first(_ spans: [Span], notBelow place: Double) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func find(_ spans: [Span], at place: Double, through point: Double) -> Int {
    var index = first(spans, notBelow: place - 0.01)
    while index < spans.count, spans[index].place <= place + 0.01 {
      if spans[index].low <= point, point <= spans[index].high { return index }
      index += 1
    }
    return -1
  }
}

/// The cards with the room that must stay free round them, as obstacles for lines.
private struct Walls {
  private let rects: [Rect]
  private var bounds = Rect(0, 0, 0, 0)

  init(_ rects: [Rect]) {
    self.rects = rects
    guard let first = rects.first else { return }
    var left = first.x
    var top = first.y
    var right = first.maxX
    var bottom = first.maxY
    for rect in rects {
      left = min(left, rect.x)
      top = min(top, rect.y)
      right = max(right, rect.maxX)
      bottom = max(bottom, rect.maxY)
    }
    // A way round everything, wide enough for several lines.
    bounds = Rect(left, top, right - left, bottom - top).grown(24)
  }

  /// A level line lengthened to both sides until a wall or the border.
  func level(at y: Double, from low: Double, to high: Double) -> Lattice.Span {
    var span = Lattice.Span(place: y, low: min(bounds.x, low), high: max(bounds.maxX, high))
    for rect in rects where rect.y < y - 0.001 && y + 0.001 < rect.maxY {
      Self.stop(&span, from: low, to: high, at: rect.x, rect.maxX)
    }
    return span
  }

  /// An upright line lengthened to both sides until a wall or the border.
  func upright(at x: Double, from low: Double, to high: Double) -> Lattice.Span {
    var span = Lattice.Span(place: x, low: min(bounds.y, low), high: max(bounds.maxY, high))
    for rect in rects where rect.x < x - 0.001 && x + 0.001 < rect.maxX {
      Self.stop(&span, from: low, to: high, at: rect.y, rect.maxY)
    }
    return span
  }

  /// Ends a line where it meets a wall in its way, or at its own end where that reaches into the wall already: two cards may
  /// stand nearer than the room that both want.
  private static func stop(
    _ span: inout Lattice.Span, from low: Double, to high: Double, at start: Double, _ end: Double
  ) {
    if end <= low + 0.001 {
      span.low = max(span.low, end)
    } else if start < low - 0.001 {
      span.low = low
    }
    if start >= high - 0.001 {
      span.high = min(span.high, start)
    } else if end > high + 0.001 {
      span.high = high
    }
  }
}
