import DesignDiagram

/// Cards and groups placed relative to one another, from (0, 0).
struct Block {
  var size = Size(0, 0)
  var cards: [(card: Int, frame: Rect)] = []
  var groups: [(place: Int, frame: Rect)] = []

  /// Whether it is a single card.
  var isCard: Bool { cards.count == 1 && groups.isEmpty }

  /// Takes over all of another block, moved.
  mutating func add(_ other: Block, at origin: Point) {
    for (card, frame) in other.cards { cards.append((card, frame.moved(origin.x, origin.y))) }
    for (place, frame) in other.groups { groups.append((place, frame.moved(origin.x, origin.y))) }
    size.width = max(size.width, origin.x + other.size.width)
    size.height = max(size.height, origin.y + other.size.height)
  }

  /// The same with everything farther apart by two factors of at least one: cards keep their size, groups grow with the
  /// room in them.
  func stretched(horizontally x: Double, vertically y: Double) -> Block {
    var result = Block()
    result.cards = cards.map { card, frame in
      let left = (frame.midX * x - frame.width / 2).rounded()
      let top = (frame.midY * y - frame.height / 2).rounded()
      return (card, Rect(left, top, frame.width, frame.height))
    }
    result.groups = groups.map { place, frame in
      let (left, top) = ((frame.x * x).rounded(), (frame.y * y).rounded())
      return (place, Rect(left, top, (frame.maxX * x).rounded() - left, (frame.maxY * y).rounded() - top))
    }
    result.size = Size((size.width * x).rounded(.up), (size.height * y).rounded(.up))
    return result
  }
}

/// Puts rectangles side by side in their order, so that the whole comes near a wished shape.
enum Packer {
  /// Where each rectangle's upper left corner goes. `aspect` is the wished width for a height of one.
  static func origins(_ sizes: [Size], gap: Double, aspect: Double) -> [Point] {
    if sizes.count < 2 { return sizes.map { _ in Point(0, 0) } }
    var best: [Point] = []
    var bestCost = Double.infinity
    for flipped in [false, true] {
      // In a flipped try, shelves are columns.
      let turned = flipped ? sizes.map { Size($0.height, $0.width) } : sizes
      let wish = flipped ? 1 / aspect : aspect
      let area = turned.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
      let widest = turned.reduce(0) { max($0, $1.width) }
      let start = (area * wish).squareRoot()
      for step in 0..<16 {
        let limit = max(widest, start * (0.7 + Double(step) * 0.06))
        let (points, size) = shelves(turned, gap: gap, limit: limit)
        let shape = size.width / size.height / wish
        let cost = size.width * size.height * (1 + 0.35 * (shape > 1 ? shape - 1 : 1 / shape - 1))
        if cost < bestCost * 0.999 {
          bestCost = cost
          best = flipped ? points.map { Point($0.y, $0.x) } : points
        }
      }
    }
    return best
  }

  /// Blocks side by side in their order. Cards that nothing ties to others come last, in rows beneath the rest: one by one
  /// between larger blocks they would stand like something forgotten.
  static func packed(_ blocks: [Block], gap: Double, aspect: Double) -> Block {
    let loose = blocks.filter(\.isCard)
    var others = blocks.filter { !$0.isCard }
    if loose.count > 1, !others.isEmpty {
      let width = others.reduce(0) { max($0, $1.size.width) }
      var rows = Block()
      let (points, _) = shelves(loose.map(\.size), gap: gap, limit: max(width, loose[0].size.width))
      for (card, point) in zip(loose, points) { rows.add(card, at: point) }
      others.append(rows)
    } else {
      others = blocks
    }
    var whole = Block()
    let origins = origins(others.map(\.size), gap: gap, aspect: aspect)
    for (block, origin) in zip(others, origins) { whole.add(block, at: origin) }
    return whole
  }

  private static func shelves(_ sizes: [Size], gap: Double, limit: Double) -> ([Point], Size) {
    var points: [Point] = []
    var x = 0.0
    var y = 0.0
    var depth = 0.0
    var widest = 0.0
    for size in sizes {
      if x > 0, x + size.width > limit + 0.5 {
        x = 0
        y += depth + gap
        depth = 0
      }
      points.append(Point(x, y))
      x += size.width + gap
      widest = max(widest, x - gap)
      depth = max(depth, size.height)
    }
    return (points, Size(widest, y + depth))
  }
}
