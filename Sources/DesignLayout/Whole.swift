import DesignDiagram

/// Places all cards and groups of a small picture in one run of `dot`, which knows every edge when it orders the members of
/// a group. Large pictures would become far too wide.
struct Whole {
  let scene: Scene
  let spacing: Spacing
  let horizontal: Bool

  /// The widths, for a height of one, with which a picture is a page.
  static let shapes = 0.6...2.4

  /// Whether a picture is small and has few enough edges: `dot` keeps room in every rank for each edge that passes through.
  static func suits(_ scene: Scene) -> Bool {
    scene.cards.count <= 80 && scene.links.count <= 2 * scene.cards.count
  }

  /// Everything, placed, with the corners in whole pixels; nil where `dot` made groups overlap.
  func placed() throws(LayoutError) -> Block? {
    let edges = Lifted.merged(
      scene.links.filter { $0.source.card != $0.target.card }.map { Lifted.directed($0, scene) })
    let titles = scene.places.map { GroupTitle($0.group, width: 240, scene.measures.text) }
    let labels = scene.links.map { Labels.measure($0.labels, scene.measures.text).size }
    let width = labels.reduce(0) { max($0, $1.width) }
    let height = labels.reduce(0) { max($0, $1.height) }
    let rankGap =
      horizontal
      ? max(spacing.rankGap, min(width, 130) + 2 * spacing.clearance + 4)
      : max(spacing.rankGap, min(height, 60) + 2 * spacing.clearance + 12)
    let (centres, frames) = try Graphviz.positions(
      sizes: scene.cards.map { Size($0.frame.width, $0.frame.height) }, homes: scene.homes,
      clusters: zip(scene.places, titles).map {
        Graphviz.Cluster(parent: $0.parent, title: Size($1.width, $1.height - spacing.padding))
      },
      edges: edges, horizontal: horizontal, gap: spacing.gap, rankGap: rankGap, margin: spacing.padding)
    var cards = zip(scene.cards, centres).map { card, centre in
      Rect(
        (centre.x - card.frame.width / 2).rounded(), (centre.y - card.frame.height / 2).rounded(),
        card.frame.width, card.frame.height)
    }
    var groups = frames.map {
      Rect($0.x.rounded(), $0.y.rounded(), $0.width.rounded(.up), $0.height.rounded(.up))
    }
    let left = (cards + groups).reduce(Double.infinity) { min($0, $1.x) }
    let top = (cards + groups).reduce(Double.infinity) { min($0, $1.y) }
    cards = cards.map { $0.moved(-left, -top) }
    groups = groups.map { $0.moved(-left, -top) }
    var block = Block()
    block.cards = cards.enumerated().map { ($0.offset, $0.element) }
    block.groups = groups.enumerated().map { ($0.offset, $0.element) }
    for frame in cards + groups {
      block.size = Size(max(block.size.width, frame.maxX), max(block.size.height, frame.maxY))
    }
    return isSound(cards, groups) ? block : nil
  }

  /// Whether every card and group lies in the group it stands in, and no other.
  private func isSound(_ cards: [Rect], _ groups: [Rect]) -> Bool {
    for (place, frame) in groups.enumerated() {
      for (card, other) in cards.enumerated() {
        let isInside = chain(scene.homes[card]).contains(place)
        if isInside ? !frame.contains(other) : frame.overlaps(other) { return false }
      }
      for (second, other) in groups.enumerated() where second > place {
        let isInside = chain(scene.places[second].parent).contains(place)
        if isInside ? !frame.contains(other) : frame.overlaps(other) { return false }
      }
    }
    return true
  }

  private func chain(_ place: Int?) -> [Int] {
    var chain: [Int] = []
    var next = place
    while let here = next {
      chain.append(here)
      next = scene.places[here].parent
    }
    return chain
  }
}
