import DesignDiagram

/// Moves tables up or down a little where that makes a relation straight.
enum RowAlignment {
  /// The farthest a table is moved.
  private static let reach = 40.0

  /// The cards' frames with some of them moved; each card takes part in one straightened relation at least as a fixed end.
  static func aligned(_ frames: [Rect], _ scene: Scene, gap: Double) -> [Rect] {
    var frames = frames
    var isFixed = [Bool](repeating: false, count: frames.count)
    var index = SpatialIndex()
    for (number, frame) in frames.enumerated() { index.insert(frame.grown(reach), tag: number) }
    let relations = scene.links.filter {
      let (a, b) = ($0.source.card, $0.target.card)
      return a != b && scene.cards[a].node.isTable && scene.cards[b].node.isTable
        && scene.homes[a] == scene.homes[b]
    }
    var relationsOf = [[Scene.Link]](repeating: [], count: frames.count)
    for link in relations {
      relationsOf[link.source.card].append(link)
      relationsOf[link.target.card].append(link)
    }
    /// How far the relations of a card are from being straight, all together.
    func steps(_ card: Int, _ frames: [Rect]) -> Double {
      relationsOf[card].reduce(0) { sum, link in
        areBeside(frames[link.source.card], frames[link.target.card])
          ? sum
            + abs(
              Router.height(of: link.source, scene, frames) - Router.height(of: link.target, scene, frames))
          : sum
      }
    }
    for link in relations {
      let (a, b) = (link.source.card, link.target.card)
      let step = Router.height(of: link.source, scene, frames) - Router.height(of: link.target, scene, frames)
      // Tables one above the other are joined at their sides anyway.
      if !areBeside(frames[a], frames[b]) || abs(step) > reach || (isFixed[a] && isFixed[b]) { continue }
      let (mover, distance) = isFixed[b] || (!isFixed[a] && a > b) ? (a, -step) : (b, step)
      if isFixed[mover] { continue }
      let moved = frames[mover].moved(0, distance)
      let isBlocked = index.contains(where: moved.grown(gap)) { _, other in
        other != mover && frames[other].overlaps(moved.grown(gap - 0.5))
      }
      let fits = scene.homes[mover] == nil
      if distance != 0, isBlocked || !fits { continue }
      var after = frames
      after[mover] = moved
      // Where as much is lost as is gained, a row of tables would only become a zigzag.
      if distance != 0, steps(mover, after) >= steps(mover, frames) { continue }
      frames = after
      isFixed[a] = true
      isFixed[b] = true
    }
    return frames
  }

  private static func areBeside(_ a: Rect, _ b: Rect) -> Bool { a.maxX < b.x || b.maxX < a.x }
}
