import DesignDiagram

extension Drawing.Line {
  func moved(_ dx: Double, _ dy: Double) -> Self {
    Self(text, role, Point(origin.x + dx, origin.y + dy), anchor: anchor)
  }
}

extension Drawing.Card {
  func moved(_ dx: Double, _ dy: Double) -> Self {
    Self(
      node: node, frame: frame.moved(dx, dy), glyph: glyph.moved(dx, dy),
      lines: lines.map { $0.moved(dx, dy) },
      badges: badges.map {
        Drawing.PlacedBadge(kind: $0.kind, frame: $0.frame.moved(dx, dy), line: $0.line.moved(dx, dy))
      },
      rows: rows.map {
        Drawing.PlacedRow(
          row: $0.row, frame: $0.frame.moved(dx, dy), lines: $0.lines.map { $0.moved(dx, dy) },
          keys: $0.keys.map { $0.moved(dx, dy) }, marks: $0.marks.map { $0.moved(dx, dy) })
      })
  }
}

extension Drawing.PlacedLabel {
  func moved(_ dx: Double, _ dy: Double) -> Self {
    Self(frame: frame.moved(dx, dy), lines: lines.map { $0.moved(dx, dy) })
  }
}
