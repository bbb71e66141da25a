package import DesignDiagram

/// Paints a chart of bars as a stand-alone SVG document in UTF-8, in the look of all pictures.
///
/// - Parameter theme: as for other drawings.
package func paintSVG(_ drawing: BarChartDrawing, theme: Theme = .standard) -> [UInt8] {
  var painter = SVGPainter([], theme, prefix: nil, capacity: 12_000 + drawing.bars.count * 700)
  painter.document(drawing)
  return painter.out.bytes
}

extension SVGPainter {
  fileprivate mutating func document(_ drawing: BarChartDrawing) {
    open(drawing.size, title: drawing.title, summary: drawing.summary)
    Stylesheet.writeBars(&out, theme)
    sheet(drawing.size)
    for line in drawing.scale { rect(line, class: "scale") }
    for line in drawing.lines { text(line) }
    for bar in drawing.bars { self.bar(bar) }
    for sample in drawing.legend { self.sample(sample) }
    out.raw("</svg>\n")
  }

  private mutating func bar(_ bar: BarChartDrawing.Bar) {
    out.raw("<g>\n")
    tooltip(bar.tooltip)
    rect(bar.track, class: bar.now == nil ? "track unknown" : "track", radius: 3)
    if let later = bar.later {
      rect(later, class: bar.isOverLater ? "bar over later" : "bar \(bar.kind.rawValue) later", radius: 3)
    }
    if let now = bar.now { rect(now, class: bar.isOver ? "bar over" : "bar \(bar.kind.rawValue)", radius: 3) }
    rect(bar.limit, class: "limit")
    for line in bar.lines { text(line) }
    out.raw("</g>\n")
  }

  private mutating func sample(_ sample: BarChartDrawing.Sample) {
    switch sample.sign {
    case .now: rect(sample.frame, class: "bar applications", radius: 3)
    case .later: rect(sample.frame, class: "bar applications later", radius: 3)
    case .over: rect(sample.frame, class: "bar over", radius: 3)
    case .limit: rect(sample.frame, class: "limit")
    }
    text(sample.line)
  }
}
