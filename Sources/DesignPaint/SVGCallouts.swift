import DesignDiagram

/// The style sheet of a page that holds pictures painted with a prefix: all that they share, for SVG elements of the class
/// `drawing` alone, so that it touches nothing else of the page.
package func pageStylesheet(_ theme: Theme = .standard) -> [UInt8] {
  var out = Bytes(capacity: 10_000)
  out.raw(".drawing{\n")
  Stylesheet.rules(&out, theme, hasCallouts: true)
  out.raw("}\n")
  return out.bytes
}

extension SVGPainter {
  /// A pill with the sign of its grade and a text.
  mutating func callout(_ placed: Drawing.PlacedCallout) {
    let callout = placed.callout
    out.raw("<g class=\"callout \(callout.grade.rawValue)\"")
    if !callout.id.isEmpty { identify(callout.id) }
    out.raw(">\n")
    tooltip(callout.tooltip)
    if callout.grade.isChange { outline(placed) }
    openLink(callout.link)
    out.raw("<g transform=\"translate(")
    out.pair(placed.frame.x, placed.frame.y)
    out.raw(")scale(")
    out.number(placed.scale)
    out.raw(")\">\n")
    let (width, height) = (placed.frame.width / placed.scale, placed.frame.height / placed.scale)
    rect(Rect(0, 0, width, height), class: "pin", radius: height / 2)
    out.raw("<path class=\"sign\" transform=\"translate(")
    out.pair(placed.sign.x, placed.sign.y)
    out.raw(")\" d=\"")
    out.raw(callout.grade.shape)
    out.raw("\"/>\n")
    text(placed.line)
    out.raw("</g>\n")
    closeLink(callout.link)
    out.raw("</g>\n")
  }

  /// A line round what changed, or along it.
  private mutating func outline(_ placed: Drawing.PlacedCallout) {
    out.raw("<path class=\"outline\" d=\"")
    for (index, point) in placed.outline.enumerated() {
      out.raw(index == 0 ? "M" : "L")
      out.pair(point.x, point.y)
    }
    out.raw(placed.isClosed ? "z\"/>\n" : "\"/>\n")
  }
}

extension Callout.Grade {
  /// The sign in a square of 12, as the data of a path: a circle with an i, a triangle and an octagon with a mark in it, a
  /// plus, a minus and a wave, which differ without any colour.
  fileprivate var shape: StaticString {
    switch self {
    case .info: "M6 1.2a4.8 4.8 0 1 0 .01 0zM6 5.6v3M6 3.6v.1"
    case .warning: "M6 1.2l5 9.2H1zM6 4.8v2.4M6 8.8v.1"
    case .added: "M6 2v8M2 6h8"
    case .removed: "M2 6h8"
    case .changed: "M1.5 7.2c1.5-3.4 3-3.4 4.5-1.2s3 2.2 4.5-1.2"
    case .error: "M4 1.2h4L10.8 4v4L8 10.8H4L1.2 8V4zM4.2 4.2l3.6 3.6M7.8 4.2L4.2 7.8"
    }
  }
}
