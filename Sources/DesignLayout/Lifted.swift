import DesignDiagram

/// The edges of a scene as each level of groups sees them: between the members that hold their ends.
struct Lifted {
  /// Each card's rank in the whole picture without groups, the direction in which everything flows; empty where there are
  /// no groups.
  let flow: [Int]
  /// By place, the sheet last: pairs of children with the number of edges between them.
  private var pairs: [[Graphviz.Edge]]
  /// For each card and each place, whether an edge crosses the border of the group it stands in.
  private var cardLeaves: [Bool]
  private var placeLeaves: [Bool]
  /// By place, the sheet last: the room that the labels of its own edges want between two ranks.
  private var labelSizes: [Size]
  private var slotOfCard: [Int]
  private var slotOfPlace: [Int]

  init(_ scene: Scene) throws(LayoutError) {
    var edges: [Graphviz.Edge] = []
    if !scene.places.isEmpty {
      for link in scene.links where link.source.card != link.target.card {
        edges.append(Self.directed(link, scene))
      }
    }
    flow =
      scene.places.isEmpty ? [] : try Graphviz.ranks(count: scene.cards.count, edges: Self.merged(edges))
    let sheet = scene.places.count
    pairs = [[Graphviz.Edge]](repeating: [], count: sheet + 1)
    labelSizes = [Size](repeating: Size(0, 0), count: sheet + 1)
    cardLeaves = [Bool](repeating: false, count: scene.cards.count)
    placeLeaves = [Bool](repeating: false, count: scene.places.count)
    slotOfCard = [Int](repeating: 0, count: scene.cards.count)
    slotOfPlace = [Int](repeating: 0, count: scene.places.count)
    for items in scene.places.map(\.items) + [scene.top] {
      for (slot, item) in items.enumerated() {
        switch item {
        case .card(let card): slotOfCard[card] = slot
        case .group(let place): slotOfPlace[place] = slot
        }
      }
    }
    for link in scene.links where link.source.card != link.target.card {
      let edge = Self.directed(link, scene)
      var from = scene.chain(scene.homes[edge.tail])
      var to = scene.chain(scene.homes[edge.head])
      var common = sheet
      while let a = from.last, let b = to.last, a == b {
        common = a
        from.removeLast()
        to.removeLast()
      }
      if !link.labels.isEmpty {
        let size = Labels.measure(link.labels, scene.measures.text).size
        labelSizes[common].width = max(labelSizes[common].width, size.width)
        labelSizes[common].height = max(labelSizes[common].height, size.height)
      }
      let tail = from.last.map { slotOfPlace[$0] } ?? slotOfCard[edge.tail]
      let head = to.last.map { slotOfPlace[$0] } ?? slotOfCard[edge.head]
      // A replica stands beside its primary, not behind it.
      if link.edge.style != .replication { pairs[common].append(Graphviz.Edge(tail: tail, head: head)) }
      if !from.isEmpty { cardLeaves[edge.tail] = true }
      if !to.isEmpty { cardLeaves[edge.head] = true }
      for place in from.dropLast() + to.dropLast() { placeLeaves[place] = true }
    }
    for index in pairs.indices { pairs[index] = Self.merged(pairs[index]) }
  }

  /// The edges between the members of a group, or of the sheet for nil, by the members' places in its list.
  func edges(in place: Int?, _ scene: Scene) -> [Graphviz.Edge] { pairs[place ?? scene.places.count] }

  /// The largest label among the edges between the members of a group, or of the sheet for nil.
  func labelSize(in place: Int?, _ scene: Scene) -> Size { labelSizes[place ?? scene.places.count] }

  /// Whether an edge runs from inside the item to outside the group it stands in.
  func leaves(_ item: Scene.Item, of place: Int) -> Bool {
    switch item {
    case .card(let card): cardLeaves[card]
    case .group(let inner): placeLeaves[inner]
    }
  }

  /// An edge in the direction in which ranks run, down or to the right: from a referenced table to the one that refers to
  /// it, else from source to target; the other way round where arrows are to lead up or to the left.
  static func directed(_ link: Scene.Link, _ scene: Scene) -> Graphviz.Edge {
    let refersBack = [.relation, .copy, .reference].contains(link.edge.style)
    let runsBack = scene.direction == .up || scene.direction == .left
    return refersBack == runsBack
      ? Graphviz.Edge(tail: link.source.card, head: link.target.card)
      : Graphviz.Edge(tail: link.target.card, head: link.source.card)
  }

  /// Parallel edges as one of their weight, in the order of the first.
  static func merged(_ edges: [Graphviz.Edge]) -> [Graphviz.Edge] {
    var places: [Graphviz.Edge: Int] = [:]
    var result: [Graphviz.Edge] = []
    for edge in edges {
      if let place = places[edge] {
        result[place].weight = min(result[place].weight + 1, 8)
      } else {
        places[edge] = result.count
        result.append(edge)
      }
    }
    return result
  }
}
