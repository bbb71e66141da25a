import DesignDiagram

/// Builds the cards of tables at the origin: a header, then a row for each column.
struct TableMeasure {
  private let metrics: TextMetrics
  /// The height of a row.
  private let rowHeight: Double
  private let padding: Double
  private static let headerHeight = 34.0
  private static let icon = 14.0
  private static let widths = 170.0...340.0
  private static let longestName = 190.0
  private static let longestType = 120.0

  init(_ measures: LayoutMeasures) {
    metrics = measures.text
    rowHeight = 22 + measures.air(8) - 8
    padding = measures.air(10)
  }

  /// The card of a table, its upper left corner at the origin.
  func card(_ node: Node) -> Drawing.Card {
    let keySlots = max(1, node.rows.map(\.keys.count).max() ?? 1)
    let nameStart = node.rows.isEmpty ? padding : padding + Double(keySlots) * (Self.icon + 2) + 4
    var natural = padding + 22 + metrics.width(node.title, .cardTitle) + padding
    natural = max(natural, padding + 22 + metrics.width(node.technology, .technology) + padding)
    var names: [String] = []
    var types: [String] = []
    for row in node.rows {
      let name = metrics.fitted(TextMetrics.singleLine(row.name), Self.nameRole(row), Self.longestName)
      let type = typeText(row)
      names.append(name)
      types.append(type)
      let wide =
        nameStart + metrics.width(name, Self.nameRole(row)) + 18 + metrics.width(type, .rowType)
        + Self.marksWidth(row) + padding
      natural = max(natural, wide)
    }
    let width = min(
      max((natural / 10).rounded(.up) * 10, Self.widths.lowerBound), Self.widths.upperBound + 60)

    var lines: [Drawing.Line] = []
    let titleRoom = width - padding * 2 - 22
    let title = metrics.fitted(TextMetrics.singleLine(node.title), .cardTitle, titleRoom)
    let technology = metrics.fitted(TextMetrics.singleLine(node.technology), .technology, titleRoom)
    let header = technology.isEmpty ? Self.headerHeight : Self.headerHeight + 12
    lines.append(Drawing.Line(title, .cardTitle, Point(padding + 22, technology.isEmpty ? 22 : 20)))
    if !technology.isEmpty {
      lines.append(Drawing.Line(technology, .technology, Point(padding + 22, 36)))
    }
    var rows: [Drawing.PlacedRow] = []
    for (index, row) in node.rows.enumerated() {
      let frame = Rect(0, header + Double(index) * rowHeight, width, rowHeight)
      rows.append(place(row, names[index], types[index], frame, nameStart))
    }
    let height = header + Double(node.rows.count) * rowHeight + (node.rows.isEmpty ? 0 : 4)
    return Drawing.Card(
      node: node, frame: Rect(0, 0, width, height), glyph: Rect(padding, 10, 16, 16), lines: lines, rows: rows
    )
  }

  private func place(
    _ row: Row, _ name: String, _ type: String, _ frame: Rect, _ nameStart: Double
  ) -> Drawing.PlacedRow {
    let middle = frame.midY
    var keys: [Rect] = []
    for index in row.keys.indices {
      keys.append(
        Rect(padding + Double(index) * (Self.icon + 2), middle - Self.icon / 2, Self.icon, Self.icon))
    }
    var marks: [Rect] = []
    var right = frame.maxX - padding
    for _ in row.marks {
      marks.append(Rect(right - Self.icon, middle - Self.icon / 2, Self.icon, Self.icon))
      right -= Self.icon + 3
    }
    if !row.marks.isEmpty { right -= 3 }
    let role = Self.nameRole(row)
    let left = nameStart + metrics.width(name, role)
    let shownType = metrics.fitted(type, .rowType, max(30, right - left - 12))
    return Drawing.PlacedRow(
      row: row, frame: frame,
      lines: [
        Drawing.Line(name, role, Point(nameStart, middle + 4)),
        Drawing.Line(shownType, .rowType, Point(right, middle + 4), anchor: .end),
      ], keys: keys, marks: marks.reversed())
  }

  private static func nameRole(_ row: Row) -> TextRole {
    row.keys.contains(.primary) ? .rowKeyName : .rowName
  }

  private func typeText(_ row: Row) -> String {
    let type = TextMetrics.singleLine(row.type)
    guard row.isNullable else { return metrics.fitted(type, .rowType, Self.longestType) }
    return metrics.fitted(type, .rowType, Self.longestType - metrics.width("?", .rowType)) + "?"
  }

  private static func marksWidth(_ row: Row) -> Double {
    row.marks.isEmpty ? 0 : Double(row.marks.count) * (Self.icon + 3) + 3
  }
}
