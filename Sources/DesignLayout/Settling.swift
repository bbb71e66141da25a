import DesignDiagram

/// Draws the members of ranks together along their ranks, in the order that `dot` found.
///
/// `dot` keeps room in every rank for each edge that passes through it. Here edges find their own way round the boxes, so
/// that room would only stand empty.
struct Settling {
  let sizes: [Size]
  let ranks: [Int]
  /// Whether ranks run from left to right, so that members move up and down.
  let horizontal: Bool
  /// The least distance between two members of a rank.
  let gap: Double
  private let neighbours: [[Int]]

  private static let rounds = 12

  init(_ sizes: [Size], _ ranks: [Int], _ edges: [Graphviz.Edge], horizontal: Bool, gap: Double) {
    self.sizes = sizes
    self.ranks = ranks
    self.horizontal = horizontal
    self.gap = gap
    var neighbours = [[Int]](repeating: [], count: sizes.count)
    for edge in edges where edge.tail != edge.head {
      neighbours[edge.tail].append(edge.head)
      neighbours[edge.head].append(edge.tail)
    }
    self.neighbours = neighbours
  }

  /// Better centres than those given.
  func settled(_ centres: [Point]) -> [Point] {
    var places = centres.map { horizontal ? $0.y : $0.x }
    let extents = sizes.map { horizontal ? $0.height : $0.width }
    var lists = [[Int]](repeating: [], count: (ranks.max() ?? 0) + 1)
    for index in ranks.indices { lists[ranks[index]].append(index) }
    for rank in lists.indices {
      lists[rank].sort { places[$0] != places[$1] ? places[$0] < places[$1] : $0 < $1 }
    }
    for round in 0..<Self.rounds {
      for rank in round % 2 == 0 ? Array(lists.indices) : lists.indices.reversed() {
        let wishes = lists[rank].map { wish($0, places) }
        let solved = Self.spread(wishes, lists[rank].map { extents[$0] }, gap)
        for (index, place) in zip(lists[rank], solved) { places[index] = place }
      }
    }
    return zip(centres, places).map { horizontal ? Point($0.x, $1) : Point($1, $0.y) }
  }

  /// Where a member would stand for its neighbours' sake: in the middle of the middle ones.
  private func wish(_ index: Int, _ places: [Double]) -> Double {
    let around = neighbours[index].map { places[$0] }.sorted()
    if around.isEmpty { return places[index] }
    return (around[(around.count - 1) / 2] + around[around.count / 2]) / 2
  }

  /// The places nearest to the wishes (by least squares) that keep the order and the gaps: pool adjacent violators.
  private static func spread(_ wishes: [Double], _ extents: [Double], _ gap: Double) -> [Double] {
    var offsets: [Double] = []
    var next = 0.0
    for (index, extent) in extents.enumerated() {
      if index > 0 { next += extents[index - 1] / 2 + gap + extent / 2 }
      offsets.append(next)
    }
    var pools: [(sum: Double, count: Int)] = []
    for (wish, offset) in zip(wishes, offsets) {
      var pool = (sum: wish - offset, count: 1)
      while let last = pools.last, last.sum / Double(last.count) >= pool.sum / Double(pool.count) {
        pool = (pool.sum + last.sum, pool.count + last.count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    let levels = pools.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
    return zip(levels, offsets).map { $0 + $1 }
  }
}
