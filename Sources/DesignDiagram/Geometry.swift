/// A point of the sheet in pixels, from the upper left corner.
package struct Point: Sendable, Hashable {
  /// The distance from the left edge.
  package var x: Double
  /// The distance from the upper edge.
  package var y: Double

  /// Makes a point.
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A width and a height in pixels.
package struct Size: Sendable, Hashable {
  /// From left to right.
  package var width: Double
  /// From top to bottom.
  package var height: Double

  /// Makes a size.
  package init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle of the sheet, in pixels.
package struct Rect: Sendable, Hashable {
  /// The left edge.
  package var x: Double
  /// The upper edge.
  package var y: Double
  /// From left to right.
  package var width: Double
  /// From top to bottom.
  package var height: Double

  /// Makes a rectangle from its upper left corner and its size.
  package init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  package var maxX: Double { x + width }
  /// The lower edge.
  package var maxY: Double { y + height }
  /// Half way between the left and the right edge.
  package var midX: Double { x + width / 2 }
  /// Half way between the upper and the lower edge.
  package var midY: Double { y + height / 2 }

  /// The rectangle grown on all four sides; a negative distance shrinks it.
  package func grown(_ distance: Double) -> Rect {
    Rect(x - distance, y - distance, width + 2 * distance, height + 2 * distance)
  }

  /// The four sides, as rectangles without width or height: upper, lower, left and right.
  package var borders: [Rect] {
    [Rect(x, y, width, 0), Rect(x, maxY, width, 0), Rect(x, y, 0, height), Rect(maxX, y, 0, height)]
  }

  /// The rectangle moved right and down.
  package func moved(_ dx: Double, _ dy: Double) -> Rect { Rect(x + dx, y + dy, width, height) }

  /// The least rectangle round both.
  package func united(_ other: Rect) -> Rect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rect(left, top, max(maxX, other.maxX) - left, max(maxY, other.maxY) - top)
  }

  /// Whether the two share more than an edge.
  package func overlaps(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  /// Whether the other lies wholly inside or on the edges.
  package func contains(_ other: Rect) -> Bool {
    x <= other.x && other.maxX <= maxX && y <= other.y && other.maxY <= maxY
  }
}
