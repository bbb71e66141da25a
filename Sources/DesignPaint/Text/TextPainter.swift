import DesignDiagram

/// Draws a scene with characters.
struct TextPainter {
  private let scene: TextScene
  private let places: TextCompaction
  private var grid: CharacterGrid

  init(_ scene: TextScene) {
    self.scene = scene
    places = TextCompaction(scene)
    grid = CharacterGrid(width: places.columns.count + 1, height: places.rows.count)
  }

  /// The picture in UTF-8, a line of text a row, with a line feed after each.
  mutating func bytes() -> [UInt8] {
    for frame in scene.frames { self.frame(frame) }
    for divider in scene.dividers {
      grid.line(place(divider.from), place(Point(divider.to, divider.from.y)), .dotted)
    }
    for path in scene.paths {
      let points = shortened(path)
      for (a, b) in zip(points, points.dropFirst()) { grid.line(a, b, path.stroke) }
    }
    for box in scene.boxes { self.box(box) }
    for path in scene.paths { ends(of: path) }
    for words in scene.words { self.words(words) }
    let parts = [scene.heading, grid.lines, scene.legend].filter { !$0.isEmpty }
    return Array((parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n").utf8)
  }

  private func place(_ point: Point) -> (x: Int, y: Int) { (places.columns[point.x], places.rows[point.y]) }

  /// The characters of a line, without those at its ends where a marker says that it ends there.
  private func shortened(_ path: TextScene.Path) -> [(x: Int, y: Int)] {
    var points = path.points.map(place)
    guard points.count > 1 else { return points }
    func inward(_ end: (x: Int, y: Int), _ next: (x: Int, y: Int)) -> (x: Int, y: Int) {
      (end.x + (next.x - end.x).signum(), end.y + (next.y - end.y).signum())
    }
    let last = points.count - 1
    if path.source != .none { points[0] = inward(points[0], points[1]) }
    if path.target != .none { points[last] = inward(points[last], points[last - 1]) }
    return points
  }

  private mutating func frame(_ frame: Rect) {
    let (low, high) = (place(Point(frame.x, frame.y)), place(Point(frame.maxX, frame.maxY)))
    grid.frameLine(low, (high.x, low.y))
    grid.frameLine((low.x, high.y), high)
    grid.frameLine(low, (low.x, high.y))
    grid.frameLine((high.x, low.y), high)
  }

  private mutating func box(_ box: TextScene.Box) {
    let (low, high) = (place(Point(box.frame.x, box.frame.y)), place(Point(box.frame.maxX, box.frame.maxY)))
    let border = box.isLaidOver ? 0 : 1
    if high.x - low.x > 1, high.y - low.y > 1 {
      grid.clear((low.x + border)...(high.x - border), (low.y + border)...(high.y - border))
    }
    grid.line(low, (high.x, low.y), box.stroke, isBox: true)
    grid.line((low.x, high.y), high, box.stroke, isBox: true)
    grid.line(low, (low.x, high.y), box.stroke, isBox: true)
    grid.line((high.x, low.y), high, box.stroke, isBox: true)
    for (index, line) in box.lines.enumerated() { grid.write(line, x: low.x + 2, y: low.y + 1 + index) }
    guard !box.rows.isEmpty else { return }
    let rule = low.y + 1 + box.lines.count
    grid.line((low.x, rule), (high.x, rule), box.stroke, isBox: true)
    for row in box.rows {
      let y = places.rows[row.height]
      grid.write(row.name, x: low.x + 2, y: y)
      grid.write(row.type, x: high.x - 1 - CharacterGrid.columns(row.type), y: y)
    }
  }

  private mutating func ends(of path: TextScene.Path) {
    guard path.points.count > 1 else { return }
    let points = path.points.map(place)
    let last = points.count - 1
    marker(path.source, at: points[0], from: points[1], path.isOpen)
    marker(path.target, at: points[last], from: points[last - 1], path.isOpen)
  }

  /// Writes the sign at an end of a line, before what the line ends at.
  private mutating func marker(
    _ marker: Edge.Marker, at tip: (x: Int, y: Int), from: (x: Int, y: Int), _ isOpen: Bool
  ) {
    let (dx, dy) = ((from.x - tip.x).signum(), (from.y - tip.y).signum())
    for (index, sign) in Self.signs(marker, dx, dy, isOpen).enumerated() {
      grid.write(String(sign), x: tip.x + dx * (index + 1), y: tip.y + dy * (index + 1))
    }
  }

  /// The characters of a marker from the end of its line, which leads away by `dx` and `dy`.
  static func signs(_ marker: Edge.Marker, _ dx: Int, _ dy: Int, _ isOpen: Bool) -> [Character] {
    let bar: Character = dy == 0 ? "|" : "═"
    let foot: Character = dx < 0 ? "<" : dx > 0 ? ">" : dy < 0 ? "∧" : "∨"
    switch marker {
    case .none: return []
    case .arrow:
      let (filled, open): (Character, Character) =
        dx < 0 ? ("▶", "▷") : dx > 0 ? ("◀", "◁") : dy < 0 ? ("▼", "▽") : ("▲", "△")
      return [isOpen ? open : filled]
    case .one: return [bar, bar]
    case .zeroOrOne: return [bar, "o"]
    case .oneOrMany: return [foot, bar]
    case .zeroOrMany: return [foot, "o"]
    }
  }

  private mutating func words(_ words: TextScene.Words) {
    let (low, high) = (
      place(Point(words.frame.x, words.frame.y)), place(Point(words.frame.maxX, words.frame.maxY))
    )
    var middle = (x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    // On the line, wherever between the edges of its room the line has come to stand.
    if let path = words.path.map({ scene.paths[$0].points }) {
      for (a, b) in zip(path, path.dropFirst()) {
        let piece = Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
        guard piece.grown(0.5).overlaps(words.frame) else { continue }
        if a.y == b.y { middle.y = places.rows[a.y] } else { middle.x = places.columns[a.x] }
        break
      }
    }
    let lowest = high.y - words.lines.count + 1
    let top = words.isLow ? lowest : max(low.y, min(middle.y - (words.lines.count - 1) / 2, lowest))
    for (index, line) in words.lines.enumerated() {
      let text = words.path == nil ? line : " \(line) "
      let width = CharacterGrid.columns(text)
      let x = words.isCentred ? max(low.x, min(middle.x - width / 2, high.x - width + 1)) : low.x
      grid.write(text, x: x, y: top + index)
    }
  }
}
