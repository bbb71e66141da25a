/// A table for a terminal: columns as wide as their longest cell, numbers at the right.
struct TextTable {
  private var rows: [[String]]
  private let columns: Int

  /// The first row is the head.
  init(_ head: [String]) {
    rows = [head]
    columns = head.count
  }

  var isEmpty: Bool { rows.count == 1 }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, no longer than `width` where the first column can give way; it keeps at least ten characters.
  ///
  /// - Parameter left: places of columns of words; the first is one.
  func text(width: Int = 80, left: Set<Int> = [0]) -> String {
    var widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let gaps = 2 * (columns - 1)
    let excess = widths.reduce(gaps, +) - width
    if excess > 0 { widths[0] = max(min(10, widths[0]), widths[0] - excess) }
    return rows.map { row in
      let cells = row.enumerated().map { (column, cell) -> String in
        let fitted = cell.count > widths[column] ? String(cell.prefix(widths[column] - 1)) + "…" : cell
        let blanks = String(repeating: " ", count: widths[column] - fitted.count)
        return left.contains(column) ? fitted + blanks : blanks + fitted
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
