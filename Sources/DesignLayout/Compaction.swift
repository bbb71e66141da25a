import DesignDiagram

/// Draws cards and groups together along one axis, in the order they stand in, so that their edges become as short as they
/// can be.
///
/// `dot` keeps room in every rank for each edge that passes through it. Here edges find their own way round the boxes, so
/// that room would only stand empty. The shortest is found by `dot` itself: its ranks are the pixels of the axis.
struct Compaction {
  /// A direction to move in.
  enum Axis {
    /// From rank to rank.
    case along
    /// Within the ranks.
    case across
  }

  private let scene: Scene
  private let spacing: Spacing
  /// Whether boxes move up and down rather than left and right.
  private let upright: Bool
  /// The distance that boxes need not come below.
  private let room: Double

  private init(_ scene: Scene, _ spacing: Spacing, _ manner: Manner, _ axis: Axis) {
    self.scene = scene
    self.spacing = spacing
    upright = manner.horizontal == (axis == .across)
    room = axis == .along ? spacing.rankGap : max(spacing.gap, 32)
  }

  /// The share of the sheet that must become free: less is not worth lines that come closer.
  private static let leastSaving = 0.25

  /// A placement drawn together along an axis; nil where that saves little.
  static func worthwhile(
    _ block: Block, _ scene: Scene, _ spacing: Spacing, _ manner: Manner, _ axis: Axis
  ) throws(LayoutError) -> Block? {
    // Between so many lines, what is empty is needed.
    if scene.links.count > min(250, 3 * scene.cards.count) { return nil }
    let compaction = Compaction(scene, spacing, manner, axis)
    let length = compaction.extent(Rect(0, 0, block.size.width, block.size.height))
    let most = (1 - leastSaving) * length
    guard let closer = try compaction.compacted(block, most: most) else { return nil }
    return compaction.extent(Rect(0, 0, closer.size.width, closer.size.height)) > most ? nil : closer
  }

  /// The same with every box where its edges are shortest; nil where no placement is as short as asked for, which takes far
  /// less time to find out.
  private func compacted(_ block: Block, most: Double) throws(LayoutError) -> Block? {
    var system = System()
    let origin = system.variable()
    let cards = block.cards.map { card, frame in
      let place = system.variable()
      return (card: card, box: Box(frame: frame, low: place, high: place, extent: extent(frame)))
    }
    let groups = block.groups.map { place, frame in
      (place: place, box: Box(frame: frame, low: system.variable(), high: system.variable(), extent: 0))
    }
    var members: [Int?: [Box]] = [:]
    for (card, box) in cards { members[scene.homes[card], default: []].append(box) }
    for (place, box) in groups { members[scene.places[place].parent, default: []].append(box) }
    for box in keepOrder(members[nil] ?? [], &system).first { system.keep(origin, box.low, 0) }
    for (place, box) in groups {
      keepTogether(place, box, members[place] ?? [], &system)
    }
    let least = system.leastPlaces()
    if (cards.map(\.box) + groups.map(\.box)).contains(where: { least[$0.high] + $0.extent > most }) {
      return nil
    }
    pull(cards, &system)
    let places = try system.solved()
    func moved(_ box: Box) -> Rect {
      let low = places[box.low] - places[origin]
      let length = places[box.high] - places[box.low] + box.extent
      return upright
        ? Rect(box.frame.x, low, box.frame.width, length) : Rect(low, box.frame.y, length, box.frame.height)
    }
    var result = Block()
    result.cards = cards.map { ($0.card, moved($0.box)) }
    result.groups = groups.map { ($0.place, moved($0.box)) }
    for frame in result.cards.map(\.frame) + result.groups.map(\.frame) {
      result.size = Size(max(result.size.width, frame.maxX), max(result.size.height, frame.maxY))
    }
    return result
  }

  /// A card or a group: what stands for its lower end and, with what is fixed behind that, for its upper end.
  private struct Box {
    let frame: Rect
    let low: Int
    let high: Int
    let extent: Double
  }

  /// Cards of one group that begin at the same height, or at the same distance from the left.
  private struct Row: Hashable {
    let home: Int?
    let place: Double
  }

  /// Keeps a group round its members, as near to them as it was, with room for its title, and small.
  private func keepTogether(_ place: Int, _ group: Box, _ members: [Box], _ system: inout System) {
    let before = members.reduce(Double.infinity) { min($0, low($1.frame) - low(group.frame)) }
    let after = members.reduce(Double.infinity) { min($0, high(group.frame) - high($1.frame)) }
    let (first, last) = keepOrder(members, &system)
    for box in first { system.keep(group.low, box.low, before) }
    for box in last { system.keep(box.high, group.high, box.extent + after) }
    let title = GroupTitle(scene.places[place].group, width: group.frame.width, scene.measures.text)
    system.pull(group.low, group.high, upright ? 0 : title.width, weight: 1)
  }

