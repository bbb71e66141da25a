package import DesignDiagram

/// Draws a diagram with characters, for terminals and for the review of changes: UTF-8, a line feed after each row.
///
/// - Parameters:
///   - callouts: signs that are pinned to what they concern.
package func paintText(_ drawing: Drawing, callouts: [Callout] = []) -> [UInt8] {
  var painter = TextPainter(TextScene(drawing, callouts))
  return painter.bytes()
}

extension TextScene {
  init(_ drawing: Drawing, _ callouts: [Callout]) {
    let signs = Dictionary(grouping: callouts, by: \.target).mapValues { $0.map(\.sign) }
    heading = drawing.heading.map(\.text)
    for box in drawing.groups {
      frames.append(box.frame)
      let title = box.lines.map(\.text) + (signs[box.group.id] ?? [])
      let stacked = Set(box.lines.map(\.origin.y)).count > 1
      let metrics = drawing.measures.text
      let frame = box.lines.dropFirst().reduce(box.lines.first?.frame(metrics)) { all, line in
        all.map { $0.united(line.frame(metrics)) }
      }
      guard let frame else { continue }
      words.append(Words(frame: frame, lines: stacked ? title : [title.joined(separator: " · ")]))
    }
    for card in drawing.cards { boxes.append(Box(card, signs)) }
    for route in drawing.routes {
      paths.append(Path(route))
      guard let label = route.label else { continue }
      let lines = label.lines.map(\.text) + (signs[route.edge.id] ?? [])
      words.append(
        Words(frame: label.frame, lines: lines, path: paths.count - 1, isCentred: true))
    }
    legend = Self.legend(drawing.legend)
  }

  /// What the signs of lines mean; boxes say in words what they are.
  static func legend(_ entries: [Drawing.LegendEntry]) -> [String] {
    let parts = entries.compactMap { entry -> String? in
      let sign: String
      switch entry.sign {
      case .edge(let style, let marker): sign = line(style, .none, marker)
      case .bothWays(let style): sign = line(style, .arrow, .arrow)
      case .marker(let marker): sign = "─" + String(TextPainter.signs(marker, -1, 0, false).reversed())
      case .key(let key): sign = key.word
      case .external: sign = "╌╌╌"
      case .stub: sign = "┈┈┈"
      case .glyph, .mark: return nil
      }
      return "\(sign) \(entry.line.text)"
    }
    return parts.isEmpty ? [] : [parts.joined(separator: "   ")]
  }

  /// A line from left to right with its ends.
  private static func line(_ style: Edge.Style, _ source: Edge.Marker, _ target: Edge.Marker) -> String {
    let path = Path(Drawing.Route(edge: Edge(id: "", from: "", to: "", style: style), points: []))
    let line: Character = path.stroke == .solid ? "─" : path.stroke == .dashed ? "╌" : "┈"
    return String(TextPainter.signs(source, 1, 0, path.isOpen)) + String(repeating: line, count: 3)
      + String(TextPainter.signs(target, -1, 0, path.isOpen))
  }
}

extension TextScene.Box {
  /// A card with its texts.
  ///
  /// - Parameters:
  ///   - signs: those of callouts by the id of what they are pinned to.
  ///   - isNarrow: whether width is dearer than height.
  init(_ card: Drawing.Card, _ signs: [String: [String]], isNarrow: Bool = false) {
    frame = card.frame
    stroke = card.node.isStub ? .dotted : card.node.isExternal ? .dashed : .solid
    var texts = card.lines.map(\.text)
    // The glyph says what it is; here a word does.
    let kind = card.node.isTable ? "" : card.node.glyph.rawValue
    if !kind.isEmpty, !card.node.technology.lowercased().hasPrefix(kind) {
      if !isNarrow, let index = card.lines.firstIndex(where: { $0.role == .technology }) {
        texts[index] = "\(kind) · \(texts[index])"
      } else {
        texts.insert(kind, at: card.lines.prefix { $0.role == .cardTitle }.count)
      }
    }
    var badges: [Double: [String]] = [:]
    for badge in card.badges { badges[badge.frame.y, default: []].append("[\(badge.line.text)]") }
    texts += badges.sorted { $0.key < $1.key }.map { $0.value.joined(separator: " ") }
    lines = texts + (signs[card.node.id] ?? [])
    let keys = card.rows.map { $0.row.keys.map(\.word).joined(separator: " ") }
    let keyWidth = keys.map(CharacterGrid.columns).max() ?? 0
    rows = zip(card.rows, keys).map { row, key in
      let gap = String(repeating: " ", count: keyWidth - CharacterGrid.columns(key) + (keyWidth == 0 ? 0 : 1))
      let marks = row.row.marks.map { " [\($0.kind.rawValue)]" } + (signs[row.row.id] ?? []).map { " \($0)" }
      return (
        row.frame.midY, key + gap + (row.lines.first?.text ?? ""),
        row.lines.dropFirst().map(\.text).joined(separator: " ") + marks.joined()
      )
    }
  }
}

extension TextScene.Path {
  init(_ route: Drawing.Route) {
    let edge = route.edge
    points = route.points
    (source, target) = (edge.source.marker, edge.target.marker)
    switch edge.style {
    case .call, .read, .write, .relation: stroke = .solid
    case .event, .deadLetter, .reference, .replication: stroke = .dashed
    case .reply, .copy: stroke = .dotted
    }
    isOpen = [.reply, .event, .deadLetter, .read, .copy, .reference, .replication].contains(edge.style)
  }
}

extension Row.Key {
  /// As database people write it.
  fileprivate var word: String {
    switch self {
    case .primary: "PK"
    case .foreign: "FK"
    case .unique: "U"
    }
  }
}

extension Callout {
  /// The sign with its text.
  var sign: String {
    switch grade {
    case .info: "(i) \(text)"
    case .warning: "(!) \(text)"
    case .error: "(x) \(text)"
    case .added: "(+) \(text)"
    case .removed: "(-) \(text)"
    case .changed: "(~) \(text)"
    }
  }
}
