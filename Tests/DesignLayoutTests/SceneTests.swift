import DesignDiagram
import DesignLayout
import DiagramSamples
import Testing

/// What must hold for every picture, whatever it shows.
@Suite struct SceneTests {
  static let samples = DiagramSample.all.filter { !$0.name.hasSuffix("500") }

  /// Each sample laid out once for all tests.
  static let drawings = Result {
    try Dictionary(uniqueKeysWithValues: samples.map { ($0.name, try layout($0.diagram)) })
  }

  private func drawing(_ sample: DiagramSample) throws -> Drawing {
    try #require(try Self.drawings.get()[sample.name])
  }

  @Test(arguments: samples)
  func nothingOverlapsAndNothingIsLost(sample: DiagramSample) throws {
    let drawing = try drawing(sample)
    let measures = Measures(drawing)
    #expect(measures.overlaps == 0)
    #expect(measures.throughCards == 0)
    #expect(measures.coveredLabels == 0)
    #expect(measures.lostLabels == 0)
    #expect(drawing.routes.map(\.edge) == sample.diagram.edges)
    #expect(drawing.cards.map(\.node) == nodes(sample.diagram.members))
  }

  @Test(arguments: samples)
  func everyTextStaysInItsBox(sample: DiagramSample) throws {
    try expectTextsInBoxes(try drawing(sample))
  }

  /// Other fonts are wider or narrower, and other densities leave less room.
  @Test(
    arguments: samples.filter { !$0.name.hasSuffix("100") },
    [
      LayoutMeasures(typeface: .dejavu, density: .compact), .init(typeface: .times, density: .roomy),
      .init(typeface: .monospace, density: .compact),
    ])
  func everyTextStaysInItsBox(sample: DiagramSample, measures: LayoutMeasures) throws {
    try expectTextsInBoxes(try layout(sample.diagram, measures))
  }

  private func expectTextsInBoxes(_ drawing: Drawing) throws {
    let metrics = drawing.measures.text
    let sheet = Rect(0, 0, drawing.size.width, drawing.size.height)
    for card in drawing.cards {
      #expect(sheet.contains(card.frame))
      for line in card.lines {
        #expect(card.frame.contains(line.frame(metrics)), "\(card.node.id): \(line.text)")
      }
      for badge in card.badges {
        #expect(card.frame.contains(badge.frame))
        #expect(badge.frame.contains(badge.line.frame(metrics)))
      }
      for row in card.rows {
        #expect(card.frame.contains(row.frame))
        for line in row.lines {
          #expect(row.frame.contains(line.frame(metrics)), "\(row.row.id): \(line.text)")
        }
        for icon in row.keys + row.marks { #expect(row.frame.contains(icon)) }
        #expect(!row.lines[0].frame(metrics).overlaps(row.lines[1].frame(metrics)))
      }
    }
    for box in drawing.groups {
      #expect(sheet.contains(box.frame))
      for line in box.lines {
        #expect(box.frame.contains(line.frame(metrics)), "\(box.group.id): \(line.text)")
      }
    }
    for route in drawing.routes {
      for point in route.points { #expect(sheet.contains(Rect(point.x, point.y, 0, 0))) }
      if let label = route.label {
        #expect(sheet.contains(label.frame))
        for line in label.lines { #expect(label.frame.contains(line.frame(metrics))) }
      }
    }
    for line in drawing.heading + drawing.legend.map(\.line) { #expect(sheet.contains(line.frame(metrics))) }
  }

  @Test(arguments: samples)
  func linesStartAndEndAtTheirCards(sample: DiagramSample) throws {
    let drawing = try drawing(sample)
    let cards = Dictionary(drawing.cards.map { ($0.node.id, $0) }, uniquingKeysWith: { first, _ in first })
    for route in drawing.routes {
      let first = try #require(route.points.first)
      let last = try #require(route.points.last)
      for (point, end) in [(first, route.edge.source), (last, route.edge.target)] {
        let card = try #require(cards[end.node])
        #expect(isOnBorder(point, card.frame), "\(route.edge.id)")
        guard let id = end.row else { continue }
        let row = try #require(card.rows.first { $0.row.id == id })
        #expect(abs(point.y - row.frame.midY) <= 7, "\(route.edge.id) ends beside its row")
      }
      for (a, b) in zip(route.points, route.points.dropFirst()) {
        #expect((a.x == b.x) != (a.y == b.y), "\(route.edge.id) has a slanted or empty piece")
      }
    }
  }

  @Test(arguments: samples.filter { $0.name != "empty" })
  func sheetsHaveTheShapeOfAPage(sample: DiagramSample) throws {
    let measures = Measures(try drawing(sample))
    #expect((0.5...2.5).contains(measures.aspect))
  }

  @Test(arguments: samples.filter { !$0.name.hasSuffix("100") })
  func theSameDiagramGivesTheSameDrawing(sample: DiagramSample) throws {
    #expect(try layout(sample.diagram) == drawing(sample))
  }

  private func isOnBorder(_ point: Point, _ frame: Rect) -> Bool {
    let isBeside =
      (point.x == frame.x || point.x == frame.maxX) && frame.y <= point.y && point.y <= frame.maxY
    let isAbove = (point.y == frame.y || point.y == frame.maxY) && frame.x <= point.x && point.x <= frame.maxX
    return isBeside || isAbove
  }

  private func nodes(_ members: [Member]) -> [Node] {
    members.flatMap { member in
      switch member {
      case .node(let node): [node]
      case .group(let group): nodes(group.members)
      }
    }
  }
}
