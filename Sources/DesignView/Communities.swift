/// Splits a graph into parts whose members are tied more to one another than to the rest.
enum Communities {
  /// The parts, each in the order of its members, in the order of their first ones; those last whose members hang together
  /// with little or nothing, as many to a part as there is room.
  ///
  /// Greedy modularity (Clauset, Newman, Moore 2004): of all pairs of parts that an edge joins, the two are joined that
  /// gain most, until nothing is gained or no part has room for another. What is then still small joins the part that it is
  /// tied to most.
  ///
  /// - Parameters:
  ///   - most: the most members of a part.
  ///   - least: from how many members on a part stands by itself.
  static func parts(_ count: Int, _ edges: [(Int, Int)], most: Int, least: Int) -> (
    tied: [[Int]], loose: [[Int]]
  ) {
    var graph = Graph(count, edges)
    while let (a, b) = graph.bestPair(most) { graph.join(a, b) }
    for part in 0..<count {
      let size = graph.members[part].count
      if size == 0 || size >= least { continue }
      if let other = graph.closest(to: part, most) { graph.join(min(part, other), max(part, other)) }
    }
    let parts = graph.members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    return (parts.filter { $0.count >= least }, packed(parts.filter { $0.count < least }, most))
  }

  /// Small parts put together in their order.
  private static func packed(_ parts: [[Int]], _ most: Int) -> [[Int]] {
    var out: [[Int]] = []
    for part in parts {
      if let last = out.last, last.count + part.count <= most {
        out[out.count - 1] += part
      } else {
        out.append(part)
      }
    }
    return out
  }
}

private struct Graph {
  var members: [[Int]]
  /// By part: how many edges join it with others.
  private var ties: [[Int: Int]]
  private var degree: [Int]
  private let edges: Int

  init(_ count: Int, _ list: [(Int, Int)]) {
    members = (0..<count).map { [$0] }
    ties = Array(repeating: [:], count: count)
    degree = Array(repeating: 0, count: count)
    var edges = 0
    for (a, b) in list where a != b {
      ties[a][b, default: 0] += 1
      ties[b][a, default: 0] += 1
      degree[a] += 1
      degree[b] += 1
      edges += 1
    }
    self.edges = edges
  }

  /// The two parts that gain most by being joined; of equals the first. The order in which ties are looked at decides
  /// nothing.
  func bestPair(_ most: Int) -> (Int, Int)? {
    var best: (gain: Int, a: Int, b: Int)?
    for a in members.indices where !members[a].isEmpty {
      for (b, weight) in ties[a] where b > a && members[a].count + members[b].count <= most {
        // The gain in modularity, times twice the square of the number of edges.
        let gain = 2 * edges * weight - degree[a] * degree[b]
        if gain <= 0 { continue }
        if let best, (best.gain, -best.a, -best.b) > (gain, -a, -b) { continue }
        best = (gain, a, b)
      }
    }
    return best.map { ($0.a, $0.b) }
  }

  /// The part with room that most edges join with this one; of equals the first.
  func closest(to part: Int, _ most: Int) -> Int? {
    let fitting = ties[part].filter { members[$0.key].count + members[part].count <= most }
    return fitting.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// Makes the second a part of the first.
  mutating func join(_ a: Int, _ b: Int) {
    members[a] += members[b]
    members[b] = []
    degree[a] += degree[b]
    for (other, weight) in ties[b] {
      ties[other][b] = nil
      if other == a { continue }
      ties[a][other, default: 0] += weight
      ties[other][a, default: 0] += weight
    }
    ties[b] = [:]
    ties[a][b] = nil
  }
}
