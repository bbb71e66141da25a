import DesignDiagram
import DesignLayout
import DiagramSamples
import Testing

/// Figures that a change must not make worse without saying so: the most that each sample may have.
@Suite struct QualityTests {
  @Test(arguments: [
    ("shop", 6, 30), ("production", 8, 26), ("shop-tables", 2, 20), ("system-20", 24, 46),
    ("tickets", 260, 260),
  ])
  func crossingsAndBends(name: String, crossings: Int, bends: Int) throws {
    let sample = try #require(DiagramSample.all.first { $0.name == name })
    let measures = Measures(try layout(sample.diagram))
    #expect(measures.crossings <= crossings)
    #expect(measures.bends <= bends)
  }

  @Test(arguments: ["shop", "production", "shop-tables", "system-20"])
  func strangersDoNotShareLines(name: String) throws {
    let sample = try #require(DiagramSample.all.first { $0.name == name })
    #expect(Measures(try layout(sample.diagram)).sharedLength < 20)
  }

  @Test func manyEdgesIntoOneCardRunTogether() throws {
    let clients = (0..<20).map { Node(id: "client\($0)", glyph: .service, title: "Client \($0)") }
    let hub = Node(id: "hub", glyph: .gateway, title: "Hub")
    let drawing = try layout(
      Diagram(
        kind: .applications, title: "Hub", members: (clients + [hub]).map { .node($0) },
        edges: clients.map { Edge(id: $0.id, from: $0.id, to: "hub", style: .call) }))
    let ends = Set(drawing.routes.compactMap(\.points.last))
    #expect(ends.count <= 6)
    #expect(Measures(drawing).throughCards == 0)
  }

  @Test func aRowFarDownATallTableIsReached() throws {
    let rows = (0..<60).map { Row(id: "big.c\($0)", name: "column_\($0)", type: "text") }
    let big = Node(id: "big", glyph: .table, title: "big", rows: rows)
    let small = Node(
      id: "small", glyph: .table, title: "small", rows: [Row(id: "small.id", name: "id", type: "int")])
    let edge = Edge(
      id: "e", source: Edge.End("small", row: "small.id", marker: .zeroOrMany),
      target: Edge.End("big", row: "big.c55", marker: .one), style: .relation)
    let drawing = try layout(
      Diagram(kind: .erd, title: "Tall", members: [.node(big), .node(small)], edges: [edge]))
    let row = try #require(drawing.cards[0].rows.first { $0.row.id == "big.c55" })
    #expect(abs((drawing.routes[0].points.last?.y ?? 0) - row.frame.midY) <= 6)
  }

  @Test func parallelAndBackwardEdgesAreAllDrawn() throws {
    let nodes = ["a", "b"].map { Node(id: $0, glyph: .service, title: $0) }
    let edges = [("1", "a", "b"), ("2", "a", "b"), ("3", "b", "a"), ("4", "a", "a")].map {
      Edge(id: $0.0, from: $0.1, to: $0.2, style: .call, labels: [$0.0])
    }
    let drawing = try layout(
      Diagram(kind: .applications, title: "Pair", members: nodes.map { .node($0) }, edges: edges))
    #expect(drawing.routes.count == 4)
    #expect(Set(drawing.routes.map(\.points)).count == 4)
    #expect(Measures(drawing).coveredLabels == 0)
  }
}
