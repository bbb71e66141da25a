package import DesignDiagram

/// Places a chart of bars by arithmetic alone: names at the left, bars on one scale, words at the right.
package func layout(_ chart: BarChart, _ measures: LayoutMeasures = .standard) -> BarChartDrawing {
  BarChartLayout(chart, measures).drawing()
}

private struct BarChartLayout {
  private let chart: BarChart
  private let margin = 28.0
  private let barHeight = 14.0
  private let pitch: Double
  private let metrics: TextMetrics
  private let length = 360.0
  private let labelWidth: Double
  private let detailWidth: Double
  /// The share at the right end of the scale.
  private let most: Double

  init(_ chart: BarChart, _ measures: LayoutMeasures) {
    self.chart = chart
    let metrics = measures.text
    self.metrics = metrics
    pitch = measures.distance(26)
    let bars = chart.groups.flatMap(\.bars)
    func widest(_ texts: [String], _ role: TextRole) -> Double {
      texts.reduce(0) { max($0, metrics.width($1, role)) }
    }
    labelWidth = min(220, widest(bars.map(\.label), .rowName))
    detailWidth = min(320, widest(bars.map(\.detail), .rowType))
    // What is far beyond all there is would make the rest too small to read; its number says how far.
    let greatest = bars.flatMap { [$0.now ?? 0, $0.later ?? 0, $0.limit] }.reduce(1, max)
    most = min(2, (greatest * 4).rounded(.up) / 4)
  }

  func drawing() -> BarChartDrawing {
    let heading = Heading(title: chart.title, subtitle: chart.subtitle, margin: margin, metrics)
    var lines = heading.lines
    var bars: [BarChartDrawing.Bar] = []
    var y = heading.height + 16
    let top = y
    let left = margin + labelWidth + 14
    var spans: [(top: Double, bottom: Double)] = []
    for group in chart.groups where !group.bars.isEmpty {
      lines.append(.init(group.title, .groupTitle, Point(margin, y + 12)))
      y += 24
      spans.append((y - 6, y + Double(group.bars.count) * pitch - 6))
      for bar in group.bars {
        bars.append(place(bar, left, y))
        y += pitch
      }
      y += 12
    }
    let bottom = y - 6
    var scale: [Rect] = []
    for quarter in 0...Int(most * 4) where quarter.isMultiple(of: most > 1 ? 2 : 1) {
      let x = (left + length * Double(quarter) / 4 / most).rounded()
      // Titles stand between the lines of two groups.
      scale += spans.map { Rect(x, $0.top, 1, $0.bottom - $0.top) }
      lines.append(.init("\(quarter * 25) %", .legend, Point(x, top - 6), anchor: .middle))
    }
    let legend = self.legend(margin, bottom + 22)
    let width = max(
      left + length + 14 + detailWidth, margin + heading.width,
      legend.last.map { $0.line.frame(metrics).maxX } ?? 0)
    return BarChartDrawing(
      title: heading.spoken, summary: "\(bars.count) bars",
      size: Size((width + margin).rounded(.up), bottom + 50),
      lines: lines, bars: bars, scale: scale, legend: legend)
  }

  private func place(_ bar: BarChart.Bar, _ left: Double, _ y: Double) -> BarChartDrawing.Bar {
    let track = Rect(left, y, length, barHeight)
    func rect(_ share: Double?) -> Rect? {
      share.map { Rect(left, y, (length * min(max($0, 0), most) / most).rounded(), barHeight) }
    }
    let baseline = y + barHeight - 3
    return .init(
      kind: bar.kind, track: track, now: rect(bar.now), later: rect(bar.later),
      isOver: (bar.now ?? 0) > bar.limit + 1e-9, isOverLater: (bar.later ?? 0) > bar.limit + 1e-9,
      limit: Rect((left + length * min(bar.limit, most) / most).rounded() - 1, y - 4, 2, barHeight + 8),
      lines: [
        .init(metrics.fitted(bar.label, .rowName, labelWidth), .rowName, Point(margin, baseline)),
        .init(
          metrics.fitted(bar.detail, .rowType, detailWidth), .rowType, Point(left + length + 14, baseline)
        ),
      ], tooltip: bar.tooltip)
  }

  private func legend(_ x: Double, _ y: Double) -> [BarChartDrawing.Sample] {
    var x = x
    return [
      (.now, "used at peak"), (.later, "used at the horizon"), (.over, "more than may be used"),
      (.limit, "what may be used"),
    ].map { (sign: BarChartDrawing.Sample.Sign, text: String) in
      let width = sign == .limit ? 2.0 : 20.0
      let line = Drawing.Line(text, .legend, Point(x + width + 6, y))
      defer { x = line.frame(metrics).maxX + 22 }
      return .init(sign: sign, frame: Rect(x, y - 10, width, 12), line: line)
    }
  }
}
