import DesignDiagram
import DesignLayout
import DiagramSamples
import Testing

@testable import DesignPaint

/// Pictures of characters: nothing is lost, nothing lies on anything else.
@Suite struct TextTests {
  /// How often each line of text is in a scene, and in what was drawn of it.
  private func expectAll(of scene: TextScene, _ drawn: [UInt8]) {
    let text = String(decoding: drawn, as: UTF8.self)
    var wanted: [String: Int] = [:]
    for box in scene.boxes {
      for line in box.lines + box.rows.flatMap({ [$0.name, $0.type] }) { wanted[line, default: 0] += 1 }
    }
    for words in scene.words { for line in words.lines { wanted[line, default: 0] += 1 } }
    for (line, count) in wanted where line.contains(where: { $0 != " " }) {
      #expect(text.split(separator: line, omittingEmptySubsequences: false).count > count, "\(line)")
    }
    for line in text.split(separator: "\n") { #expect(line.last != " ") }
    #expect(text.last == "\n" && text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test(arguments: DiagramSample.all.filter { !$0.name.hasSuffix("500") })
  func nothingIsLost(sample: DiagramSample) throws {
    let drawing = try layout(sample.diagram)
    let drawn = paintText(drawing)
    expectAll(of: TextScene(drawing, []), drawn)
    #expect(drawn == paintText(drawing))
    // Each arrow has its head, even where many lines meet at it.
    let heads = Set("▶▷◀◁▼▽▲△")
    let arrows = Set(
      drawing.routes.filter { $0.edge.target.marker == .arrow }.compactMap(\.points.last))
    let shown = String(decoding: drawn, as: UTF8.self).count { heads.contains($0) }
    #expect(shown * 10 >= arrows.count * 9, "\(shown) heads of \(arrows.count) arrows")
  }

  @Test(arguments: SequenceSample.all)
  func nothingIsLost(sample: SequenceSample) {
    let drawing = layout(sample.sequence)
    expectAll(of: TextScene(drawing, []), paintText(drawing))
  }

  @Test func signsStandAtWhatTheyArePinnedTo() throws {
    let drawing = try layout(.shop)
    let card = try #require(drawing.cards.first)
    let sign = Callout(target: card.node.id, grade: .error, text: "2 errors")
    let text = String(decoding: paintText(drawing, callouts: [sign]), as: UTF8.self)
    #expect(text.contains("│ (x) 2 errors"))
  }

  /// Rules of lines, in a picture small enough to be read here.
  @Test func linesAreJoined() {
    var scene = TextScene()
    scene.boxes = [
      .init(frame: Rect(0, 0, 100, 60), lines: ["日本"]),
      .init(frame: Rect(0, 120, 100, 60), stroke: .dashed, lines: ["b"]),
    ]
    scene.paths = [
      .init(points: [Point(50, 60), Point(50, 120)], stroke: .solid, target: .arrow),
      .init(points: [Point(20, 90), Point(80, 90)], stroke: .dashed, source: .one, target: .zeroOrMany),
      .init(points: [Point(100, 30), Point(140, 30), Point(140, 90), Point(80, 90)], stroke: .solid),
    ]
    scene.frames = [Rect(-20, -20, 190, 260)]
    var painter = TextPainter(scene)
    let drawn = String(decoding: painter.bytes(), as: UTF8.self)
    #expect(
      drawn == """
        ╔══════════════╗
        ║ ┌───────┐    ║
        ║ │ 日本  ├──╮ ║
        ║ └───┬───┘  │ ║
        ║   ||┼o<────╯ ║
        ║     ▼        ║
        ║ ┌╌╌╌╌╌╌╌┐    ║
        ║ ╎ b     ╎    ║
        ║ └╌╌╌╌╌╌╌┘    ║
        ╚══════════════╝

        """)
    #expect(
      String(decoding: ascii(Array(drawn.utf8)), as: UTF8.self).allSatisfy { $0.isASCII || "日本".contains($0) }
    )
  }

  @Test(arguments: [
    ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("🚀", 2), ("", 0), ("a\u{200B}b", 2), ("ＡＢ", 4), ("Ω", 1),
  ]) func columns(text: String, count: Int) { #expect(CharacterGrid.columns(text) == count) }
}
