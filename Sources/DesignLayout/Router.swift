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

/// Routes the edges of placed cards along a grid, one after the other, each where the others leave it the best way.
struct Router {
  private let scene: Scene
  private let spacing: Spacing
  private let frames: [Rect]
  /// Whether edges prefer the left and right sides of cards.
  private let horizontal: Bool
  private var finder: PathFinder
  /// The place of each card's sides among the grid's lines.
  private let nets: [Int]

  init(_ scene: Scene, _ spacing: Spacing, frames: [Rect], groups: [Rect], titles: [Rect], horizontal: Bool) {
    self.scene = scene
    self.spacing = spacing
    self.frames = frames
    self.horizontal = horizontal
    var heights: [Double] = []
    for link in scene.links {
      for end in [link.source, link.target] where scene.cards[end.card].node.isTable {
        heights.append(Self.height(of: end, scene, frames))
      }
    }
    let grid = Grid(
      cards: frames, groups: groups, titles: titles, heights: heights, clearance: spacing.clearance,
      midlines: scene.kind != .erd)
    finder = PathFinder(grid)
    nets = Nets.assign(scene)
  }

  /// A way for each link, in their order. Every link has one.
  mutating func route() -> [Way] {
    var ways = [Way?](repeating: nil, count: scene.links.count)
    var nodes = [[Int]](repeating: [], count: scene.links.count)
    var members: [Int: [Int]] = [:]
    for (link, net) in nets.enumerated() { members[net, default: []].append(link) }
    let order = scene.links.indices.sorted { a, b in
      let (la, lb) = (distance(a), distance(b))
      return la != lb ? la < lb : a < b
    }
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
        let found = finder.path(
          from: gates(scene.links[link].source, link), to: gates(scene.links[link].target, link),
          sharing: !others.isEmpty)
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

  /// Where an edge may leave a card.
  private func gates(_ end: Scene.End, _ link: Int) -> [PathFinder.Gate] {
    let frame = frames[end.card]
    let grid = finder.grid
    var gates: [PathFinder.Gate] = []
    let left = Grid.from(grid.xs, frame.x - spacing.clearance - 0.001)
    let right = Grid.from(grid.xs, frame.maxX + spacing.clearance - 0.001)
    if scene.cards[end.card].node.isTable {
      let height = Self.height(of: end, scene, frames)
      let row = Grid.from(grid.ys, height - 0.001)
      gates.append(
        PathFinder.Gate(node: grid.node(left, row), isLevel: true, cost: 0, border: Point(frame.x, height)))
      gates.append(
        PathFinder.Gate(
          node: grid.node(right, row), isLevel: true, cost: 0, border: Point(frame.maxX, height)))
      return gates
    }
    let top = Grid.from(grid.ys, frame.y - spacing.clearance - 0.001)
    let bottom = Grid.from(grid.ys, frame.maxY + spacing.clearance - 0.001)
    let sideways: Float = horizontal ? 0 : 40
    for row in Grid.from(grid.ys, frame.y + 10)..<Grid.after(grid.ys, frame.maxY - 10) {
      let y = grid.ys[row]
      let cost = Float(abs(y - frame.midY)) * 0.8 + sideways
      gates.append(
        PathFinder.Gate(node: grid.node(left, row), isLevel: true, cost: cost, border: Point(frame.x, y)))
      gates.append(
        PathFinder.Gate(node: grid.node(right, row), isLevel: true, cost: cost, border: Point(frame.maxX, y)))
    }
    for column in Grid.from(grid.xs, frame.x + 16)..<Grid.after(grid.xs, frame.maxX - 16) {
      let x = grid.xs[column]
      let cost = Float(abs(x - frame.midX)) * 0.3 + 40 - sideways
      gates.append(
        PathFinder.Gate(node: grid.node(column, top), isLevel: false, cost: cost, border: Point(x, frame.y)))
      gates.append(
        PathFinder.Gate(
          node: grid.node(column, bottom), isLevel: false, cost: cost, border: Point(x, frame.maxY)))
    }
    return gates
  }

  private func way(_ found: (start: PathFinder.Gate, nodes: [Int], end: PathFinder.Gate), _ net: Int) -> Way {
    var points = [found.start.border]
    for node in found.nodes { points.append(finder.grid.point(node)) }
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

  /// A way for an edge that found none on the grid: over the middle between the two cards, whatever stands there.
  private func straight(_ link: Int) -> Way {
    let ends = scene.links[link]
    let a = frames[ends.source.card]
    let b = frames[ends.target.card]
    let ya = scene.cards[ends.source.card].node.isTable ? Self.height(of: ends.source, scene, frames) : a.midY
    let yb = scene.cards[ends.target.card].node.isTable ? Self.height(of: ends.target, scene, frames) : b.midY
    let isRight = b.midX >= a.midX
    let start = Point(isRight ? a.maxX : a.x, ya)
    let end = Point(isRight ? b.x : b.maxX, yb)
    let middle = ((start.x + end.x) / 2).rounded()
    return Way(
      points: Self.corners([start, Point(middle, ya), Point(middle, yb), end]), startsLevel: true,
      net: nets[link])
  }
}
