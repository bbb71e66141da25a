import DesignDiagram

/// Arithmetic on ranks, round what `dot` decides.
enum Ranks {
  /// The ranks renumbered from 0 without gaps.
  static func dense(_ ranks: [Int]) -> [Int] {
    let used = Set(ranks).sorted()
    var number: [Int: Int] = [:]
    for (index, rank) in used.enumerated() { number[rank] = index }
    return ranks.map { number[$0] ?? 0 }
  }

  /// Breaks ranks that are too long for the wished shape into several beside one another: a fan-out of thirty leaves
  /// becomes a few columns. What nothing leaves goes to the first of them, so that the rest stays next to what it leads to.
  static func folded(
    _ ranks: [Int], _ sizes: [Size], _ edges: [Graphviz.Edge], horizontal: Bool, gap: Double, rankGap: Double,
    aspect: Double
  ) -> [Int] {
    let ranks = dense(ranks)
    let along = sizes.map { (horizontal ? $0.height : $0.width) + gap }
    let across = sizes.map { (horizontal ? $0.width : $0.height) + rankGap }
    let area = zip(along, across).reduce(0) { $0 + $1.0 * $1.1 }
    let wish = (horizontal ? area / aspect : area * aspect).squareRoot()
    let limit = max(wish * 1.1, (along.max() ?? 0) * 1.05)
    let count = (ranks.max() ?? 0) + 1
    var lists = [[Int]](repeating: [], count: count)
    for (index, rank) in ranks.enumerated() { lists[rank].append(index) }
    var leads = [Bool](repeating: false, count: ranks.count)
    for edge in edges { leads[ranks[edge.head] > ranks[edge.tail] ? edge.tail : edge.head] = true }
    var result = ranks
    var next = 0
    for list in lists {
      let length = list.reduce(0) { $0 + along[$1] }
      let parts = max(1, (length / limit).rounded(.up))
      let share = length / parts
      let ordered = parts > 1 ? list.filter { !leads[$0] } + list.filter { leads[$0] } : list
      var filled = 0.0
      for index in ordered {
        if filled > 0, filled + along[index] / 2 > share {
          next += 1
          filled = 0
        }
        result[index] = next
        filled += along[index]
      }
      next += 1
    }
    return result
  }

  /// Upper left corners from centres, in whole pixels from (0, 0), each rank aligned at its left (or upper) edge.
  static func aligned(_ centres: [Point], _ sizes: [Size], _ ranks: [Int], horizontal: Bool) -> [Point] {
    var start = [Double](repeating: .infinity, count: (ranks.max() ?? 0) + 1)
    var corners = zip(centres, sizes).map { Point($0.x - $1.width / 2, $0.y - $1.height / 2) }
    for (index, rank) in ranks.enumerated() {
      start[rank] = min(start[rank], horizontal ? corners[index].x : corners[index].y)
    }
    for (index, rank) in ranks.enumerated() {
      if horizontal { corners[index].x = start[rank] } else { corners[index].y = start[rank] }
    }
    let left = corners.reduce(Double.infinity) { min($0, $1.x) }
    let top = corners.reduce(Double.infinity) { min($0, $1.y) }
    return corners.map { Point(($0.x - left).rounded(), ($0.y - top).rounded()) }
  }
}
