import DesignDiagram

/// A routed edge before its lines are spread: the corners of its way and the cards it touches.
struct Way {
  /// From border to border; level and upright pieces in turn.
  var points: [Point]
  /// Whether the first piece is level.
  var startsLevel: Bool
  /// Edges that share an end and may run on one line together; every other edge has a net of its own.
  var net: Int
}

/// Routes the edges of placed cards along a lattice, one after the other, each where the others leave it the best way.
struct Router {
  private let scene: Scene
  private let spacing: Spacing
  private let frames: [Rect]
  /// Whether edges prefer the left and right sides of cards.
  private let horizontal: Bool
  private var finder: PathFinder
  private let nets: [Int]

  init(_ scene: Scene, _ spacing: Spacing, frames: [Rect], groups: [Rect], titles: [Rect], horizontal: Bool) {
    self.scene = scene
    self.spacing = spacing
    self.frames = frames
    self.horizontal = horizontal
    var heights = [[Double]](repeating: [], count: frames.count)
    for link in scene.links {
      for end in [link.source, link.target] where !scene.cards[end.card].rows.isEmpty {
        heights[end.card].append(Self.height(of: end, scene, frames))
      }
    }
    let lattice = Lattice(
      cards: frames, groups: groups, titles: titles, heights: heights, clearance: spacing.clearance,
      midlines: scene.cards.map { $0.rows.isEmpty })
    finder = PathFinder(lattice, hasty: scene.links.count > 120)
    nets = Nets.assign(scene)
  }

  /// A way for each link, in their order. Every link has one.
  mutating func route() -> [Way] {
    var ways = [Way?](repeating: nil, count: scene.links.count)
    var nodes = [[Int]](repeating: [], count: scene.links.count)
    var members: [Int: [Int]] = [:]
    for (link, net) in nets.enumerated() { members[net, default: []].append(link) }
    let distances = scene.links.indices.map(distance)
    let order = scene.links.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
    // The first ways are found without knowing the later ones; a second round mends that.
    let rounds = scene.links.count <= 400 ? 2 : 1
    for round in 0..<rounds {
      for link in order {
        if round > 0 { finder.use(nodes[link], by: -1) }
        let others = (members[nets[link]] ?? []).filter { $0 != link && !nodes[$0].isEmpty }
        for other in others {
          finder.own(nodes[other], true)
          finder.use(nodes[other], by: -1)
        }
        var sources = gates(scene.links[link].source)
        var targets = gates(scene.links[link].target)
        if isLoop(link) {
          // From the right side to the lower one (or round to the left one of a row), since no way is the shortest.
          let right = frames[scene.links[link].source.card].maxX
          sources.removeAll { !$0.isLevel || $0.border.x != right }
          targets.removeAll { $0.isLevel && $0.border.x == right }
        }
        let found = finder.path(from: sources, to: targets, sharing: !others.isEmpty)
        for other in others {
          finder.own(nodes[other], false)
          finder.use(nodes[other], by: 1)
        }
        if let found {
          nodes[link] = found.nodes
          finder.use(nodes[link], by: 1)
          ways[link] = way(found, nets[link])
        }
      }
    }
    return scene.links.indices.map { ways[$0] ?? straight($0) }
  }

  /// The height at which an edge meets a table: its row, or the header.
  static func height(of end: Scene.End, _ scene: Scene, _ frames: [Rect]) -> Double {
    let card = scene.cards[end.card]
    guard let row = end.row, card.rows.indices.contains(row) else {
      return frames[end.card].y + min(18, frames[end.card].height / 2)
    }
    return frames[end.card].y + card.rows[row].frame.midY
  }

  private func distance(_ link: Int) -> Double {
    let a = frames[scene.links[link].source.card]
    let b = frames[scene.links[link].target.card]
    return abs(a.midX - b.midX) + abs(a.midY - b.midY)
  }

  /// Whether both ends of a link are at the same place.
  private func isLoop(_ link: Int) -> Bool {
    let (source, target) = (scene.links[link].source, scene.links[link].target)
    return source.card == target.card && source.row == target.row
  }

  /// Where an edge may leave a card.
  private func gates(_ end: Scene.End) -> [PathFinder.Gate] {
    let frame = frames[end.card]
    let lattice = finder.lattice
    let around = lattice.surroundings[end.card]
    var gates: [PathFinder.Gate] = []
    let isTable = !scene.cards[end.card].rows.isEmpty
    let height = isTable ? Self.height(of: end, scene, frames) : frame.midY
    let reach = isTable ? 0 : max(0, frame.height / 2 - 10)
    let sideways: Float = horizontal || isTable ? 0 : 40
    for (line, border) in [(around.left, frame.x), (around.right, frame.maxX)] where line >= 0 {
      for node in lattice.nodes(upright: line, from: height - reach, to: height + reach) {
        let y = lattice.ys[Int(node)]
        gates.append(
          PathFinder.Gate(
            node: Int(node), isLevel: true, cost: Float(abs(y - height)) * 0.8 + sideways,
            border: Point(border, y)))
      }
    }
    if isTable { return gates }
    let span = max(0, frame.width / 2 - 16)
    for (line, border) in [(around.top, frame.y), (around.bottom, frame.maxY)] where line >= 0 {
      for node in lattice.nodes(level: line, from: frame.midX - span, to: frame.midX + span) {
        let x = lattice.xs[Int(node)]
        gates.append(
          PathFinder.Gate(
            node: Int(node), isLevel: false, cost: Float(abs(x - frame.midX)) * 0.3 + 40 - sideways,
            border: Point(x, border)))
      }
    }
    return gates
  }

  private func way(_ found: (start: PathFinder.Gate, nodes: [Int], end: PathFinder.Gate), _ net: Int) -> Way {
    var points = [found.start.border]
    for node in found.nodes { points.append(Point(finder.lattice.xs[node], finder.lattice.ys[node])) }
    points.append(found.end.border)
    return Way(points: Self.corners(points), startsLevel: found.start.isLevel, net: net)
  }

  /// The points without those in the middle of a straight piece.
  static func corners(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for point in points {
      if result.last == point { continue }
      if result.count >= 2 {
        let a = result[result.count - 2]
        let b = result[result.count - 1]
        if (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y) { result.removeLast() }
      }
      result.append(point)
    }
    return result
  }

  /// A way for an edge that found none on the lattice: over the middle between the two cards, whatever stands there.
  private func straight(_ link: Int) -> Way {
    let ends = scene.links[link]
    let a = frames[ends.source.card]
    let b = frames[ends.target.card]
    let ya =
      !scene.cards[ends.source.card].rows.isEmpty ? Self.height(of: ends.source, scene, frames) : a.midY
    let yb =
      !scene.cards[ends.target.card].rows.isEmpty ? Self.height(of: ends.target, scene, frames) : b.midY
    if ends.source.card == ends.target.card {
      // Beside the card, to its right; a card without rows is left above and met below.
      let (from, to) = ya == yb ? (ya - 9, ya + 9) : (ya, yb)
      let side = a.maxX + 16
      return Way(
        points: [Point(a.maxX, from), Point(side, from), Point(side, to), Point(a.maxX, to)],
        startsLevel: true, net: nets[link])
    }
    let isRight = b.midX >= a.midX
    let start = Point(isRight ? a.maxX : a.x, ya)
    let end = Point(isRight ? b.x : b.maxX, yb)
    let middle = ((start.x + end.x) / 2).rounded()
    return Way(
      points: Self.corners([start, Point(middle, ya), Point(middle, yb), end]), startsLevel: true,
      net: nets[link])
  }
}
