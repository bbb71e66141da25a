import DesignDiagram

/// Places cards and groups from the inside out: the members of each group are laid out by themselves, then the group is
/// one box among the members of the group round it.
///
/// Many small runs of `dot` cost far less than one large, and every level can be given the shape of a page.
struct Composer {
  let scene: Scene
  let spacing: Spacing
  let manner: Manner
  private let lifted: Lifted

  init(_ scene: Scene, _ lifted: Lifted, _ spacing: Spacing, _ manner: Manner) {
    self.scene = scene
    self.lifted = lifted
    self.spacing = spacing
    self.manner = manner
  }

  private var horizontal: Bool { manner.horizontal }

  /// Everything, placed.
  func compose() throws(LayoutError) -> Block { try block(of: scene.top, in: nil) }

  private func block(_ item: Scene.Item) throws(LayoutError) -> Block {
    switch item {
    case .card(let card):
      let frame = scene.cards[card].frame
      return Block(size: Size(frame.width, frame.height), cards: [(card, frame)])
    case .group(let place):
      let inner = try block(of: scene.places[place].items, in: place)
      let title = GroupTitle(
        scene.places[place].group, width: inner.size.width + 2 * spacing.padding, scene.measures.text)
      let offset = Point(spacing.padding, title.height)
      var outer = Block()
      let width = max(inner.size.width + 2 * spacing.padding, title.width)
      outer.groups = [(place, Rect(0, 0, width, title.height + inner.size.height + spacing.padding))]
      // A title wider than the members leaves them in the middle.
      outer.add(inner, at: Point(offset.x + ((width - inner.size.width) / 2 - offset.x).rounded(), offset.y))
      outer.size = Size(width, title.height + inner.size.height + spacing.padding)
      return outer
    }
  }

  private func block(of items: [Scene.Item], in place: Int?) throws(LayoutError) -> Block {
    var blocks: [Block] = []
    for item in items { blocks.append(try block(item)) }
    if items.count < 2 { return blocks.first ?? Block(size: Size(80, 20)) }
    let edges = inOrder(items, lifted.edges(in: place, scene))
    var parts: [Block] = []
    for component in components(items, edges, place) {
      if component.count == 1 {
        parts.append(blocks[component[0]])
      } else {
        parts.append(try ranked(component, items, blocks, edges, place))
      }
    }
    if parts.count == 1 { return parts[0] }
    let hasGroups = items.contains { if case .group = $0 { true } else { false } }
    let gap = hasGroups ? max(spacing.gap, 32) : spacing.gap
    return Packer.packed(parts, gap: gap, aspect: manner.aspect)
  }

  /// The edges, and one more to each zone that nothing ties to anything from the one before it.
  private func inOrder(_ items: [Scene.Item], _ edges: [Graphviz.Edge]) -> [Graphviz.Edge] {
    edges
      + scene.looseZones.compactMap { before, zone in
        guard let tail = items.firstIndex(of: .group(before)), let head = items.firstIndex(of: .group(zone))
        else { return nil }
        return Graphviz.Edge(tail: tail, head: head)
      }
  }

