import DesignDiagram

/// The lines on which edges may run: beside, between and through the middles of cards and groups, with what blocks them.
///
/// A node of the grid is where a level and an upright line cross; a segment leads from a node to the next one to the
/// right (level) or below (upright).
struct Grid {
  /// The places of the upright lines, ascending.
  let xs: [Double]
  /// The places of the level lines, ascending.
  let ys: [Double]
  /// For each node, whether the segment to its right is closed.
  private(set) var closedRight: [Bool]
  /// For each node, whether the segment below it is closed.
  private(set) var closedBelow: [Bool]
  /// For each node, what using the segment to its right costs besides its length.
  private(set) var tollRight: [Float]
  /// For each node, what using the segment below it costs besides its length.
  private(set) var tollBelow: [Float]

  /// Makes the lines round cards, with extra ones at the heights given, and closes what runs through a card.
  init(cards: [Rect], groups: [Rect], titles: [Rect], heights: [Double], clearance: Double, midlines: Bool) {
    var xs: [Double] = []
    var ys = heights
    for card in cards {
      xs.append(card.x - clearance)
      xs.append(card.maxX + clearance)
      ys.append(card.y - clearance)
      ys.append(card.maxY + clearance)
      if midlines {
        xs.append(card.midX.rounded())
        ys.append(card.midY.rounded())
      }
    }
    for group in groups {
      xs.append(group.x - 10)
      xs.append(group.maxX + 10)
      ys.append(group.y - 10)
      ys.append(group.maxY + 10)
    }
    self.xs = Self.distinct(xs)
    self.ys = Self.distinct(ys)
    let count = self.xs.count * self.ys.count
    closedRight = [Bool](repeating: false, count: count)
    closedBelow = [Bool](repeating: false, count: count)
    tollRight = [Float](repeating: 0, count: count)
    tollBelow = [Float](repeating: 0, count: count)
    for card in cards { close(card.grown(clearance)) }
    for title in titles { charge(title, 60) }
  }

  /// How many upright lines there are: the number of nodes in a row.
  var width: Int { xs.count }

  /// The node where two lines cross.
  func node(_ column: Int, _ row: Int) -> Int { row * xs.count + column }

  /// The place of a node.
  func point(_ node: Int) -> Point { Point(xs[node % xs.count], ys[node / xs.count]) }

  /// Closes the segments that enter the inside of a rectangle.
  private mutating func close(_ rect: Rect) {
    let columns = Self.from(xs, rect.x)..<Self.after(xs, rect.maxX)
    let rows = Self.from(ys, rect.y)..<Self.after(ys, rect.maxY)
    for row in rows {
      let inside = ys[row] > rect.y && ys[row] < rect.maxY
      for column in columns {
        let node = node(column, row)
        if inside, column + 1 < columns.upperBound { closedRight[node] = true }
        if row + 1 < rows.upperBound, xs[column] > rect.x, xs[column] < rect.maxX { closedBelow[node] = true }
      }
    }
  }

  /// Makes the segments that touch a rectangle dearer.
  private mutating func charge(_ rect: Rect, _ toll: Float) {
    let columns = max(0, Self.from(xs, rect.x) - 1)..<Self.after(xs, rect.maxX)
    let rows = max(0, Self.from(ys, rect.y) - 1)..<Self.after(ys, rect.maxY)
    for row in rows {
      for column in columns {
        let node = node(column, row)
        if ys[row] >= rect.y, column + 1 < xs.count { tollRight[node] += toll }
        if xs[column] >= rect.x, row + 1 < ys.count { tollBelow[node] += toll }
      }
    }
  }

  /// The first place in an ascending list whose value is not below a bound.
  static func from(_ values: [Double], _ bound: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place in an ascending list whose value is above a bound.
  static func after(_ values: [Double], _ bound: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func distinct(_ values: [Double]) -> [Double] {
    var result: [Double] = []
    for value in values.sorted() where result.last.map({ value - $0 > 0.01 }) ?? true { result.append(value) }
    return result
  }
}
