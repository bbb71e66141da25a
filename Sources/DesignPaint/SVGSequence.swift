package import DesignDiagram

/// Paints a sequence as a stand-alone SVG document in UTF-8, in the look of all pictures.
///
/// - Parameters:
///   - theme: as for other drawings.
///   - callouts: signs that are pinned to participants.
///   - prefix: as for other drawings.
package func paintSVG(
  _ drawing: SequenceDrawing, theme: Theme = .standard, callouts: [Callout] = [],
  embeddedAs prefix: String? = nil
) -> [UInt8] {
  var painter = SVGPainter(
    drawing.messages.map(\.route), theme, prefix: prefix,
    capacity: 12_000 + drawing.heads.count * 1_500 + drawing.messages.count * 1_200)
  painter.document(drawing, drawing.placed(callouts))
  return painter.out.bytes
}

extension SVGPainter {
  fileprivate mutating func document(_ drawing: SequenceDrawing, _ callouts: [Drawing.PlacedCallout]) {
    let counts =
      Self.count(drawing.heads.count, "participant") + ", " + Self.count(drawing.messages.count, "message")
    open(
      drawing.size, title: drawing.title,
      summary: drawing.summary.isEmpty ? counts : "\(drawing.summary) (\(counts))")
    stylesheet(drawing.heads, drawing.messages.map(\.route), callouts)
    definitions(drawing.heads)
    sheet(drawing.size)
    for line in drawing.heading { text(line) }
    for fragment in drawing.fragments { frame(fragment) }
    for lifeline in drawing.lifelines { self.lifeline(lifeline) }
    for fragment in drawing.fragments { titles(fragment) }
    for message in drawing.messages { edge(message.route) }
    for message in drawing.messages { texts(message) }
    for note in drawing.notes { self.note(note) }
    for head in drawing.heads { card(head) }
    for foot in drawing.feet { card(foot, isFirst: false) }
    for entry in drawing.legend { legend(entry) }
    for callout in callouts { self.callout(callout) }
    out.raw("</svg>\n")
  }

  private mutating func lifeline(_ lifeline: SequenceDrawing.Lifeline) {
    out.raw("<path class=\"lifeline\" d=\"M")
    out.pair(lifeline.top.x, lifeline.top.y)
    out.raw("V")
    out.number(lifeline.bottom)
    out.raw("\"/>\n")
  }

  private mutating func frame(_ fragment: SequenceDrawing.Fragment) {
    out.raw("<g>\n")
    tooltip(fragment.tooltip)
    rect(fragment.frame, class: fragment.kind.rawValue, radius: 6)
    out.raw("</g>\n")
    for height in fragment.dividers {
      out.raw("<path class=\"divider \(fragment.kind.rawValue)\" d=\"M")
      out.pair(fragment.frame.x, height)
      out.raw("H")
      out.number(fragment.frame.maxX)
      out.raw("\"/>\n")
    }
  }

  /// What is written over the lifelines that run through a frame.
  private mutating func titles(_ fragment: SequenceDrawing.Fragment) {
    let tab = fragment.tab
    out.raw("<path class=\"\(fragment.kind.rawValue)\" d=\"M")
    out.pair(tab.x, tab.maxY)
    out.raw("V")
    let radius = theme.radius(6)
    out.number(tab.y + radius)
    curve(radius, ["0-", " ", "-"])
    out.raw("H")
    out.number(tab.maxX)
    out.raw("v")
    out.number(tab.height - 7)
    out.raw("l-7 7z\"/>\n")
    text(fragment.title)
    for condition in fragment.conditions { pill(condition) }
  }

  private mutating func texts(_ message: SequenceDrawing.Message) {
    if message.coversLifeline {
      label(message.route)
    } else {
      for line in message.route.label?.lines ?? [] { text(line) }
    }
    badge(message.number)
  }

  /// A sheet with a folded corner.
  private mutating func note(_ note: Drawing.PlacedLabel) {
    let fold = 8.0
    out.raw("<path class=\"note\" d=\"M")
    out.pair(note.frame.x, note.frame.y)
    out.raw("H")
    out.number(note.frame.maxX - fold)
    out.raw("l8 8V")
    out.number(note.frame.maxY)
    out.raw("H")
    out.number(note.frame.x)
    out.raw("z")
    out.raw("M")
    out.pair(note.frame.maxX - fold, note.frame.y)
    out.raw("v8h8\"/>\n")
    for line in note.lines { text(line) }
  }
}
