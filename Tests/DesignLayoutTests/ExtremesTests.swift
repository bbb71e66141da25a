import DesignDiagram
import DesignLayout
import DiagramSamples
import Testing

/// Graphs at the edge of what people draw.
@Suite struct ExtremesTests {
  private static func diagram(_ count: Int, _ edges: [(Int, Int)], label: String = "") -> Diagram {
    let nodes = (0..<count).map { Node(id: "n\($0)", glyph: .service, title: "Service \($0)") }
    let lines = edges.map { Edge.between("n\($0.0)", "n\($0.1)", .call, label) }
    return Diagram(kind: .applications, title: "Extreme", members: nodes.map { .node($0) }, edges: lines)
  }

  private static func nested(_ depth: Int) -> Member {
    depth == 0
      ? .node(Node(id: "core", glyph: .service, title: "Core"))
      : .group(Group(id: "g\(depth)", kind: .group, title: "Group \(depth)", members: [nested(depth - 1)]))
  }

  static let diagrams: [(String, Diagram)] = [
    ("one", diagram(1, [])),
    ("chain", diagram(40, (1..<40).map { ($0 - 1, $0) }, label: "calls · https")),
    ("star", diagram(80, (1..<80).map { (0, $0) })),
    ("ring", diagram(24, (0..<24).map { ($0, ($0 + 1) % 24) }, label: "next")),
    ("everyone with everyone", diagram(9, (0..<9).flatMap { a in (0..<a).map { (a, $0) } }, label: "calls")),
    ("alone", diagram(100, [])),
    ("both ways", diagram(2, [(0, 1), (1, 0), (0, 1), (1, 0), (0, 0), (1, 1)], label: "again")),
    ("deep", Diagram(kind: .deployment, title: "Deep", members: [nested(40)])),
  ]

  @Test(arguments: diagrams)
  func nothingOverlapsAndNothingIsLost(name: String, diagram: Diagram) throws {
    let drawing = try layout(diagram)
    let measures = Measures(drawing)
    #expect(measures.overlaps == 0)
    #expect(measures.throughCards == 0)
    #expect(measures.coveredLabels == 0)
    #expect(measures.lostLabels == 0)
    #expect(drawing.routes.count == diagram.edges.count)
    #expect((0.3...3.2).contains(measures.aspect), "\(measures)")
  }
}
