import DesignDiagram

/// Puts each label on its edge where it covers no card, no title and no other label, and as little of other lines and of
/// the borders of groups as can be.
struct Labels {
  private var taken = SpatialIndex()
  private var lines = SpatialIndex()
  /// Where lines bend, branch off and end.
  private var corners = SpatialIndex()
  private var borders = SpatialIndex()
  private let nets: [Int]
  private let metrics: TextMetrics

  init(cards: [Rect], titles: [Rect], boxes: [Rect], ways: [Way], _ metrics: TextMetrics) {
    self.metrics = metrics
    nets = ways.map(\.net)
    for card in cards { taken.insert(card.grown(2), tag: -1) }
    for title in titles { taken.insert(title.grown(2), tag: -1) }
    for box in boxes {
      for border in box.borders { borders.insert(border.grown(1), tag: -1) }
    }
    for (number, way) in ways.enumerated() {
      for (a, b) in zip(way.points, way.points.dropFirst()) {
        lines.insert(
          Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)).grown(0.5), tag: number)
      }
      for corner in way.points { corners.insert(Rect(corner.x, corner.y, 0, 0).grown(5), tag: number) }
    }
  }

  /// What standing beside its line instead of on it costs; less than lying on one other line does.
  private static let beside = 24.0
  /// What covering a line costs that goes straight on behind the label.
  private static let crossed = 30.0
  /// What covering a piece of a line along its way costs, or a bend or end: whoever follows it loses it there.
  private static let hidden = 90.0
  /// What lying on the border of a group costs.
  private static let onBorder = 20.0

  /// The size a label takes, and its lines cut to a sensible length.
  static func measure(_ labels: [String], _ metrics: TextMetrics) -> (lines: [String], size: Size) {
    let longest = 150.0
    let shown = labels.map(TextMetrics.singleLine).filter { !$0.isEmpty }
    let lines = shown.prefix(4).map { metrics.fitted($0, .edgeLabel, longest) }
    let width = lines.reduce(0) { max($0, metrics.width($1, .edgeLabel)) }
    return (lines, Size((width + 8).rounded(.up), Double(lines.count) * TextRole.edgeLabel.lineHeight + 2))
  }

  /// The placed label of a way.
  mutating func place(_ labels: [String], on number: Int, _ way: Way) -> Drawing.PlacedLabel? {
    let (texts, size) = Self.measure(labels, metrics)
    if texts.isEmpty { return nil }
    var best: Rect?
    var bestCost = Double.infinity
    for (frame, price) in candidates(way, size) {
      if price >= bestCost { continue }
      if taken.contains(where: frame, { _, _ in true }) { continue }
      let cost = price + covered(by: frame, number)
      if cost < bestCost {
        bestCost = cost
        best = frame
      }
    }
    guard let frame = best ?? nearby(way, size) else { return nil }
    taken.insert(frame, tag: number)
    var y = frame.y + 11
    var placed: [Drawing.Line] = []
    for text in texts {
      placed.append(Drawing.Line(text, .edgeLabel, Point(frame.midX, y), anchor: .middle))
      y += TextRole.edgeLabel.lineHeight
    }
    return Drawing.PlacedLabel(frame: frame, lines: placed)
  }

  /// What a label in a frame covers, as a price.
  private func covered(by frame: Rect, _ number: Int) -> Double {
    var cost = 0.0
    // A line is told once for each cell of the index in which it lies.
    var seen: Set<Int> = []
    lines.forEach(frame) { line, tag in
      if tag == number || !seen.insert(tag).inserted { return }
      // An upright line comes out again after a line or two of text, a level one runs behind all of it.
      let overlap = min(line.maxX, frame.maxX) - max(line.x, frame.x)
      let isAlong = line.width > line.height && overlap > frame.width / 2
      cost += isAlong && nets[tag] != nets[number] ? Self.hidden : Self.crossed
    }
    seen.removeAll()
    corners.forEach(frame) { _, tag in
      if tag != number, seen.insert(tag).inserted { cost += Self.hidden }
    }
    if borders.contains(where: frame, { _, _ in true }) { cost += Self.onBorder }
    return cost
  }

  /// Frames on the way's pieces, the middle of long level ones being cheapest.
  private func candidates(_ way: Way, _ size: Size) -> [(Rect, Double)] {
    var result: [(Rect, Double)] = []
    let count = way.points.count - 1
    for index in 0..<count {
      let (a, b) = (way.points[index], way.points[index + 1])
      let isLevel = a.y == b.y
      let length = abs(a.x - b.x) + abs(a.y - b.y)
      let need = isLevel ? size.width : size.height
      // Ends leave room for the marker.
      let reserve = (index == 0 ? 10.0 : 4) + (index == count - 1 ? 14.0 : 4)
      let isTight = length < need + reserve
      if isTight, isLevel ? length < need * 0.6 : length < need { continue }
      let base = (isLevel ? 0.0 : 12) + (isTight ? 60 : 0)
      // A frame whose middle is a share of the piece from its start, but as far from both ends as is reserved there.
      func frame(_ share: Double, _ start: Double, _ end: Double) -> Rect {
        let along =
          isTight ? length / 2 : min(max(length * share, need / 2 + start), length - need / 2 - end)
        let x = a.x + (b.x - a.x) * along / max(length, 1)
        let y = a.y + (b.y - a.y) * along / max(length, 1)
        return Rect(
          (x - size.width / 2).rounded(), (y - size.height / 2).rounded(), size.width, size.height)
      }
      for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9] {
        let price = base + abs(share - 0.5) * 20
        result.append((frame(share, index == 0 ? 10 : 4, index == count - 1 ? 14 : 4), price))
        // Beside its own line is better than on another one; what ends there is no hindrance.
        let away = isLevel ? Point(0, size.height / 2 + 3) : Point(size.width / 2 + 4, 0)
        for side in [1.0, -1] {
          let beside = frame(share, 3, 3).moved((away.x * side).rounded(), (away.y * side).rounded())
          result.append((beside, price + Self.beside))
        }
        if isTight { break }
      }
    }
    return result
  }

  /// Free room beside the way, ever farther away from its pieces' middles.
  private func nearby(_ way: Way, _ size: Size) -> Rect? {
    for ring in 1...24 {
      let offset = Double(ring) * 8
      for (a, b) in zip(way.points, way.points.dropFirst()) {
        let x = (a.x + b.x) / 2 - size.width / 2
        let y = (a.y + b.y) / 2 - size.height / 2
        for (dx, dy) in [(0, -offset), (0, offset), (offset, 0), (-offset, 0)] {
          let frame = Rect((x + dx).rounded(), (y + dy).rounded(), size.width, size.height)
          if frame.x > 4, frame.y > 4, !taken.contains(where: frame, { _, _ in true }) { return frame }
        }
      }
    }
    return nil
  }
}
