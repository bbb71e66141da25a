import DesignDiagram
import DesignLayout
import DiagramSamples
import Testing

/// What must hold for every sequence, whatever happens in it.
@Suite struct SequenceTests {
  @Test(arguments: SequenceSample.all)
  func everyMessageRunsBetweenItsLifelines(sample: SequenceSample) throws {
    let drawing = layout(sample.sequence)
    let known = Set(sample.sequence.participants.map(\.id))
    let wanted = messages(sample.sequence.steps).filter {
      known.contains($0.source.node) && known.contains($0.target.node)
    }
    #expect(drawing.messages.map(\.route.edge) == wanted)
    #expect(drawing.heads.map(\.node) == sample.sequence.participants)
    let places = Dictionary(uniqueKeysWithValues: zip(drawing.heads.map(\.node.id), drawing.lifelines))
    var y = 0.0
    for (index, message) in drawing.messages.enumerated() {
      let first = try #require(message.route.points.first)
      let last = try #require(message.route.points.last)
      #expect(first.x == places[message.route.edge.source.node]?.top.x)
      #expect(last.x == places[message.route.edge.target.node]?.top.x)
      #expect(y < first.y && first.y <= last.y, "\(message.route.edge.id) stands above what comes before it")
      #expect(message.number.line.text == "\(index + 1)")
      y = last.y
    }
    for lifeline in drawing.lifelines { #expect(y < lifeline.bottom) }
  }

  @Test(arguments: SequenceSample.all)
  func nothingCoversAnything(sample: SequenceSample) {
    let drawing = layout(sample.sequence)
    let texts =
      drawing.messages.compactMap(\.route.label) + drawing.notes + drawing.fragments.flatMap(\.conditions)
    let blocks =
      texts.map(\.frame) + drawing.fragments.map(\.tab) + drawing.messages.map(\.number.frame)
      + (drawing.heads + drawing.feet).map(\.frame)
    for (index, block) in blocks.enumerated() {
      for other in blocks.dropFirst(index + 1) { #expect(!block.overlaps(other), "\(block) and \(other)") }
    }
    for (index, fragment) in drawing.fragments.enumerated() {
      for other in drawing.fragments.dropFirst(index + 1) {
        #expect(!fragment.frame.overlaps(other.frame) || fragment.frame.contains(other.frame))
      }
      for text in texts where fragment.frame.overlaps(text.frame) {
        #expect(fragment.frame.contains(text.frame))
      }
    }
    for message in drawing.messages {
      guard let label = message.route.label else { continue }
      let crosses = drawing.lifelines.contains { label.frame.x < $0.top.x && $0.top.x < label.frame.maxX }
      #expect(message.coversLifeline == crosses)
      for other in drawing.messages {
        for (a, b) in zip(other.route.points, other.route.points.dropFirst()) {
          let line = Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)).grown(0.5)
          #expect(!label.frame.overlaps(line), "\(message.route.edge.id) under \(other.route.edge.id)")
        }
      }
    }
  }

  @Test(
    arguments: SequenceSample.all,
    [
      LayoutMeasures.standard, .init(typeface: .dejavu, density: .compact),
      .init(typeface: .times, density: .roomy), .init(typeface: .monospace, density: .compact),
    ])
  func everyTextStaysInItsBox(sample: SequenceSample, measures: LayoutMeasures) {
    let drawing = layout(sample.sequence, measures)
    let metrics = measures.text
    let sheet = Rect(0, 0, drawing.size.width, drawing.size.height)
    for card in drawing.heads + drawing.feet {
      #expect(sheet.contains(card.frame))
      for line in card.lines { #expect(card.frame.contains(line.frame(metrics)), "\(line.text)") }
      for badge in card.badges { #expect(card.frame.contains(badge.frame)) }
    }
    let labels =
      drawing.messages.compactMap(\.route.label) + drawing.notes + drawing.fragments.flatMap(\.conditions)
    for label in labels {
      #expect(sheet.contains(label.frame))
      for line in label.lines { #expect(label.frame.contains(line.frame(metrics)), "\(line.text)") }
    }
    for fragment in drawing.fragments {
      #expect(sheet.contains(fragment.frame))
      #expect(fragment.tab.contains(fragment.title.frame(metrics)))
    }
    for message in drawing.messages {
      #expect(message.number.frame.contains(message.number.line.frame(metrics)))
    }
    for line in drawing.heading + drawing.legend.map(\.line) { #expect(sheet.contains(line.frame(metrics))) }
  }

  /// The heads stand again under a picture that does not fit a screen, and only there.
  @Test func tallPicturesRepeatTheHeads() throws {
    let samples = Dictionary(uniqueKeysWithValues: SequenceSample.all.map { ($0.name, $0.sequence) })
    #expect(layout(try #require(samples["sequence-small"])).feet.isEmpty)
    let tall = layout(try #require(samples["sequence-nested"]))
    #expect(tall.feet.map(\.node) == tall.heads.map(\.node))
  }

  /// A step more at the end moves nothing before it.
  @Test func oneMoreStepMovesNothing() throws {
    let sample = try #require(SequenceSample.all.first { $0.name == "sequence-small" }).sequence
    var longer = sample
    longer.steps.append(
      .message(Edge(id: "m4", from: "web", to: "customer", style: .reply, labels: ["Welcome"])))
    #expect(layout(longer).heads == layout(sample).heads)
    #expect(layout(longer).messages.dropLast() == layout(sample).messages[...])
  }

  private func messages(_ steps: [SequenceDiagram.Step]) -> [Edge] {
    steps.flatMap { step in
      switch step {
      case .message(let edge): [edge]
      case .fragment(let fragment): fragment.sections.flatMap { messages($0.steps) }
      case .note: [Edge]()
      }
    }
  }
}
