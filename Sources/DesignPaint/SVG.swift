package import DesignDiagram

/// Paints a drawing as a stand-alone SVG document in UTF-8: one element a line, light and dark in one, no script.
///
/// - Parameters:
///   - theme: its look; the drawing must have been laid out by its measures.
///   - callouts: signs that are pinned to what they concern; those whose target is not in the drawing are left out.
///   - calloutScale: how much larger than usual the signs are, for a picture that will be shown smaller than it is.
///   - prefix: what every id begins with where the SVG stands in a page beside others, which then holds
///     ``pageStylesheet(_:)`` once. Links that lead to other pictures are left out there. Nil for a document of its own.
package func paintSVG(
  _ drawing: Drawing, theme: Theme = .standard, callouts: [Callout] = [], calloutScale: Double = 1,
  embeddedAs prefix: String? = nil
) -> [UInt8] {
  let rows = drawing.cards.reduce(0) { $0 + $1.rows.count }
  var painter = SVGPainter(
    drawing.routes, theme, prefix: prefix,
    capacity: 12_000 + rows * 420 + drawing.cards.count * 1_000 + drawing.routes.count * 800)
  painter.document(drawing, drawing.placed(callouts, scale: calloutScale))
  return painter.out.bytes
}

/// Writes the SVG of one drawing.
struct SVGPainter {
  var out: Bytes
  let theme: Theme
  /// What ids begin with in a page; nil in a document of its own.
  let prefix: String?
  /// How many lines of each style end at a point.
  private var ends: [LineEnd: Int] = [:]

  private struct LineEnd: Hashable {
    var style: Edge.Style
    var point: Point
  }

  init(_ routes: [Drawing.Route], _ theme: Theme, prefix: String?, capacity: Int) {
    self.theme = theme
    self.prefix = prefix
    for route in routes {
      if let point = route.points.last {
        ends[LineEnd(style: route.edge.style, point: point), default: 0] += 1
      }
    }
    out = Bytes(capacity: capacity)
  }

  fileprivate mutating func document(_ drawing: Drawing, _ callouts: [Drawing.PlacedCallout]) {
    let isERD = drawing.kind == .erd
    open(
      drawing.size, title: drawing.title,
      summary: drawing.summary.isEmpty
        ? Self.count(drawing.cards.count, isERD ? "table" : "element") + ", "
          + Self.count(drawing.routes.count, isERD ? "relation" : "connection")
        : drawing.summary)
    stylesheet(drawing.cards, drawing.routes, callouts)
    definitions(drawing.cards)
    sheet(drawing.size)
    for line in drawing.heading { text(line) }
    for box in drawing.groups { group(box) }
    for route in drawing.routes { edge(route) }
    for card in drawing.cards { self.card(card) }
    for route in drawing.routes { label(route) }
    for entry in drawing.legend { legend(entry) }
    for callout in callouts { self.callout(callout) }
    out.raw("</svg>\n")
  }

  /// A page holds one for all of its pictures.
  mutating func stylesheet(
    _ cards: [Drawing.Card], _ routes: [Drawing.Route], _ callouts: [Drawing.PlacedCallout]
  ) {
    guard prefix == nil else { return }
    Stylesheet.write(&out, theme, cards: cards, routes: routes, hasCallouts: !callouts.isEmpty)
  }

  /// An id that is unique in the document or page.
  mutating func identify(_ id: String) { out.attribute("id", (prefix ?? "") + id) }

  /// `3 tables`, for readers who cannot see the picture.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// The start of a document, up to its style sheet.
  mutating func open(_ size: Size, title: String, summary: String) {
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    out.attribute("width", size.width)
    out.attribute("height", size.height)
    out.raw(" viewBox=\"0 0 ")
    out.pair(size.width, size.height)
    // Within a page links are to be reached by everyone, so that it is more than an image.
    out.raw(prefix == nil ? "\" role=\"img\">\n<title>" : "\" role=\"group\" class=\"drawing\">\n<title>")
    out.text(title)
    out.raw("</title>\n<desc>")
    out.text(summary)
    out.raw("</desc>\n")
  }

  /// The ground of the picture.
  mutating func sheet(_ size: Size) {
    out.raw("<rect class=\"sheet\"")
    out.attribute("width", size.width)
    out.attribute("height", size.height)
    out.raw("/>\n")
  }