  /// Draws the two ends of each edge in line, and keeps cards without edges that stood in line there.
  private func pull(_ cards: [(card: Int, box: Box)], _ system: inout System) {
    var boxes = [Box?](repeating: nil, count: scene.cards.count)
    for (card, box) in cards { boxes[card] = box }
    var isTied = [Bool](repeating: false, count: scene.cards.count)
    for link in scene.links {
      isTied[link.source.card] = true
      isTied[link.target.card] = true
    }
    var last: [Row: Box] = [:]
    for (card, box) in cards where !isTied[card] {
      let row = Row(home: scene.homes[card], place: low(box.frame))
      if let before = last[row] { system.align(before.low, box.low, 0, weight: 4) }
      last[row] = box
    }
    let edges = Lifted.merged(
      scene.links.filter { $0.source.card != $0.target.card }.map { Lifted.directed($0, scene) })
    for edge in edges {
      guard let tail = boxes[edge.tail], let head = boxes[edge.head] else { continue }
      system.align(tail.low, head.low, ((tail.extent - head.extent) / 2).rounded(), weight: 2 * edge.weight)
    }
  }

  /// Keeps those that stand in one another's way apart and in their order, and tells which have none before or behind them.
  private func keepOrder(_ boxes: [Box], _ system: inout System) -> (first: [Box], last: [Box]) {
    var first: [Box] = []
    var isLast: [Int: Bool] = [:]
    let sorted = boxes.sorted { low($0.frame) < low($1.frame) }
    for (index, box) in sorted.enumerated() {
      // Those before it, the nearest first; what stands before one of them that counts already needs no word of its own.
      var nearer: [Rect] = []
      for other in sorted[..<index].reversed() where isInTheWay(other.frame, box.frame) {
        if nearer.contains(where: { isInTheWay(other.frame, $0) && high(other.frame) <= low($0) }) {
          continue
        }
        nearer.append(other.frame)
        isLast[other.low] = false
        let distance = low(box.frame) - high(other.frame)
        system.keep(other.high, box.low, other.extent + max(0, min(distance, room)))
      }
      if nearer.isEmpty { first.append(box) }
    }
    return (first, boxes.filter { isLast[$0.low] ?? true })
  }

  /// Whether two boxes cannot pass each other.
  private func isInTheWay(_ a: Rect, _ b: Rect) -> Bool {
    upright
      ? a.x < b.maxX + spacing.gap && b.x < a.maxX + spacing.gap
      : a.y < b.maxY + spacing.gap && b.y < a.maxY + spacing.gap
  }

  private func low(_ frame: Rect) -> Double { upright ? frame.y : frame.x }

  private func high(_ frame: Rect) -> Double { upright ? frame.maxY : frame.maxX }

  private func extent(_ frame: Rect) -> Double { upright ? frame.height : frame.width }
}

/// Places on a line that keep distances and are near one another: the shortest, by `dot`'s network simplex.
private struct System {
  private var count = 0
  private var edges: [Graphviz.Edge] = []

  /// A new place.
  mutating func variable() -> Int {
    count += 1
    return count - 1
  }

  /// Keeps `b` at least so far behind `a`.
  mutating func keep(_ a: Int, _ b: Int, _ distance: Double) {
    edges.append(Graphviz.Edge(tail: a, head: b, weight: 0, length: Int(distance.rounded(.up))))
  }

  /// Keeps `b` behind `a`, and near.
  mutating func pull(_ a: Int, _ b: Int, _ distance: Double, weight: Int) {
    edges.append(Graphviz.Edge(tail: a, head: b, weight: weight, length: Int(distance.rounded(.up))))
  }

  /// Draws `b` to where it is so far behind `a`, or as far before.
  mutating func align(_ a: Int, _ b: Int, _ distance: Double, weight: Int) {
    let middle = variable()
    pull(middle, a, max(0, -distance), weight: weight)
    pull(middle, b, max(0, distance), weight: weight)
  }

  /// The places with everything as far in front as it can be.
  func leastPlaces() -> [Double] {
    var places = [Int](repeating: 0, count: count)
    var isChanged = true
    while isChanged {
      isChanged = false
      for edge in edges where places[edge.head] < places[edge.tail] + edge.length {
        places[edge.head] = places[edge.tail] + edge.length
        isChanged = true
      }
    }
    return places.map(Double.init)
  }

  /// The places with the shortest pulls.
  func solved() throws(LayoutError) -> [Double] {
    try Graphviz.ranks(count: count, edges: edges).map(Double.init)
  }
}
