import DesignDiagram

/// Rows of characters that lines and text are put into; lines that meet are joined.
struct CharacterGrid {
  /// The directions in which lines leave a character.
  struct Arms: OptionSet, Hashable {
    let rawValue: UInt8
    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
    static let level: Arms = [.left, .right]
    static let upright: Arms = [.up, .down]
  }

  private struct Cell {
    /// Of lines and boxes.
    var arms: Arms = []
    /// Of frames, which are drawn double.
    var frame: Arms = []
    var stroke = TextScene.Stroke.dotted
    /// Whether it is part of a box, whose corners are not rounded.
    var isBox = false
    /// What hides the lines; empty for the right half of a wide character.
    var text: String?
  }

  private var cells: [[Cell]]

  init(width: Int, height: Int) {
    cells = Array(repeating: Array(repeating: Cell(), count: width), count: height)
  }

  // MARK: Lines

  /// Draws a level or upright line between two characters.
  mutating func line(
    _ from: (x: Int, y: Int), _ to: (x: Int, y: Int), _ stroke: TextScene.Stroke, isBox: Bool = false
  ) {
    walk(from, to) { cell, arms in
      cell.arms.formUnion(arms)
      cell.isBox = cell.isBox || isBox
      // Where strokes meet, the stronger one shows.
      switch (cell.stroke, stroke) {
      case (_, .solid), (.dotted, .dashed): cell.stroke = stroke
      default: break
      }
    }
  }

  /// Draws a level or upright side of a frame.
  mutating func frameLine(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int)) {
    walk(from, to) { cell, arms in cell.frame.formUnion(arms) }
  }

  private mutating func walk(
    _ from: (x: Int, y: Int), _ to: (x: Int, y: Int), _ body: (inout Cell, Arms) -> Void
  ) {
    let isLevel = from.y == to.y
    let (low, high) =
      isLevel ? (min(from.x, to.x), max(from.x, to.x)) : (min(from.y, to.y), max(from.y, to.y))
    for place in low...high {
      var arms: Arms = []
      if place > low { arms.insert(isLevel ? .left : .up) }
      if place < high { arms.insert(isLevel ? .right : .down) }
      let (x, y) = isLevel ? (place, from.y) : (from.x, place)
      if contains(x, y) { body(&cells[y][x], arms) }
    }
  }

  /// Takes away what boxes hide.
  mutating func clear(_ x: ClosedRange<Int>, _ y: ClosedRange<Int>) {
    for row in y { for column in x where contains(column, row) { cells[row][column] = Cell() } }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    cells.indices.contains(y) && cells[y].indices.contains(x)
  }

  // MARK: Text

  /// Writes a text from a character on.
  mutating func write(_ text: String, x start: Int, y: Int) {
    var x = start
    for character in text {
      let width = Self.columns(String(character))
      guard width > 0, contains(x, y), contains(x + width - 1, y) else { continue }
      cells[y][x].text = String(character)
      if width == 2 { cells[y][x + 1].text = "" }
      x += width
    }
  }

  /// How many columns of a terminal a text takes: two for a wide character (Unicode Standard Annex 11), none for what is
  /// drawn over another.
  static func columns(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      sum + (character.unicodeScalars.map(TextMetrics.columns).max() ?? 0)
    }
  }

  // MARK: Result

  /// The rows without white space at their ends; what is empty above and below is left out.
  var lines: [String] {
    var lines = cells.map { row in
      var line = ""
      for cell in row { line += cell.text ?? String(Self.character(cell)) }
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return Array(lines.drop { $0.isEmpty })
  }

  private static func character(_ cell: Cell) -> Character {
    if cell.frame.isEmpty { return single(cell) }
    if cell.arms.isEmpty { return double[cell.frame] ?? " " }
    // A line that ends at a side, or leads through it.
    switch (cell.frame, cell.arms) {
    case (.upright, .right): return "╟"
    case (.upright, .left): return "╢"
    case (.level, .down): return "╤"
    case (.level, .up): return "╧"
    default: break
    }
    if cell.frame == .level, !cell.arms.isDisjoint(with: .upright) { return "╪" }
    if cell.frame == .upright, !cell.arms.isDisjoint(with: .level) { return "╫" }
    return double[cell.frame] ?? "╬"
  }

  private static func single(_ cell: Cell) -> Character {
    switch (cell.arms, cell.stroke) {
    case (.level, .dashed), (.left, .dashed), (.right, .dashed): "╌"
    case (.upright, .dashed), (.up, .dashed), (.down, .dashed): "╎"
    case (.level, .dotted), (.left, .dotted), (.right, .dotted): "┈"
    case (.upright, .dotted), (.up, .dotted), (.down, .dotted): "┊"
    default: (cell.isBox ? nil : rounded[cell.arms]) ?? light[cell.arms] ?? " "
    }
  }

  private static let rounded: [Arms: Character] = [
    [.down, .right]: "╭", [.down, .left]: "╮", [.up, .right]: "╰", [.up, .left]: "╯",
  ]

  private static let light: [Arms: Character] = [
    .left: "─", .right: "─", .level: "─", .up: "│", .down: "│", .upright: "│",
    [.down, .right]: "┌", [.down, .left]: "┐", [.up, .right]: "└", [.up, .left]: "┘",
    [.up, .down, .right]: "├", [.up, .down, .left]: "┤", [.left, .right, .down]: "┬",
    [.left, .right, .up]: "┴", [.up, .down, .left, .right]: "┼",
  ]

  private static let double: [Arms: Character] = [
    .level: "═", .upright: "║", .left: "═", .right: "═", .up: "║", .down: "║",
    [.down, .right]: "╔", [.down, .left]: "╗", [.up, .right]: "╚", [.up, .left]: "╝",
    [.up, .down, .right]: "╠", [.up, .down, .left]: "╣", [.left, .right, .down]: "╦",
    [.left, .right, .up]: "╩", [.up, .down, .left, .right]: "╬",
  ]
}
