package import DesignDiagram

/// Draws a sequence with characters, as other pictures.
package func paintText(_ drawing: SequenceDrawing, callouts: [Callout] = []) -> [UInt8] {
  var painter = TextPainter(TextScene(drawing, callouts))
  return painter.bytes()
}

extension TextScene {
  init(_ drawing: SequenceDrawing, _ callouts: [Callout]) {
    let metrics = drawing.measures.text
    // Nothing but the order matters.
    unit = Size(10_000, 10_000)
    heading = drawing.heading.map(\.text)
    let signs = Dictionary(grouping: callouts, by: \.target).mapValues { $0.map(\.sign) }
    boxes = (drawing.heads + drawing.feet).map { Box($0, signs, isNarrow: true) }
    boxes += drawing.notes.map { Box(frame: $0.frame, isLaidOver: true, lines: $0.lines.map(\.text)) }
    for lifeline in drawing.lifelines {
      paths.append(
        Path(points: [lifeline.top, Point(lifeline.top.x, lifeline.bottom)], stroke: .dotted))
    }
    for message in drawing.messages {
      paths.append(Path(message.route))
      guard let label = message.route.label else { continue }
      var lines = label.lines.map(\.text)
      lines[0] = "\(message.number.line.text) \(lines[0])"
      words.append(Words(frame: label.frame, lines: lines, isLow: true))
    }
    for fragment in drawing.fragments {
      frames.append(fragment.frame)
      words.append(Words(frame: fragment.title.frame(metrics), lines: [fragment.title.text]))
      words += fragment.conditions.map { Words(frame: $0.frame, lines: $0.lines.map(\.text)) }
      dividers += fragment.dividers.map { (Point(fragment.frame.x, $0), fragment.frame.maxX) }
    }
    legend = Self.legend(drawing.legend)
  }
}
