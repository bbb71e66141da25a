import DesignDiagram

/// Puts each label on its edge where it covers no card, no title and no other label, and as few other lines as can be.
struct Labels {
  private var taken: SpatialIndex
  private var lines: SpatialIndex
  private let metrics: TextMetrics

  init(cards: [Rect], titles: [Rect], ways: [Way], _ metrics: TextMetrics) {
    self.metrics = metrics
    taken = SpatialIndex()
    for card in cards { taken.insert(card.grown(2), tag: -1) }
    for title in titles { taken.insert(title.grown(2), tag: -1) }
    lines = SpatialIndex()
    for (number, way) in ways.enumerated() {
      for (a, b) in zip(way.points, way.points.dropFirst()) {
        lines.insert(
          Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)).grown(0.5), tag: number)
      }
    }
  }

  /// What standing beside its line instead of on it costs; less than lying on one other line does.
  private static let beside = 24.0

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
      var cost = price
      lines.forEach(frame) { _, tag in if tag != number { cost += 30 } }
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
      for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9] {
        let low = need / 2 + (isTight ? 0 : (index == 0 ? 10 : 4))
        let high = length - need / 2 - (isTight ? 0 : (index == count - 1 ? 14 : 4))
        let along = isTight ? length / 2 : min(max(length * share, low), high)
        let x = a.x + (b.x - a.x) * along / max(length, 1)
        let y = a.y + (b.y - a.y) * along / max(length, 1)
        let frame = Rect(
          (x - size.width / 2).rounded(), (y - size.height / 2).rounded(), size.width, size.height)
        result.append((frame, base + abs(share - 0.5) * 20))
        // Beside its own line is better than on another one.
        let away = isLevel ? Point(0, size.height / 2 + 3) : Point(size.width / 2 + 4, 0)
        for side in [1.0, -1] {
          result.append(
            (
              frame.moved((away.x * side).rounded(), (away.y * side).rounded()),
              base + abs(share - 0.5) * 20 + Self.beside
            ))
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