  /// The members that hang together, each list in the order of the text. Inside a group, what is tied to the outside
  /// hangs together too, since the flow of the whole picture orders it.
  private func components(_ items: [Scene.Item], _ edges: [Graphviz.Edge], _ place: Int?) -> [[Int]] {
    var parent = Array(items.indices)
    func root(_ item: Int) -> Int {
      var item = item
      while parent[item] != item { item = parent[item] }
      return item
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    for edge in edges { join(edge.tail, edge.head) }
    if let place {
      var first: Int?
      for (index, item) in items.enumerated() where lifted.leaves(item, of: place) {
        if let first { join(first, index) }
        first = first ?? index
      }
    }
    var lists: [Int: [Int]] = [:]
    for index in items.indices { lists[root(index), default: []].append(index) }
    return items.indices.compactMap { lists[$0] }
  }

  /// A component laid out in ranks by `dot`.
  private func ranked(
    _ component: [Int], _ items: [Scene.Item], _ blocks: [Block], _ edges: [Graphviz.Edge], _ place: Int?
  ) throws(LayoutError) -> Block {
    var local: [Int: Int] = [:]
    for (index, item) in component.enumerated() { local[item] = index }
    var inner: [Graphviz.Edge] = []
    for edge in edges {
      if let tail = local[edge.tail], let head = local[edge.head] {
        inner.append(Graphviz.Edge(tail: tail, head: head, weight: edge.weight))
      }
    }
    let members = component.map { items[$0] }
    let own = component.map { blocks[$0] }
    let label = lifted.labelSize(in: place, scene)
    let rankGap =
      horizontal
      ? max(spacing.rankGap, min(label.width, 130) + 2 * spacing.clearance + 4)
      : max(spacing.rankGap, min(label.height, 60) + 2 * spacing.clearance + 8)
    if component.count < Neighbourhoods.large {
      return try shaped(own, try ranks(members, inner), inner, rankGap)
    }
    // A large component is composed of its neighbourhoods as the picture is of its groups.
    let parts = Neighbourhoods.parts(component.count, inner)
    var partOf = [Int](repeating: 0, count: component.count)
    var slots = partOf
    for (part, list) in parts.enumerated() {
      for (slot, member) in list.enumerated() { (partOf[member], slots[member]) = (part, slot) }
    }
    var within = [[Graphviz.Edge]](repeating: [], count: parts.count)
    var between: [Graphviz.Edge] = []
    for edge in inner {
      let (a, b) = (partOf[edge.tail], partOf[edge.head])
      if a == b {
        within[a].append(Graphviz.Edge(tail: slots[edge.tail], head: slots[edge.head], weight: edge.weight))
      } else {
        between.append(Graphviz.Edge(tail: a, head: b))
      }
    }
    var whole: [Block] = []
    for (part, list) in parts.enumerated() {
      let ranks = try ranks(list.map { members[$0] }, within[part])
      whole.append(try shaped(list.map { own[$0] }, ranks, within[part], rankGap))
    }
    let merged = Lifted.merged(between)
    return try shaped(whole, Graphviz.ranks(count: parts.count, edges: merged), merged, rankGap)
  }

  /// Blocks in ranks, folded and broken into bands to the shape of a page.
  private func shaped(
    _ blocks: [Block], _ ranks: [Int], _ edges: [Graphviz.Edge], _ rankGap: Double
  ) throws(LayoutError) -> Block {
    let sizes = blocks.map(\.size)
    let shape = Ranks.Shape(horizontal: horizontal, gap: spacing.gap, rankGap: rankGap, aspect: manner.aspect)
    let (ranks, edges) = shape.folded(ranks, sizes, edges)
    var whole = Block()
    var next = 0.0
    for band in manner.isBanded ? shape.bands(ranks, sizes) : [Array(blocks.indices)] {
      let block = try self.band(band, blocks, edges, ranks, rankGap)
      whole.add(block, at: horizontal ? Point(0, next) : Point(next, 0))
      next += (horizontal ? block.size.height : block.size.width) + spacing.gap + 24
    }
    return whole
  }

  /// The blocks of one band, laid out by `dot`.
  private func band(
    _ members: [Int], _ blocks: [Block], _ edges: [Graphviz.Edge], _ ranks: [Int], _ rankGap: Double
  ) throws(LayoutError) -> Block {
    var slots = [Int](repeating: -1, count: blocks.count)
    for (slot, member) in members.enumerated() { slots[member] = slot }
    var inner: [Graphviz.Edge] = []
    for edge in edges where slots[edge.tail] >= 0 && slots[edge.head] >= 0 {
      let isForward = ranks[edge.head] >= ranks[edge.tail]
      inner.append(
        Graphviz.Edge(
          tail: slots[isForward ? edge.tail : edge.head], head: slots[isForward ? edge.head : edge.tail],
          weight: edge.weight))
    }
    let ranks = Ranks.dense(members.map { ranks[$0] })
    let sizes = members.map { blocks[$0].size }
    var centres = try Graphviz.positions(
      sizes: sizes, edges: inner, ranks: ranks, horizontal: horizontal, gap: spacing.gap, rankGap: rankGap)
    if manner.isSettled {
      centres = Settling(sizes, ranks, inner, horizontal: horizontal, gap: spacing.gap).settled(centres)
    }
    var corners = Ranks.aligned(centres, sizes, ranks, horizontal: horizontal)
    let areCards = members.map { blocks[$0].groups.isEmpty && blocks[$0].cards.count == 1 }
    if areCards.contains(false) {
      corners = Ranks.compacted(
        corners, sizes, ranks, inner, bound: areCards, horizontal: horizontal, gap: spacing.gap,
        rankGap: rankGap)
    }
    var whole = Block()
    for (slot, member) in members.enumerated() { whole.add(blocks[member], at: corners[slot]) }
    return whole
  }

  /// The ranks of a component: by its own edges; what has none in here stands beside the member that is nearest to it in
  /// the flow of the whole picture.
  private func ranks(_ items: [Scene.Item], _ edges: [Graphviz.Edge]) throws(LayoutError) -> [Int] {
    var ranks = try Graphviz.ranks(count: items.count, edges: edges)
    if lifted.flow.isEmpty { return ranks }
    let hints = items.map(hint)
    var tied = [Bool](repeating: false, count: items.count)
    for edge in edges {
      tied[edge.tail] = true
      tied[edge.head] = true
    }
    for index in items.indices where !tied[index] {
      var nearest: Int?
      for other in items.indices where tied[other] {
        if nearest.map({ abs(hints[other] - hints[index]) < abs(hints[$0] - hints[index]) }) ?? true {
          nearest = other
        }
      }
      ranks[index] = nearest.map { ranks[$0] } ?? 0
    }
    return ranks
  }

  /// The rank of an item's first card in the flow.
  private func hint(_ item: Scene.Item) -> Int {
    switch item {
    case .card(let card): lifted.flow[card]
    case .group(let place): scene.places[place].items.map(hint).min() ?? 0
    }
  }
}
