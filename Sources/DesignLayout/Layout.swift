package import DesignDiagram

/// Places a diagram: measures its cards, lays them out with Graphviz, routes the edges and finds room for the labels.
///
/// The same diagram gives the same drawing on every machine. No edge whose ends are in the diagram is ever left out.
package func layout(_ diagram: Diagram) throws(LayoutError) -> Drawing {
  let scene = Scene(diagram)
  let spacing = Spacing(diagram.kind)
  // Lines end at the left and right sides of tables, so their ranks always run from left to right.
  let directions = diagram.kind == .erd ? [true] : [true, false]
  var best: (block: Block, horizontal: Bool)?
  for horizontal in directions {
    let block = try Composer(scene, spacing, horizontal: horizontal, aspect: 1.5).compose()
    if let known = best, Cost.of(block, scene) >= 0.95 * Cost.of(known.block, scene) { continue }
    best = (block, horizontal)
  }
  let chosen = best ?? (Block(), true)
  return Arrangement(scene, spacing, chosen.block, horizontal: chosen.horizontal).drawing(diagram)
}

/// What speaks against a placement, before any edge is routed.
private enum Cost {
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
