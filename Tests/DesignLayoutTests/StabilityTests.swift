import DesignDiagram
import DesignLayout
import DiagramSamples
import Testing

/// A small edit moves little: what a picture looks like after one more card, measured over every place to put it.
@Suite struct StabilityTests {
  @Test(arguments: [("shop", 85.0), ("shop-tables", 140.0), ("system-20", 160.0)])
  func oneMoreCardMovesTheOthersLittle(name: String, most: Double) throws {
    let sample = try #require(DiagramSample.all.first { $0.name == name })
    let before = try layout(sample.diagram)
    var shifts: [Double] = []
    for card in before.cards {
      var larger = sample.diagram
      let isTable = card.node.isTable
      larger.members = add(after: card.node.id, isTable, larger.members)
      larger.edges.append(
        Edge(id: "added", from: card.node.id, to: "added", style: isTable ? .relation : .call))
      shifts.append(meanShift(before, try layout(larger)))
    }
    let mean = shifts.reduce(0, +) / Double(shifts.count)
    #expect(mean <= most, "\(Int(mean)) px")
  }

  private func add(after id: String, _ isTable: Bool, _ members: [Member]) -> [Member] {
    members.flatMap { member -> [Member] in
      switch member {
      case .node(let node) where node.id == id:
        return [member, .node(Node(id: "added", glyph: isTable ? .table : .service, title: "Added"))]
      case .node: return [member]
      case .group(var group):
        group.members = add(after: id, isTable, group.members)
        return [.group(group)]
      }
    }
  }

  /// How far the cards of the first drawing are in the second, on average, from where they were, whole sheets aside.
  private func meanShift(_ before: Drawing, _ after: Drawing) -> Double {
    let places = Dictionary(
      after.cards.map { ($0.node.id, $0.frame) }, uniquingKeysWith: { first, _ in first })
    let steps = before.cards.compactMap { card in
      places[card.node.id].map { Point($0.midX - card.frame.midX, $0.midY - card.frame.midY) }
    }
    // The sheet as a whole may slide: its median step does not count.
    let dx = steps.map(\.x).sorted()[steps.count / 2]
    let dy = steps.map(\.y).sorted()[steps.count / 2]
    return steps.reduce(0) { $0 + abs($1.x - dx) + abs($1.y - dy) } / Double(steps.count)
  }
}
