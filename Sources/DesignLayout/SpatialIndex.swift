import DesignDiagram

/// Rectangles found by where they are: a grid of square cells, each with the rectangles that touch it.
struct SpatialIndex {
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private static let side = 96.0
  private var cells: [Cell: [Int]] = [:]
  private var items: [(frame: Rect, tag: Int)] = []

  /// Adds a rectangle with a number for its owner.
  mutating func insert(_ frame: Rect, tag: Int) {
    let number = items.count
    items.append((frame, tag))
    Self.forEachCell(frame) { cells[$0, default: []].append(number) }
  }

  /// Calls a closure with each rectangle that overlaps a frame, once for each cell in which it does.
  func forEach(_ frame: Rect, _ body: (Rect, Int) -> Void) {
    Self.forEachCell(frame) { cell in
      for number in cells[cell] ?? [] where items[number].frame.overlaps(frame) {
        body(items[number].frame, items[number].tag)
      }
    }
  }

  /// Whether any rectangle that overlaps a frame fulfils a condition.
  func contains(where frame: Rect, _ condition: (Rect, Int) -> Bool) -> Bool {
    var isFound = false
    forEach(frame) { other, tag in if condition(other, tag) { isFound = true } }
    return isFound
  }

  private static func forEachCell(_ frame: Rect, _ body: (Cell) -> Void) {
    let columns = Int((frame.x / side).rounded(.down))...Int((frame.maxX / side).rounded(.down))
    let rows = Int((frame.y / side).rounded(.down))...Int((frame.maxY / side).rounded(.down))
    for row in rows {
      for column in columns { body(Cell(column: column, row: row)) }
    }
  }
}
