import DesignDiagram

/// Text of a sequence, broken into lines but not placed yet.
struct SequenceText {
  private let metrics: TextMetrics
  private var texts: [(text: String, role: TextRole)] = []
  /// How wide the longest line is.
  private(set) var width = 0.0
  /// From the top of the first line to the bottom of the last.
  private(set) var height = 0.0

  /// What a message says: its first label, then the others more quietly.
  init(labels: [String], width limit: Double, _ metrics: TextMetrics) {
    self.metrics = metrics
    for (index, label) in labels.enumerated() {
      add(label, index == 0 ? .message : .edgeLabel, limit, lines: index == 0 ? 3 : 2)
    }
  }

  /// A text of one role.
  init(_ text: String, _ role: TextRole, width limit: Double, lines: Int, _ metrics: TextMetrics) {
    self.metrics = metrics
    add(text, role, limit, lines: lines)
  }

  private mutating func add(_ text: String, _ role: TextRole, _ limit: Double, lines: Int) {
    for line in metrics.wrapped(TextMetrics.singleLine(text), role, limit, lines: lines) {
      texts.append((line, role))
      width = max(width, metrics.width(line, role).rounded(.up))
      height += role.lineHeight
    }
  }

  /// The lines in a frame, with air to its sides.
  func placed(x: Double, y: Double, air: Double, anchor: Drawing.Line.Anchor = .start) -> Drawing.PlacedLabel
  {
    let frame = Rect(x, y, width + 2 * air, height)
    var lines: [Drawing.Line] = []
    var top = y
    for (text, role) in texts {
      let origin = Point(
        anchor == .start ? x + air : frame.midX, top + role.lineHeight / 2 + role.size * 0.36)
      lines.append(Drawing.Line(text, role, origin, anchor: anchor))
      top += role.lineHeight
    }
    return Drawing.PlacedLabel(frame: frame, lines: lines)
  }
}
