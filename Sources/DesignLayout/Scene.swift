import DesignDiagram

/// A diagram with numbers for names: cards and groups in arrays, edges between places in them.
struct Scene {
  /// A member of a group or of the sheet.
  enum Item: Hashable {
    case card(Int)
    case group(Int)
  }

  /// A group's place in the tree.
  struct Place {
    var group: Group
    var parent: Int?
    var depth: Int
    var items: [Item] = []
  }

  /// One end of an edge.
  struct End {
    var card: Int
    /// The place of the row among the card's rows.
    var row: Int?
  }

  /// An edge both of whose ends are in the diagram.
  struct Link {
    var edge: Edge
    var source: End
    var target: End
    /// What stands beside it: the edge's labels, but for one that the legend tells for many.
    var labels: [String]
  }

  var measures: LayoutMeasures
  var kind: Diagram.Kind
  var direction: Diagram.Direction?
  var cards: [Drawing.Card] = []
  /// The group each card stands in.
  var homes: [Int?] = []
  var places: [Place] = []
  var top: [Item] = []
  var links: [Link] = []
  let commonLabels: CommonLabels

  init(_ diagram: Diagram, _ measures: LayoutMeasures) {
    self.measures = measures
    kind = diagram.kind
    direction = diagram.direction
    commonLabels = CommonLabels(diagram.edges)
    var nodes: [Node] = []
    Self.collect(diagram.members, &nodes)
    let measure = (cards: CardMeasure(nodes, measures), tables: TableMeasure(measures))
    cards.reserveCapacity(nodes.count)
    var byID: [String: Int] = [:]
    top = add(diagram.members, nil, 0, measure, &byID)
    var rowsByID: [Int: [String: Int]] = [:]
    for edge in diagram.edges {
      guard let source = byID[edge.source.node], let target = byID[edge.target.node] else { continue }
      links.append(
        Link(
          edge: edge, source: End(card: source, row: row(edge.source.row, source, &rowsByID)),
          target: End(card: target, row: row(edge.target.row, target, &rowsByID)),
          labels: commonLabels.shown(edge)))
    }
  }

  /// Zones and regions without an edge to anything outside, each with the one of its kind before it: what is the same once
  /// more stands in the same row.
  var looseZones: [(before: Int, zone: Int)] {
    guard kind == .deployment else { return [] }
    var isTied = [Bool](repeating: false, count: places.count)
    for link in links {
      let (source, target) = (chain(homes[link.source.card]), chain(homes[link.target.card]))
      for place in source where !target.contains(place) { isTied[place] = true }
      for place in target where !source.contains(place) { isTied[place] = true }
    }
    var pairs: [(before: Int, zone: Int)] = []
    for zone in places.indices where places[zone].group.kind == .zone || places[zone].group.kind == .region {
      let before = places[..<zone].lastIndex {
        $0.parent == places[zone].parent && $0.group.kind == places[zone].group.kind
      }
      if let before, !isTied[zone] { pairs.append((before, zone)) }
    }
    return pairs
  }

  /// A group and those round it, the innermost first; none for nil.
  func chain(_ place: Int?) -> [Int] {
    var chain: [Int] = []
    var next = place
    while let here = next {
      chain.append(here)
      next = places[here].parent
    }
    return chain
  }

  private static func collect(_ members: [Member], _ nodes: inout [Node]) {
    for member in members {
      switch member {
      case .node(let node): nodes.append(node)
      case .group(let group): collect(group.members, &nodes)
      }
    }
  }

  private mutating func add(
    _ members: [Member], _ parent: Int?, _ depth: Int, _ measure: (cards: CardMeasure, tables: TableMeasure),
    _ byID: inout [String: Int]
  ) -> [Item] {
    var items: [Item] = []
    for member in members {
      switch member {
      case .node(let node):
        if byID[node.id] == nil { byID[node.id] = cards.count }
        items.append(.card(cards.count))
        cards.append(node.isTable ? measure.tables.card(node) : measure.cards.card(node))
        homes.append(parent)
      case .group(let group):
        let place = places.count
        items.append(.group(place))
        var bare = group
        bare.members = []
        places.append(Place(group: bare, parent: parent, depth: depth))
        places[place].items = add(group.members, place, depth + 1, measure, &byID)
      }
    }
    return items
  }

  private func row(_ id: String?, _ card: Int, _ cache: inout [Int: [String: Int]]) -> Int? {
    guard let id else { return nil }
    if cache[card] == nil {
      cache[card] = Dictionary(
        cards[card].node.rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return cache[card]?[id]
  }
}
