import DesignDiagram

/// Places what hangs together in a small picture in one run of `dot`, which knows every edge when it orders the members of a
/// group. Large pictures would become far too wide.
struct Whole {
  let scene: Scene
  let spacing: Spacing
  let manner: Manner

  /// Whether a picture has the shape of a page.
  static func isPage(_ block: Block) -> Bool {
    (0.6...2.4).contains(block.size.width / max(1, block.size.height))
  }

  /// Whether a picture is small and has few enough edges: `dot` keeps room in every rank for each edge that passes through.
  static func suits(_ scene: Scene) -> Bool {
    scene.cards.count <= 80 && 2 * scene.links.count <= 5 * scene.cards.count
  }

  /// The room round each group that `dot` takes for its own, so that two of them stand apart.
  private static let moat = 8.0

  /// Everything, placed, with the corners in whole pixels; nil where `dot` made groups overlap.
  func placed() throws(LayoutError) -> Block? {
    let edges =
      Lifted.merged(
        scene.links.filter { $0.source.card != $0.target.card }.map { Lifted.directed($0, scene) }) + order()
    var blocks: [Block] = []
    for part in parts(edges) { blocks.append(try block(part, edges)) }
    let gap = scene.places.isEmpty ? spacing.gap : max(spacing.gap, 32)
    let whole = Packer.packed(blocks, gap: gap, aspect: manner.aspect)
    return isSound(whole) ? whole : nil
  }

  /// An edge to each zone that nothing ties to anything, from the one before it.
  private func order() -> [Graphviz.Edge] {
    scene.looseZones.compactMap { before, zone in
      guard let tail = scene.cards.indices.last(where: { scene.chain(scene.homes[$0]).contains(before) }),
        let head = scene.cards.indices.first(where: { scene.chain(scene.homes[$0]).contains(zone) })
      else { return nil }
      return Graphviz.Edge(tail: tail, head: head)
    }
  }

  /// The cards that hang together by edges and groups, in their order.
  private func parts(_ edges: [Graphviz.Edge]) -> [[Int]] {
    var parent = Array(scene.cards.indices)
    func root(_ card: Int) -> Int {
      var card = card
      while parent[card] != card { card = parent[card] }
      return card
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      parent[max(a, b)] = min(a, b)
    }
    var first: [Int: Int] = [:]
    for card in scene.cards.indices {
      guard let outermost = scene.chain(scene.homes[card]).last else { continue }
      join(first[outermost] ?? card, card)
      first[outermost] = first[outermost] ?? card
    }
    for edge in edges { join(edge.tail, edge.head) }
    var lists = [[Int]](repeating: [], count: scene.cards.count)
    for card in scene.cards.indices { lists[root(card)].append(card) }
    return lists.filter { !$0.isEmpty }
  }

  /// Some of the cards with the groups they stand in, from (0, 0).
  private func block(_ cards: [Int], _ edges: [Graphviz.Edge]) throws(LayoutError) -> Block {
    var slots = [Int](repeating: -1, count: scene.cards.count)
    for (slot, card) in cards.enumerated() { slots[card] = slot }
    let around = Set(cards.flatMap { scene.chain(scene.homes[$0]) })
    let places = scene.places.indices.filter(around.contains)
    var clusterOf: [Int: Int] = [:]
    for (cluster, place) in places.enumerated() { clusterOf[place] = cluster }
    // No box is narrower than one card, so a title that fits there in one line does so everywhere.
    let leastWidth = 2 * spacing.padding + scene.cards.reduce(Double.infinity) { min($0, $1.frame.width) }
    let (centres, boxes) = try Graphviz.positions(
      sizes: cards.map { Size(scene.cards[$0].frame.width, scene.cards[$0].frame.height) },
      homes: cards.map { scene.homes[$0].flatMap { clusterOf[$0] } },
      clusters: places.map { place in
        let title = GroupTitle(scene.places[place].group, width: leastWidth, scene.measures.text)
        return Graphviz.Cluster(
          parent: scene.places[place].parent.flatMap { clusterOf[$0] },
          title: Size(title.width + 2 * Self.moat, title.height - spacing.padding))
      },
      edges: edges.filter { slots[$0.tail] >= 0 && slots[$0.head] >= 0 }.map {
        Graphviz.Edge(tail: slots[$0.tail], head: slots[$0.head], weight: $0.weight)
      }, horizontal: horizontal, gap: spacing.gap, rankGap: rankGap, margin: spacing.padding + Self.moat)
    let frames = zip(cards, centres).map { card, centre in
      let size = scene.cards[card].frame
      return Rect(
        (centre.x - size.width / 2).rounded(), (centre.y - size.height / 2).rounded(), size.width, size.height
      )
    }
    let groups = boxes.map {
      let box = $0.grown(-Self.moat)
      return Rect(box.x.rounded(), box.y.rounded(), box.width.rounded(.up), box.height.rounded(.up))
    }
    let left = (frames + groups).reduce(Double.infinity) { min($0, $1.x) }
    let top = (frames + groups).reduce(Double.infinity) { min($0, $1.y) }
    var block = Block()
    block.cards = zip(cards, frames).map { ($0, $1.moved(-left, -top)) }
    block.groups = zip(places, groups).map { ($0, $1.moved(-left, -top)) }
    for frame in block.cards.map(\.frame) + block.groups.map(\.frame) {
      block.size = Size(max(block.size.width, frame.maxX), max(block.size.height, frame.maxY))
    }
    return block
  }

  private var horizontal: Bool { manner.horizontal }

  /// The distance of ranks, with room for labels between them.
  private var rankGap: Double {
    let labels = scene.links.map { Labels.measure($0.labels, scene.measures.text).size }
    let width = labels.reduce(0) { max($0, $1.width) }
    let height = labels.reduce(0) { max($0, $1.height) }
    return horizontal
      ? max(spacing.rankGap, min(width, 130) + 2 * spacing.clearance + 4)
      : max(spacing.rankGap, min(height, 60) + 2 * spacing.clearance + 8)
  }

  /// Whether every card and group lies in the group it stands in, and no other, and every group has room for its title.
  private func isSound(_ block: Block) -> Bool {
    for (number, (place, frame)) in block.groups.enumerated() {
      let title = GroupTitle(scene.places[place].group, width: frame.width, scene.measures.text)
      if title.width > frame.width { return false }
      for (card, other) in block.cards {
        let isInside = scene.chain(scene.homes[card]).contains(place)
        if isInside ? !frame.contains(other) : frame.overlaps(other) { return false }
      }
      for (second, other) in block.groups.dropFirst(number + 1) {
        let isInside = scene.chain(scene.places[second].parent).contains(place)
        if isInside ? !frame.contains(other) : frame.overlaps(other) { return false }
      }
    }
    return true
  }
}
