import DesignDiagram
import DesignLayout
import Testing

/// Labels that many lines bear are told once, in the legend.
@Suite struct CommonLabelTests {
  private func drawing(_ labels: [[String]]) throws -> Drawing {
    let nodes = (0...labels.count).map { Node(id: "n\($0)", glyph: .service, title: "Service \($0)") }
    let edges = labels.enumerated().map { number, labels in
      Edge(id: "e\(number)", from: "n\(number)", to: "n\(number + 1)", style: .call, labels: labels)
    }
    return try layout(
      Diagram(kind: .applications, title: "Chain", members: nodes.map { .node($0) }, edges: edges))
  }

  @Test func manyEqualLabelsAreToldByTheLegend() throws {
    let drawing = try drawing([[String]](repeating: ["calls · https"], count: 7) + [["calls · grpc"]])
    #expect(drawing.routes.compactMap(\.label).map { $0.lines.map(\.text) } == [["calls · grpc"]])
    #expect(drawing.legend.contains { $0.line.text == "calls and waits; no label: calls · https" })
  }

  @Test func aLineThatHasNoLabelKeepsTheOthersLabelled() throws {
    let drawing = try drawing([[String]](repeating: ["calls · https"], count: 7) + [[]])
    #expect(drawing.routes.compactMap(\.label).count == 7)
    #expect(drawing.legend.contains { $0.line.text == "calls and waits" })
  }
}
