import DesignDiagram
import DesignLayout
import DesignPaint
import Testing

/// Signs stand at what they are pinned to, on the sheet, beside one another.
@Suite struct CalloutTests {
  private let metrics = TextMetrics(.helvetica)

  private func drawing() throws -> Drawing {
    try layout(
      Diagram(
        kind: .erd, title: "T",
        members: [
          .group(
            Group(
              id: "s", kind: .schema, title: "S",
              members: [
                .node(
                  Node(id: "a", glyph: .table, title: "a", rows: [Row(id: "a.id", name: "id", type: "int")])),
                .node(Node(id: "b", glyph: .table, title: "b", isStub: true)),
              ]))
        ],
        edges: [Edge(id: "a->b", from: "a", to: "b", style: .relation, labels: ["has"])]))
  }

  private static let targets = ["s", "a", "a", "a", "a.id", "a.id", "a->b"]

  @Test(arguments: [1.0, 2.2]) func standAtTheirTargets(scale: Double) throws {
    let drawing = try drawing()
    let callouts = (Self.targets + ["b", "nowhere"]).enumerated().map {
      Callout(target: $0.element, grade: .warning, text: "\($0.offset)")
    }
    let placed = drawing.placed(callouts, scale: scale)
    // What is shown in full elsewhere, and what is nowhere, bears none.
    #expect(placed.map(\.callout.target) == Self.targets)
    let sheet = drawing.size.holding(placed)
    for sign in placed {
      #expect(sign.frame.x >= 0 && sign.frame.maxX <= sheet.width && sign.frame.y >= 0)
      #expect(sign.line.frame(metrics).maxX * scale <= sign.frame.width, "the text stays within the pill")
    }
    for target in ["a", "a.id"] {
      let row = placed.filter { $0.callout.target == target }
      for (left, right) in zip(row, row.dropFirst()) { #expect(left.frame.maxX < right.frame.x) }
    }
    let card = try #require(drawing.cards.first { $0.node.id == "a" })
    #expect(placed[1].frame.overlaps(card.frame))
  }

  @Test func aPageHoldsOneStyleSheetAndIdsOfItsOwn() throws {
    let drawing = try drawing()
    let callout = Callout(id: "sign-1", target: "a", grade: .error, text: "1 <&>", link: "#finding-1")
    let text = String(decoding: paintSVG(drawing, callouts: [callout], embeddedAs: "p1:"), as: UTF8.self)
    #expect(!text.contains("<style>"))
    for id in text.matches(of: /\sid="([^"]*)"/) { #expect(id.1.hasPrefix("p1:")) }
    for use in text.matches(of: /<use href="#([^"]*)"/) { #expect(text.contains("id=\"\(use.1)\"")) }
    #expect(text.contains("id=\"p1:sign-1\"") && text.contains("<a href=\"#finding-1\">"))
    #expect(text.contains("1 &lt;&amp;&gt;"))
    let plain = String(decoding: paintSVG(drawing), as: UTF8.self)
    #expect(!plain.contains("callout") && !plain.contains(".pin"))
  }
}
