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

  /// How far a box must get for it to leave the line of its rank.
  private static let worthwhile = 160.0

  /// Corners moved back along the ranks into room that a rank's largest box left free, in the order of the ranks, but those
  /// that are bound never beside or before what leads to them. Edges lead from lower ranks to higher ones.
  static func compacted(
    _ corners: [Point], _ sizes: [Size], _ ranks: [Int], _ edges: [Graphviz.Edge], bound: [Bool],
    horizontal: Bool, gap: Double, rankGap: Double
  ) -> [Point] {
    var corners = corners
    var placed: [(low: Double, high: Double, end: Double)] = []
    var earliest = [Double](repeating: 0, count: corners.count)
    var leads = [[Int]](repeating: [], count: corners.count)
    for edge in edges where bound[edge.head] { leads[edge.tail].append(edge.head) }
    for index in corners.indices.sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }) {
      let low = horizontal ? corners[index].y : corners[index].x
      let high = low + (horizontal ? sizes[index].height : sizes[index].width)
      var start = earliest[index]
      for other in placed where other.low < high + gap && low < other.high + gap {
        start = max(start, other.end + rankGap)
      }
      // In line with its rank is worth more than a little room.
      let own = horizontal ? corners[index].x : corners[index].y
      if own - start < Self.worthwhile { start = max(start, own) }
      let end = start + (horizontal ? sizes[index].width : sizes[index].height)
      if horizontal { corners[index].x = start } else { corners[index].y = start }
      placed.append((low, high, end))
      for next in leads[index] { earliest[next] = max(earliest[next], end + rankGap) }
    }
    return corners
  }

  /// How ranks are given the shape of a page.
  struct Shape {
    /// Whether ranks run from left to right.
    var horizontal: Bool
    /// The least distance within a rank.
    var gap: Double
    /// The least distance between ranks.
    var rankGap: Double
    /// The wished width for a height of one.
    var aspect: Double

    /// From how many leaves on a hub's fan-out is placed as a grid.
    private static let fan = 6

    /// Breaks ranks that are too long for the wished shape into several beside one another: a fan-out of thirty leaves
    /// becomes a few columns. What nothing leaves goes to the first of them, so that the rest stays next to what it leads to.
    ///
    /// Also gives the edges by which to place the members: in the columns of a fan-out each leaf follows its neighbour in
    /// the column next to the hub, so that the columns stand in rows and lines can run between them.
    func folded(
      _ ranks: [Int], _ sizes: [Size], _ edges: [Graphviz.Edge]
    ) -> (ranks: [Int], edges: [Graphviz.Edge]) {
      let ranks = Ranks.dense(ranks)
      let along = sizes.map(along)
      let across = sizes.map(across)
      let area = zip(along, across).reduce(0) { $0 + $1.0 * $1.1 }
      let wish = (horizontal ? area / aspect : area * aspect).squareRoot()
      let limit = max(wish * 1.65, (along.max() ?? 0) * 1.05)
      let count = (ranks.max() ?? 0) + 1
      var lists = [[Int]](repeating: [], count: count)
      for (index, rank) in ranks.enumerated() { lists[rank].append(index) }
      var leads = [Bool](repeating: false, count: ranks.count)
      // The one member that a leaf is tied to, -1 for none yet, -2 for several.
      var hub = [Int](repeating: -1, count: ranks.count)
      for edge in edges {
        leads[ranks[edge.head] > ranks[edge.tail] ? edge.tail : edge.head] = true
        hub[edge.tail] = hub[edge.tail] == -1 ? edge.head : -2
        hub[edge.head] = hub[edge.head] == -1 ? edge.tail : -2
      }
      var result = ranks
      var next = 0
      // The neighbour that a leaf follows instead of its hub.
      var leader: [Int: Int] = [:]
      for list in lists {
        let length = list.reduce(0) { $0 + along[$1] }
        let parts = max(1, (length / limit).rounded(.up))
        let share = length / parts
        let ordered = parts > 1 ? list.filter { !leads[$0] } + list.filter { leads[$0] } : list
        var filled = 0.0
        var columns: [[Int]] = [[]]
        for index in ordered {
          if filled > 0, filled + along[index] / 2 > share {
            next += 1
            filled = 0
            columns.append([])
          }
          result[index] = next
          filled += along[index]
          columns[columns.count - 1].append(index)
        }
        next += 1
        var leaves: [Int: Int] = [:]
        for index in list where hub[index] >= 0 { leaves[hub[index], default: 0] += 1 }
        for (column, members) in columns.enumerated() {
          for (row, index) in members.enumerated() {
            let nearer = leads[index] ? column + 1 : column - 1
            if !columns.indices.contains(nearer) || leaves[hub[index], default: 0] < Self.fan { continue }
            let neighbour = columns[nearer][min(row, columns[nearer].count - 1)]
            if hub[neighbour] == hub[index] { leader[index] = neighbour }
          }
        }
      }
      if leader.isEmpty { return (result, edges) }
      var placing = edges.filter { leader[$0.tail] == nil && leader[$0.head] == nil }
      for index in result.indices {
        guard let other = leader[index] else { continue }
        let isBefore = result[index] < result[other]
        placing.append(
          Graphviz.Edge(tail: isBefore ? index : other, head: isBefore ? other : index, weight: 4))
      }
      return (result, placing)
    }

    /// Breaks a long row of ranks into bands under one another, as text is broken into lines. Each band lists its members.
    func bands(_ ranks: [Int], _ sizes: [Size]) -> [[Int]] {
      let count = (ranks.max() ?? 0) + 1
      var length = [Double](repeating: 0, count: count)
      var breadth = [Double](repeating: 0, count: count)
      for (index, rank) in ranks.enumerated() {
        length[rank] = max(length[rank], across(sizes[index]))
        breadth[rank] += along(sizes[index])
      }
      let total = length.reduce(0, +)
      let wish = horizontal ? aspect : 1 / aspect
      var best = (cost: Double.infinity, starts: [0])
      for parts in 1...min(count, 12) {
        let starts = cuts(length, total / Double(parts))
        if starts.count < parts { continue }
        var longest = 0.0
        var height = 0.0
        for (start, end) in zip(starts, starts.dropFirst() + [count]) {
          longest = max(longest, length[start..<end].reduce(0, +))
          height += (breadth[start..<end].max() ?? 0) + 24
        }
        let shape = longest / height / wish
        // A band more costs: what flows in one line is easier to follow.
        let cost = (shape > 1 ? shape : 1 / shape) * (parts == 1 ? 1 : 2.2)
        if cost < best.cost { best = (cost, starts) }
      }
      var band = [Int](repeating: 0, count: count)
      for start in best.starts.dropFirst() { for rank in start..<count { band[rank] += 1 } }
      var result = [[Int]](repeating: [], count: best.starts.count)
      for (index, rank) in ranks.enumerated() { result[band[rank]].append(index) }
      return result
    }

    /// The first rank of each band, the bands about equally long.
    private func cuts(_ length: [Double], _ share: Double) -> [Int] {
      var starts = [0]
      var filled = 0.0
      for (rank, more) in length.enumerated() {
        if filled + more / 2 > share * Double(starts.count), rank > (starts.last ?? 0) { starts.append(rank) }
        filled += more
      }
      return starts
    }

    private func along(_ size: Size) -> Double { (horizontal ? size.height : size.width) + gap }

    private func across(_ size: Size) -> Double { (horizontal ? size.width : size.height) + rankGap }
  }
}
