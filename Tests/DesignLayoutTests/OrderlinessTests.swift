import DesignDiagram
import DesignLayout
import Testing

/// What makes a picture look laid out by hand.
@Suite struct OrderlinessTests {
  private func card(_ id: String) -> Member { .node(Node(id: id, glyph: .service, title: id)) }

  private func call(_ from: String, _ to: String, _ labels: [String] = []) -> Edge {
    Edge(id: "\(from)->\(to)", from: from, to: to, style: .call, labels: labels)
  }

  private func frames(_ drawing: Drawing) -> [String: Rect] {
    Dictionary(drawing.cards.map { ($0.node.id, $0.frame) }, uniquingKeysWith: { first, _ in first })
  }

  private func table(_ number: Int) -> Member {
    .node(
      Node(
        id: "t\(number)", glyph: .table, title: "t\(number)",
        rows: [Row(id: "t\(number).id", name: "id"), Row(id: "t\(number).before", name: "before")]))
  }

  private func relation(_ from: String, _ to: String, _ one: Edge.Marker = .one) -> Edge {
    Edge(
      id: "\(from)->\(to)",
      source: Edge.End(String(from.prefix { $0 != "." }), row: from, marker: .zeroOrMany),
      target: Edge.End(String(to.prefix { $0 != "." }), row: to, marker: one), style: .relation)
  }

  @Test func cardsThatNothingTiesStandInRowsBeneathTheRest() throws {
    let loose = (0..<4).map { card("loose\($0)") }
    let tied = (0..<5).map { card("tied\($0)") }
    let members = [loose[0], tied[0], loose[1], tied[1], tied[2], loose[2], tied[3], tied[4], loose[3]]
    let frames = frames(
      try layout(
        Diagram(
          kind: .applications, title: "Some", members: members,
          edges: (1..<5).map { call("tied\($0 / 2)", "tied\($0)") } + [call("tied0", "tied4")])))
    let tops = Set((0..<4).compactMap { frames["loose\($0)"]?.y })
    let lowest = (0..<5).compactMap { frames["tied\($0)"]?.maxY }.max() ?? .infinity
    #expect(tops.count < 3 && tops.allSatisfy { $0 > lowest })
  }

  @Test func aChainOfEqualTablesIsNoZigzag() throws {
    let drawing = try layout(
      Diagram(
        kind: .erd, title: "Chain", members: (0..<4).map(table),
        edges: (1..<4).map { relation("t\($0).before", "t\($0 - 1).id") }, direction: .right))
    // The last may be moved to make its only relation straight.
    #expect(Set(drawing.cards.prefix(3).map(\.frame.y)).count == 1)
  }

  @Test func signsOfDifferentKindsAtOneColumnStandApart() throws {
    let drawing = try layout(
      Diagram(
        kind: .erd, title: "Film", members: [table(0), table(1)],
        edges: [relation("t1.id", "t0.id"), relation("t1.before", "t0.id", .zeroOrOne)]))
    let heights = drawing.routes.compactMap { $0.points.last?.y }
    #expect(heights.count == 2 && abs(heights[0] - heights[1]) > 10, "\(heights)")
  }

  @Test func zonesStandInOneRow() throws {
    func zone(_ name: String) -> Member {
      .group(Group(id: name, kind: .zone, title: name, members: [card("\(name)1"), card("\(name)2")]))
    }
    let drawing = try layout(
      Diagram(
        kind: .deployment, title: "Production",
        members: [
          .group(
            Group(
              id: "region", kind: .region, title: "region",
              members: [
                .group(
                  Group(id: "apps", kind: .cluster, title: "apps", members: (0..<6).map { card("app\($0)") }))
              ]
                + ["a", "b", "c"].map(zone)))
        ],
        edges: (0..<6).map { call("app\($0)", "a\($0 % 2 + 1)") } + [call("app1", "b1")]))
    let boxes = drawing.groups.filter { $0.group.kind == .zone }.map(\.frame)
    let areInLine =
      Set(boxes.map { $0.midX.rounded() }).count == 1 || Set(boxes.map { $0.x.rounded() }).count == 1
      || boxes[1].y < boxes[2].maxY && boxes[2].y < boxes[1].maxY
    #expect(boxes.count == 3 && areInLine)
  }

  @Test func linesKeepOffTheBordersTheyRunAlong() throws {
    for diagram in [Diagram.shop, .tickets] {
      let drawing = try layout(diagram)
      let sides = drawing.groups.flatMap(\.frame.borders)
      for route in drawing.routes {
        for (a, b) in zip(route.points, route.points.dropFirst()) {
          let on = sides.filter { side in
            a.x == b.x && side.width == 0
              ? abs(side.x - a.x) < 1 && min(side.maxY, max(a.y, b.y)) - max(side.y, min(a.y, b.y)) > 20
              : a.y == b.y && side.height == 0
                && abs(side.y - a.y) < 1 && min(side.maxX, max(a.x, b.x)) - max(side.x, min(a.x, b.x)) > 20
          }
          #expect(on.isEmpty, "\(route.edge.id)")
        }
      }
    }
  }

  @Test func theLegendShowsTheArrowheadsOfRelations() throws {
    func signs(_ marker: Edge.Marker) throws -> [Drawing.LegendEntry.Sign] {
      try layout(
        Diagram(
          kind: .erd, title: "Two", members: [table(0), table(1)],
          edges: [
            Edge(id: "e", source: Edge.End("t0"), target: Edge.End("t1", marker: marker), style: .relation)
          ])
      ).legend.map(\.sign)
    }
    #expect(try signs(.arrow).contains(.edge(.relation, .arrow)))
    #expect(try signs(.one).contains(.edge(.relation, .none)))
  }
}
