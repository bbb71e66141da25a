package import DesignDiagram

/// Places a diagram: measures its cards, lays them out with Graphviz, routes the edges and finds room for the labels.
///
/// The same diagram gives the same drawing on every machine. No edge whose ends are in the diagram is ever left out.
package func layout(_ diagram: Diagram) throws(LayoutError) -> Drawing {
  let scene = Scene(diagram)
  let spacing = Spacing(diagram.kind)
  return try place(scene, spacing, horizontal: true).drawing(diagram)
}

/// Places the scene with ranks in one direction.
private func place(_ scene: Scene, _ spacing: Spacing, horizontal: Bool) throws(LayoutError) -> Arrangement {
  let block = try Composer(scene, spacing, horizontal: horizontal, aspect: 1.5).compose()
  return Arrangement(scene, spacing, block, horizontal: horizontal)
}