  /// The drawings used more than once, each written once.
  mutating func definitions(_ cards: [Drawing.Card]) {
    var glyphs: Set<Glyph> = []
    var keys: Set<Row.Key> = []
    var marks: Set<Mark.Kind> = []
    for card in cards {
      glyphs.insert(card.node.glyph)
      for row in card.rows {
        keys.formUnion(row.row.keys)
        for mark in row.row.marks { marks.insert(mark.kind) }
      }
    }
    out.raw("<defs>\n")
    for glyph in Glyph.allCases where glyphs.contains(glyph) {
      definition("glyph", glyph.rawValue, glyph.shape)
    }
    for key in Row.Key.allCases where keys.contains(key) { definition("key", key.rawValue, key.shape) }
    for mark in Mark.Kind.allCases where marks.contains(mark) {
      definition("mark", mark.rawValue, mark.shape)
    }
    out.raw("</defs>\n")
  }

  private mutating func definition(_ kind: StaticString, _ name: String, _ shape: StaticString) {
    out.raw("<g")
    identify("\(kind):\(name)")
    out.raw(">")
    out.raw(shape)
    out.raw("</g>\n")
  }

  /// Whether other lines of the style end at the same point.
  func meetsOthers(_ route: Drawing.Route) -> Bool {
    route.points.last.map { ends[LineEnd(style: route.edge.style, point: $0), default: 0] > 1 } ?? false
  }

  // MARK: Parts that several elements share

  mutating func text(_ line: Drawing.Line, family: Family? = nil) {
    if line.text.isEmpty { return }
    out.raw("<text class=\"")
    out.raw(line.role.rawValue)
    switch line.anchor {
    case .start: break
    case .middle: out.raw(" middle")
    case .end: out.raw(" end")
    }
    if let family {
      out.raw(" on-")
      out.raw(family.rawValue)
    }
    out.raw("\"")
    out.attribute("x", line.origin.x)
    out.attribute("y", line.origin.y)
    out.raw(">")
    out.text(line.text)
    out.raw("</text>\n")
  }

  /// - Parameter radius: of its corners beside cards with corners of 8; it goes with those of the theme.
  mutating func rect(_ frame: Rect, class name: String, radius: Double = 0) {
    let radius = theme.radius(radius)
    out.raw("<rect class=\"")
    out.raw(name)
    out.raw("\"")
    out.attribute("x", frame.x)
    out.attribute("y", frame.y)
    out.attribute("width", frame.width)
    out.attribute("height", frame.height)
    if radius > 0 { out.attribute("rx", radius) }
    out.raw("/>\n")
  }

  /// Uses a drawing of the definitions, scaled from its own size to a frame.
  mutating func use(_ kind: StaticString, _ name: String, class style: String, in frame: Rect, size: Double) {
    out.raw("<use")
    out.attribute("href", "#\(prefix ?? "")\(kind):\(name)")
    out.raw(" class=\"")
    out.raw(style)
    if frame.width == size {
      out.raw("\"")
      out.attribute("x", frame.x)
      out.attribute("y", frame.y)
    } else {
      out.raw("\" transform=\"translate(")
      out.pair(frame.x, frame.y)
      out.raw(")scale(")
      out.number(frame.width / size)
      out.raw(")\"")
    }
  }

  mutating func tooltip(_ lines: [String]) {
    if lines.isEmpty { return }
    out.raw("<title>")
    for (index, line) in lines.enumerated() {
      if index > 0 { out.raw("&#10;") }
      out.text(line)
    }
    out.raw("</title>\n")
  }

  mutating func openLink(_ link: String) {
    if !isShown(link) { return }
    out.raw("<a")
    out.attribute("href", link)
    out.raw(">\n")
  }

  mutating func closeLink(_ link: String) {
    if isShown(link) { out.raw("</a>\n") }
  }

  /// Whether a link leads somewhere: the files beside a picture are not beside a page.
  private func isShown(_ link: String) -> Bool {
    Self.isSafe(link) && (prefix == nil || link.hasPrefix("#") || link.contains(":"))
  }

  /// Whether a link leads to a page or a mail address, or to a place relative to the picture. Others (`javascript:` first
  /// of all) could run code in the reader's browser.
  private static func isSafe(_ link: String) -> Bool {
    if link.isEmpty { return false }
    guard let colon = link.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = link[..<colon]
    if scheme.utf8.contains(where: {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?")
    }) {
      return true
    }
    return ["http", "https", "mailto"].contains(scheme.lowercased())
  }
}
