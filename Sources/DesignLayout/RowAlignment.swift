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
    for link in scene.links where link.source.card != link.target.card {
      let (a, b) = (link.source.card, link.target.card)
      guard scene.cards[a].node.isTable, scene.cards[b].node.isTable, scene.homes[a] == scene.homes[b] else {
        continue
      }
      let step = Router.height(of: link.source, scene, frames) - Router.height(of: link.target, scene, frames)
      // Tables one above the other are joined at their sides anyway.
      let areBeside = frames[a].maxX < frames[b].x || frames[b].maxX < frames[a].x
      if !areBeside || abs(step) > reach || (isFixed[a] && isFixed[b]) { continue }
      let (mover, distance) = isFixed[b] || (!isFixed[a] && a > b) ? (a, -step) : (b, step)
      if isFixed[mover] { continue }
      let moved = frames[mover].moved(0, distance)
      let isBlocked = index.contains(where: moved.grown(gap)) { _, other in
        other != mover && frames[other].overlaps(moved.grown(gap - 0.5))
      }
      let fits = scene.homes[mover] == nil
      if distance != 0, isBlocked || !fits { continue }
      frames[mover] = moved
      isFixed[a] = true
      isFixed[b] = true
    }
    return frames
  }
}
