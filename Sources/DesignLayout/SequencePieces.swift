import DesignDiagram

/// The steps of a sequence with their widths, before anything has a height.
struct SequencePieces {
  /// A step that knows how far it reaches to both sides.
  enum Piece {
    case message(Message)
    case fragment(Fragment)
    case note(SequenceText, middle: Double)
  }

  struct Message {
    var edge: Edge
    var from: Double
    var to: Double
    var text: SequenceText
    /// The left edge of the text.
    var textStart: Double
  }

  struct Fragment {
    var kind: SequenceDiagram.Fragment.Kind
    var sections: [(condition: String, title: SequenceText, pieces: [Piece])]
    var reach: Reach
  }

  /// How far something reaches to both sides.
  struct Reach {
    var low = Double.infinity
    var high = -Double.infinity

    mutating func add(_ low: Double, _ high: Double) {
      self.low = min(self.low, low)
      self.high = max(self.high, high)
    }
  }

  /// What stands between a frame and what is in it.
  static let padding = 12.0
  /// What stands between a text and the edges of its ground.
  static let air = 4.0
  private static let widestCondition = 240.0
  private static let widestNote = 220.0

  private let columns: SequenceColumns
  private let metrics: TextMetrics
  private(set) var pieces: [Piece] = []
  private(set) var reach = Reach()
  /// Half way between the ends of the last message, over which notes stand.
  private var middle: Double

  init(_ steps: [SequenceDiagram.Step], _ columns: SequenceColumns, _ metrics: TextMetrics) {
    self.metrics = metrics
    self.columns = columns
    middle = columns.places.first ?? 0
    var reach = Reach()
    pieces = measure(steps, &reach)
    self.reach = reach
  }

  /// The width of the tab with the kind of a frame.
  static func tabWidth(_ kind: SequenceDiagram.Fragment.Kind, _ metrics: TextMetrics) -> Double {
    (metrics.width(kind.rawValue, .groupTitle) + 22).rounded(.up)
  }

  private mutating func measure(_ steps: [SequenceDiagram.Step], _ reach: inout Reach) -> [Piece] {
    var out: [Piece] = []
    for step in steps {
      switch step {
      case .message(let edge):
        guard let message = message(edge) else { continue }
        middle = (message.from + message.to) / 2
        reach.add(min(message.from, message.to) - 14, max(message.from, message.to) + 14)
        reach.add(message.textStart, message.textStart + message.text.width + 2 * Self.air)
        out.append(.message(message))
      case .fragment(let fragment):
        let fragment = self.fragment(fragment)
        reach.add(fragment.reach.low, fragment.reach.high)
        out.append(.fragment(fragment))
      case .note(let text):
        let text = SequenceText(text, .description, width: Self.widestNote, lines: 40, metrics)
        if text.width == 0 { continue }
        reach.add(middle - text.width / 2 - 10, middle + text.width / 2 + 10)
        out.append(.note(text, middle: middle))
      }
    }
    return out
  }

  private func message(_ edge: Edge) -> Message? {
    guard let ends = columns.ends(edge) else { return nil }
    let (from, to) = (columns.places[ends.from], columns.places[ends.to])
    let natural = SequenceText(labels: edge.labels, width: SequenceColumns.widest, metrics)
    if ends.from == ends.to {
      return Message(
        edge: edge, from: from, to: to, text: natural, textStart: from + SequenceColumns.loop.text - Self.air)
    }
    // The text stands in the first gap that the message crosses, at its sender, so that it covers no lifeline.
    let next = columns.places[ends.from + (ends.to > ends.from ? 1 : -1)]
    let room = abs(next - from) - 2 * SequenceColumns.margin
    let narrow = SequenceText(labels: edge.labels, width: room, metrics)
    let fits = natural.width <= room || (narrow.width <= room && narrow.height <= natural.height + 14)
    let text = natural.width <= room || !fits ? natural : narrow
    let half = text.width / 2 + Self.air
    let away = SequenceColumns.margin - Self.air + half
    let middle = fits ? (from + next) / 2 : from + (to > from ? away : -away)
    return Message(edge: edge, from: from, to: to, text: text, textStart: (middle - half).rounded())
  }

  private mutating func fragment(_ fragment: SequenceDiagram.Fragment) -> Fragment {
    var inner = Reach()
    var sections: [(condition: String, pieces: [Piece])] = []
    for (index, section) in fragment.sections.enumerated() {
      let condition = Self.title(section.condition, index, fragment.kind)
      sections.append((condition, measure(section.steps, &inner)))
    }
    if inner.low > inner.high { inner.add(middle - 40, middle + 40) }
    inner.add(inner.low - Self.padding, inner.high + Self.padding)
    let tab = Self.tabWidth(fragment.kind, metrics)
    func start(_ index: Int) -> Double { (index == 0 ? tab : 0) + 8 }
    for (index, section) in sections.enumerated() where !section.condition.isEmpty {
      let wish = min(metrics.width(section.condition, .groupSubtitle), Self.widestCondition)
      inner.add(inner.low, inner.low + start(index) + (wish + 2 * Self.air).rounded(.up) + 8)
    }
    inner.add(inner.low, inner.low + tab + 16)
    return Fragment(
      kind: fragment.kind,
      sections: sections.enumerated().map { index, section in
        let room = inner.high - inner.low - start(index) - 2 * Self.air - 8
        let title = SequenceText(section.condition, .groupSubtitle, width: room, lines: 3, metrics)
        return (section.condition, title, section.pieces)
      }, reach: inner)
  }

  /// What stands at the top of a section.
  private static func title(_ condition: String, _ index: Int, _ kind: SequenceDiagram.Fragment.Kind)
    -> String
  {
    switch kind {
    case .alternative where index > 0: condition.isEmpty ? "else" : "else: \(condition)"
    case .parallel where index > 0: condition.isEmpty ? "and" : "and: \(condition)"
    default: condition
    }
  }
}
