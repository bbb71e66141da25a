/// Splits a large graph into parts whose members are tied more to one another than to the rest.
enum Neighbourhoods {
  /// From how many members on a graph is split.
  static let large = 150
  /// The most members of a part.
  private static let most = 16

  /// The parts, each in the order of its members, in the order of their first ones.
  ///
  /// Edges are drawn together one after the other, those between members with few edges first, as long as a part does not
  /// grow too large: so leaves gather round what they belong to, and hubs are shared out last.
  static func parts(_ count: Int, _ edges: [Graphviz.Edge]) -> [[Int]] {
    var degree = [Int](repeating: 0, count: count)
    for edge in edges {
      degree[edge.tail] += 1
      degree[edge.head] += 1
    }
    var parent = Array(0..<count)
    var size = [Int](repeating: 1, count: count)
    func root(_ member: Int) -> Int {
      var member = member
      while parent[member] != member { member = parent[member] }
      return member
    }
    let order = edges.indices.sorted { a, b in
      let (x, y) = (edges[a], edges[b])
      let keyX = (min(degree[x.tail], degree[x.head]), max(degree[x.tail], degree[x.head]), a)
      let keyY = (min(degree[y.tail], degree[y.head]), max(degree[y.tail], degree[y.head]), b)
      return keyX < keyY
    }
    for index in order {
      let (a, b) = (root(edges[index].tail), root(edges[index].head))
      if a == b || size[a] + size[b] > most { continue }
      parent[max(a, b)] = min(a, b)
      size[min(a, b)] += size[max(a, b)]
    }
    var lists = [[Int]](repeating: [], count: count)
    for member in 0..<count { lists[root(member)].append(member) }
    return lists.filter { !$0.isEmpty }
  }
}
