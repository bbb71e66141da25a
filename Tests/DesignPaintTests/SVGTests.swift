import DesignDiagram
import DesignLayout
import DesignPaint
import DiagramSamples
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGTests {
  static let samples = DiagramSample.all.filter { !$0.name.hasSuffix("00") && $0.name != "tables-60" }

  @Test(arguments: samples)
  func isWellFormedAndHoldsEveryElement(sample: DiagramSample) throws {
    try check(
      paintSVG(try layout(sample.diagram)), ids(sample.diagram.members) + sample.diagram.edges.map(\.id))
  }

  @Test(arguments: SequenceSample.all)
  func isWellFormedAndHoldsEveryStep(sample: SequenceSample) throws {
    let drawing = layout(sample.sequence)
    let bytes = paintSVG(drawing)
    try check(bytes, sample.sequence.participants.map(\.id) + drawing.messages.map(\.route.edge.id))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("<script") && !text.contains("javascript:"))
    #expect(!text.contains(/\s(?:x|y|width|height|d)="[^"]*\.\d{3}/))
  }

  private func check(_ bytes: [UInt8], _ ids: [String]) throws {
    let reader = IDReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    for id in ids {
      #expect(reader.ids.contains(visible(id)), "\(id)")
    }
    #expect(reader.ids.count == Set(reader.ids).count)
    #expect(reader.hasTitle && reader.hasDescription && reader.role == "img")
  }

  @Test(arguments: samples.prefix(6))
  func numbersHaveAtMostTwoDecimals(sample: DiagramSample) throws {
    let text = String(decoding: paintSVG(try layout(sample.diagram)), as: UTF8.self)
    let attributes = text.matches(of: /\s(?:x|y|width|height|d|cx|cy|r|transform)="([^"]*)"/)
    #expect(!attributes.isEmpty)
    for match in attributes where match.output.1.contains(/\.\d{3}/) {
      Issue.record("\(match.output.0)")
    }
  }

  @Test(arguments: [
    ("https://example.com", true), ("mailto:a@example.com", true), ("other.svg#a:b", true),
    ("HTTP://x", true),
    ("javascript:alert(1)", false), ("data:text/html,x", false), ("java\nscript:alert(1)", false),
  ])
  func onlySafeLinksAreLinks(link: String, isLink: Bool) throws {
    let node = Node(id: "a", glyph: .service, title: "A", link: link)
    let drawing = try layout(Diagram(kind: .applications, title: "Links", members: [.node(node)]))
    let text = String(decoding: paintSVG(drawing), as: UTF8.self)
    #expect(text.contains("<a href=") == isLink)
  }

  @Test func holdsNoScriptAndNoVariables() throws {
    let text = String(decoding: paintSVG(try layout(.hostile)), as: UTF8.self)
    #expect(!text.contains("<script"))
    #expect(!text.contains("var(--"))
    #expect(text.contains("prefers-color-scheme:dark"))
  }

  @Test func oneMoreCardChangesFewLines() throws {
    var larger = Diagram.shopTables
    larger.members.append(.node(Node(id: "shop.review", glyph: .table, title: "review")))
    func lines(_ diagram: Diagram) throws -> Set<Substring> {
      Set(String(decoding: paintSVG(try layout(diagram)), as: UTF8.self).split(separator: "\n"))
    }
    let before = try lines(.shopTables)
    #expect(try lines(larger).subtracting(before).count < before.count / 3)
  }

  private func ids(_ members: [Member]) -> [String] {
    members.flatMap { member in
      switch member {
      case .node(let node): [node.id] + node.rows.map(\.id)
      case .group(let group): [group.id] + ids(group.members)
      }
    }
  }

  /// An id as a reader of XML sees it: without what XML forbids, white space as spaces.
  private func visible(_ id: String) -> String {
    var result = ""
    for scalar in id.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0D: result += " "
      case 0x0A: result += "\n"
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

private final class IDReader: NSObject, XMLParserDelegate {
  var ids: [String] = []
  var hasTitle = false
  var hasDescription = false
  var role: String?

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if name == "svg" { role = attributes["role"] }
    if name == "title" { hasTitle = true }
    if name == "desc" { hasDescription = true }
    if let id = attributes["id"] { ids.append(id) }
  }
}
