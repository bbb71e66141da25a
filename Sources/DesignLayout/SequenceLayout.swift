package import DesignDiagram

/// Places a sequence: participants from left to right, what happens from top to bottom. The same sequence gives the same
/// drawing on every machine.
package func layout(_ sequence: SequenceDiagram, _ measures: LayoutMeasures = .standard) -> SequenceDrawing {
  SequencePlacer(sequence, measures).drawing
}

/// Gives each step of a sequence its height.
private struct SequencePlacer {
  private(set) var drawing: SequenceDrawing
  /// How far down the sheet is taken.
  private var y: Double

  private static let margin = 24.0
  /// The height from which a reader may not see the heads any more.
  private static let tall = 900.0

  init(_ sequence: SequenceDiagram, _ measures: LayoutMeasures) {
    let metrics = measures.text
    let heading = Heading(title: sequence.title, subtitle: sequence.subtitle, margin: Self.margin, metrics)
    var heads = SequenceHeads(measures).cards(sequence.participants)
    let messages = Self.messages(sequence.steps)
    var columns = SequenceColumns(sequence.participants, heads, messages, measures)
    var pieces = SequencePieces(sequence.steps, columns, metrics)
    columns.move((Self.margin - min(0, pieces.reach.low)).rounded(.up))
    pieces = SequencePieces(sequence.steps, columns, metrics)
    for (index, place) in columns.places.enumerated() {
      heads[index] = heads[index].moved(place - heads[index].frame.width / 2, heading.height)
    }
    let top = heads.first?.frame.maxY ?? heading.height
    y = top + 10
    drawing = SequenceDrawing(
      title: heading.spoken, summary: sequence.summary, measures: measures, size: Size(0, 0),
      heading: heading.lines,
      heads: heads,
      feet: [], lifelines: [], fragments: [], messages: [], notes: [], legend: [])
    place(pieces.pieces)
    y += 16
    drawing.lifelines = columns.places.map { SequenceDrawing.Lifeline(top: Point($0, top), bottom: y) }
    if y - top > Self.tall {
      drawing.feet = heads.map { $0.moved(0, y - heading.height) }
      y = drawing.feet.first?.frame.maxY ?? y
    }
    let entries = Legend.entries(sequence.participants, drawing.messages.map(\.route.edge))
    let right = max(heads.last?.frame.maxX ?? 0, pieces.reach.high)
    let width = max(right - Self.margin, heading.width, Legend.width(entries, metrics))
    drawing.legend = Legend.place(
      entries, from: Point(Self.margin, (y + 30).rounded()), width: width, metrics)
    let bottom = drawing.legend.map(\.frame.maxY).max() ?? y
    drawing.size = Size((width + 2 * Self.margin).rounded(.up), (bottom + Self.margin - 4).rounded(.up))
  }

  private static func messages(_ steps: [SequenceDiagram.Step]) -> [Edge] {
    steps.flatMap { step in
      switch step {
      case .message(let edge): [edge]
      case .fragment(let fragment): fragment.sections.flatMap { messages($0.steps) }
      case .note: [Edge]()
      }
    }
  }

  private mutating func place(_ pieces: [SequencePieces.Piece]) {
    for piece in pieces {
      switch piece {
      case .message(let message): place(message)
      case .fragment(let fragment): place(fragment)
      case .note(let text, let middle):
        y += 4
        let label = text.placed(x: (middle - text.width / 2 - 10).rounded(), y: y + 6, air: 10)
        let frame = Rect(label.frame.x, y, label.frame.width, label.frame.height + 12)
        drawing.notes.append(Drawing.PlacedLabel(frame: frame, lines: label.lines))
        y = frame.maxY + 8
      }
    }
  }

  private mutating func place(_ message: SequencePieces.Message) {
    var points: [Point]
    let label: Drawing.PlacedLabel
    if message.from == message.to {
      let loop = 22.0
      let height = max(loop, message.text.height)
      y += 10
      label = message.text.placed(
        x: message.textStart, y: y + (height - message.text.height) / 2, air: SequencePieces.air)
      let start = y + ((height - loop) / 2).rounded()
      let far = message.from + SequenceColumns.loop.width
      points = [
        Point(message.from, start), Point(far, start), Point(far, start + loop),
        Point(message.from, start + loop),
      ]
      y += height + 12
    } else {
      label = message.text.placed(x: message.textStart, y: y + 8, air: SequencePieces.air, anchor: .middle)
      y += 8 + message.text.height + 5
      points = [Point(message.from, y), Point(message.to, y)]
      y += 10
    }
    let text = String(drawing.messages.count + 1)
    let wide = max(16, (drawing.measures.text.width(text, .badge) + 8).rounded(.up))
    let pill = Rect(message.from - wide / 2, points[0].y - 8, wide, 16)
    drawing.messages.append(
      SequenceDrawing.Message(
        route: Drawing.Route(edge: message.edge, points: points, label: label),
        number: Drawing.PlacedBadge(
          kind: .note, frame: pill,
          line: Drawing.Line(text, .badge, Point(message.from, pill.y + 11.5), anchor: .middle)),
        coversLifeline: drawing.heads.contains {
          label.frame.x < $0.frame.midX && $0.frame.midX < label.frame.maxX
        }))
  }

  private mutating func place(_ fragment: SequencePieces.Fragment) {
    let index = drawing.fragments.count
    let (left, right) = (fragment.reach.low, fragment.reach.high)
    y += 8
    let tab = Rect(left, y, SequencePieces.tabWidth(fragment.kind, drawing.measures.text), 20)
    drawing.fragments.append(
      SequenceDrawing.Fragment(
        kind: fragment.kind, frame: Rect(left, y, right - left, 0), tab: tab,
        title: Drawing.Line(fragment.kind.rawValue, .groupTitle, Point(left + 9, y + 14)), conditions: [],
        dividers: [], tooltip: fragment.sections.map(\.condition).filter { !$0.isEmpty }))
    for (number, section) in fragment.sections.enumerated() {
      if number > 0 {
        y += 6
        drawing.fragments[index].dividers.append(y)
      }
      let start = left + (number == 0 ? tab.width : 0) + 8
      if section.title.width > 0 {
        drawing.fragments[index].conditions.append(
          section.title.placed(x: start, y: y + 4, air: SequencePieces.air))
      }
      y += max(22, section.title.height + 8)
      place(section.pieces)
    }
    y += 6
    drawing.fragments[index].frame.height = y - tab.y
    y += 4
  }
}
