package import DesignDiagram

/// Places a diagram: measures its cards, lays them out with Graphviz, routes the edges and finds room for the labels.
///
/// The same diagram gives the same drawing on every machine. No edge whose ends are in the diagram is ever left out.
package func layout(_ diagram: Diagram) throws(LayoutError) -> Drawing {
  let scene = Scene(diagram)
  let spacing = Spacing(diagram.kind)
  var best = try place(scene, spacing)
  // Where lines found no room, a second try gives them some; once more would cost more than it helps.
  if best.squeezed > 0, scene.links.count <= 250 {
    let wider = try place(scene, spacing.widened(1.4))
    if wider.squeezed < best.squeezed { best = wider }
  }
  return best.drawing(diagram)
}

/// The best placement of those that differ in direction and shape, with its edges routed.
private func place(_ scene: Scene, _ spacing: Spacing) throws(LayoutError) -> Arrangement {
  // Lines end at the left and right sides of tables, so their ranks always run from left to right.
  let directions = scene.kind == .erd ? [true] : [true, false]
  let aspects = scene.cards.count <= 120 ? [1.5, 1.0] : [1.4]
  var best: (block: Block, horizontal: Bool, cost: Double)?
  for horizontal in directions {
    for aspect in aspects {
      let block = try Composer(scene, spacing, horizontal: horizontal, aspect: aspect).compose()
      let cost = Cost.of(block, scene)
      if let best, cost >= 0.97 * best.cost { continue }
      best = (block, horizontal, cost)
    }
  }
  return Arrangement(scene, spacing, best?.block ?? Block(), horizontal: best?.horizontal ?? true)
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
