import DesignDiagram
import DesignLayout
import Testing

/// Arrows lead where the diagram says.
@Suite struct DirectionTests {
  @Test(arguments: Diagram.Direction.allCases, [Edge.Style.call, .relation])
  func arrowsLeadThere(direction: Diagram.Direction, style: Edge.Style) throws {
    let nodes = ["a", "b", "c"].map { Member.node(Node(id: $0, glyph: .service, title: $0)) }
    let edges = [("a", "b"), ("b", "c")].map { Edge(id: "\($0)->\($1)", from: $0, to: $1, style: style) }
    let drawing = try layout(
      Diagram(kind: .applications, title: "T", members: nodes, edges: edges, direction: direction))
    for (from, to) in zip(drawing.cards, drawing.cards.dropFirst()) {
      // A table leads to those that refer to it.
      let (first, last) = style == .relation ? (to.frame, from.frame) : (from.frame, to.frame)
      switch direction {
      case .right: #expect(first.maxX < last.x)
      case .left: #expect(last.maxX < first.x)
      case .down: #expect(first.maxY < last.y)
      case .up: #expect(last.maxY < first.y)
      }
    }
  }
}
