/// A placed chart of bars: everything a painter needs. It holds no colours.
package struct BarChartDrawing: Sendable, Hashable {
  /// For readers who cannot see the picture.
  package var title: String
  package var summary: String
  package var size: Size
  /// All texts that belong to no bar.
  package var lines: [Drawing.Line]
  package var bars: [Bar]
  /// The upright lines of the scale, from their upper ends down.
  package var scale: [Rect]
  package var legend: [Sample]

  package init(
    title: String, summary: String, size: Size, lines: [Drawing.Line], bars: [Bar], scale: [Rect],
    legend: [Sample]
  ) {
    self.title = title
    self.summary = summary
    self.size = size
    self.lines = lines
    self.bars = bars
    self.scale = scale
    self.legend = legend
  }

  /// A placed bar.
  package struct Bar: Sendable, Hashable {
    package var kind: BarChart.Kind
    /// The room in which it grows.
    package var track: Rect
    /// What is used; nil when it is unknown.
    package var now: Rect?
    /// What is used at the horizon.
    package var later: Rect?
    /// Whether each is more than may be used.
    package var isOver: Bool
    package var isOverLater: Bool
    /// Where what may be used ends.
    package var limit: Rect
    package var lines: [Drawing.Line]
    package var tooltip: [String]

    package init(
      kind: BarChart.Kind, track: Rect, now: Rect?, later: Rect?, isOver: Bool, isOverLater: Bool,
      limit: Rect,
      lines: [Drawing.Line], tooltip: [String]
    ) {
      self.kind = kind
      self.track = track
      self.now = now
      self.later = later
      self.isOver = isOver
      self.isOverLater = isOverLater
      self.limit = limit
      self.lines = lines
      self.tooltip = tooltip
    }
  }

  /// What a sign means.
  package struct Sample: Sendable, Hashable {
    package enum Sign: Sendable, Hashable { case now, later, over, limit }

    package var sign: Sign
    package var frame: Rect
    package var line: Drawing.Line

    package init(sign: Sign, frame: Rect, line: Drawing.Line) {
      self.sign = sign
      self.frame = frame
      self.line = line
    }
  }
}
