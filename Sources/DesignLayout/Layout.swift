package import DesignDiagram

/// Places a diagram: measures its cards, lays them out with Graphviz, routes the edges and finds room for the labels.
///
/// The same diagram gives the same drawing on every machine. No edge whose ends are in the diagram is ever left out.
package func layout(_ diagram: Diagram, _ measures: LayoutMeasures = .standard) throws(LayoutError) -> Drawing
{
  let scene = Scene(diagram, measures)
  let spacing = Spacing(diagram.kind, measures)
  // Among so many lines the room between cards is needed from the start.
  let isLarge = scene.links.count > 110
  var best = try place(scene, isLarge ? spacing.widened(1.4) : spacing)
  // Where many lines found no room, the same is tried with more.
  for factor in isLarge ? [2] : [1.4, 2] where best.squeezed.count > 1 + scene.links.count / 15 {
    let roomier = best.drawnApart(spacing.widened(factor))
    if roomier.squeezed.count < best.squeezed.count { best = roomier }
  }
  return best.drawing(diagram)
}

/// The best placement of those that differ in direction and shape, with its edges routed.
private func place(_ scene: Scene, _ spacing: Spacing) throws(LayoutError) -> Arrangement {
  if Whole.suits(scene) {
    // The first that has the shape of a page, not the best: choices that hang by little turn over at small edits.
    var refused: [(block: Block, manner: Manner)] = []
    for manner in manners(scene) {
      guard let block = try Whole(scene: scene, spacing: spacing, manner: manner).placed() else { continue }
      if Whole.isPage(block) {
        let closer = try Compaction.worthwhile(block, scene, spacing, manner, .across) ?? block
        return Arrangement(scene, spacing, closer, horizontal: manner.horizontal)
      }
      refused.append((block, manner))
    }
    for (block, manner) in refused {
      if let closer = try Compaction.worthwhile(block, scene, spacing, manner, .across), Whole.isPage(closer)
      {
        return Arrangement(scene, spacing, closer, horizontal: manner.horizontal)
      }
    }
  }
  let lifted = try Lifted(scene)
  var tries: [(block: Block, horizontal: Bool, cost: Double)] = []
  for manner in manners(scene) {
    var block = try Composer(scene, lifted, spacing, manner).compose()
    for axis in [Compaction.Axis.across, .along] {
      block = try Compaction.worthwhile(block, scene, spacing, manner, axis) ?? block
    }
    // The usual shape stays unless another is clearly better: a picture that turns over at a small edit is a nuisance.
    tries.append((block, manner.horizontal, Cost.of(block, scene) * (tries.isEmpty ? 1 : 1.1)))
  }
  let least = tries.reduce(Double.infinity) { min($0, $1.cost) }
  // Only routing shows how many lines cross and bend; in large pictures it costs too much to route more than one try.
  let isSmall = scene.links.count <= 60
  var best: (arrangement: Arrangement, cost: Double)?
  for candidate in tries where candidate.cost <= least * (isSmall ? 1.2 : 1) {
    let arrangement = Arrangement(scene, spacing, candidate.block, horizontal: candidate.horizontal)
    let cost = candidate.cost + (isSmall ? Cost.of(arrangement.ways) : 0)
    if let best, cost >= best.cost { continue }
    best = (arrangement, cost)
  }
  return best?.arrangement ?? Arrangement(scene, spacing, Block(), horizontal: true)
}

/// A way to compose a picture.
struct Manner {
  /// Whether ranks run from left to right.
  var horizontal: Bool
  /// The wished width of the sheet for a height of one.
  var aspect: Double
  /// Whether members are drawn together along their ranks.
  var isSettled: Bool
  /// Whether a long row of ranks is broken into bands. Not where a direction is asked for: from one band to the next, lines
  /// lead back.
  var isBanded = true
}

/// The manners worth trying, the usual one first.
private func manners(_ scene: Scene) -> [Manner] {
  if let direction = scene.direction {
    let isLarge = scene.kind == .erd || scene.cards.count > 80
    return [
      Manner(
        horizontal: direction == .left || direction == .right, aspect: 1.3, isSettled: isLarge,
        isBanded: false)
    ]
  }
  // Lines end at the left and right sides of tables, so their ranks always run from left to right.
  if scene.kind == .erd { return [Manner(horizontal: true, aspect: 1.2, isSettled: true)] }
  // Drawn together, large pictures gain more in size than they lose by bends.
  if scene.cards.count > 80 {
    return [false, true].map { Manner(horizontal: $0, aspect: 1.4, isSettled: true) }
  }
  let manners = [
    Manner(horizontal: false, aspect: 1.5, isSettled: false),
    Manner(horizontal: true, aspect: 1, isSettled: false),
  ]
  // Where boxes stand in boxes, lines from above would have to cross one title after the other.
  let isNested = scene.kind == .deployment && scene.places.contains { $0.depth > 0 }
  return isNested ? manners.reversed() : manners
}

/// What speaks against an arrangement, in pixels of detour.
private enum Cost {
  /// What a crossing and a bend are worth.
  private static let crossing = 12.0
  private static let bend = 4.0

  /// The crossings and bends of routed edges.
  static func of(_ ways: [Way]) -> Double {
    var level: [(place: Double, low: Double, high: Double)] = []
    var upright = level
    var bends = 0
    for way in ways {
      bends += way.points.count - 2
      for (a, b) in zip(way.points, way.points.dropFirst()) {
        if a.y == b.y {
          level.append((a.y, min(a.x, b.x), max(a.x, b.x)))
        } else {
          upright.append((a.x, min(a.y, b.y), max(a.y, b.y)))
        }
      }
    }
    var crossings = 0
    for a in level {
      for b in upright where a.low < b.place && b.place < a.high && b.low < a.place && a.place < b.high {
        crossings += 1
      }
    }
    return Double(crossings) * crossing + Double(bends) * bend
  }

  /// The size, the shape and the distances of a placement, before any edge is routed.
  static func of(_ block: Block, _ scene: Scene) -> Double {
    var frames = [Rect](repeating: Rect(0, 0, 0, 0), count: scene.cards.count)
    for (card, frame) in block.cards { frames[card] = frame }
    var length = 0.0
    for link in scene.links {
      let (a, b) = (frames[link.source.card], frames[link.target.card])
      length += abs(a.midX - b.midX) + abs(a.midY - b.midY)
    }
    let area = max(1, block.size.width * block.size.height)
    let shape = block.size.width / max(1, block.size.height)
    let skew = shape > 2 ? shape / 2 : shape < 0.7 ? 0.7 / shape : 1
    return (area.squareRoot() + length / Double(max(1, scene.links.count))) * skew
  }
}
