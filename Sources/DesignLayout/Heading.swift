import DesignDiagram

/// The title block in the sheet's upper left corner.
struct Heading {
  /// Its lines.
  let lines: [Drawing.Line]
  /// From the sheet's upper edge to the picture.
  let height: Double
  /// How wide the longest line is.
  let width: Double
  /// Title and subtitle, uncut, for readers who cannot see the picture.
  let spoken: String

  private static let longest = 720.0

  init(title: String, subtitle: String, margin: Double, _ metrics: TextMetrics) {
    let title = TextMetrics.singleLine(title)
    let subtitle = TextMetrics.singleLine(subtitle)
    var lines: [Drawing.Line] = []
    var y = margin
    if !title.isEmpty {
      lines.append(
        Drawing.Line(metrics.fitted(title, .sheetTitle, Self.longest), .sheetTitle, Point(margin, y + 16))
      )
      y += TextRole.sheetTitle.lineHeight
    }
    if !subtitle.isEmpty {
      lines.append(
        Drawing.Line(
          metrics.fitted(subtitle, .sheetSubtitle, Self.longest), .sheetSubtitle, Point(margin, y + 11)))
      y += TextRole.sheetSubtitle.lineHeight
    }
    self.lines = lines
    height = lines.isEmpty ? margin : y + 20
    width = lines.reduce(0) { max($0, metrics.width($1.text, $1.role)) }
    spoken = [title, subtitle].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
