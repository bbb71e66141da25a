import DesignDiagram

/// Gives lanes that run side by side the room between what limits them.
struct LaneRoom {
  /// Two lanes of which the first keeps before the second, as far apart as they should be.
  struct Pair {
    var first: Int
    var second: Int
    var distance: Double
  }

  private let pairs: [Pair]
  /// The borders of groups that run as the lanes do.
  private let borders: [Rect]

  init(_ pairs: [Pair], borders: [Rect]) {
    self.pairs = pairs
    self.borders = borders
  }

  /// Moves the lanes until those that must keep apart do. Where there is too little room for that, all that stand there share
  /// it.
  func settle(_ lanes: inout [Tracks.Lane]) {
    for corridor in corridors(lanes.count) {
      let wishes = corridor.flatMap { [pairs[$0].first, pairs[$0].second] }.map { ($0, lanes[$0].place) }
      for share in [1, 0.75, 0.5, 0.3] {
        for (lane, place) in wishes { lanes[lane].place = place }
        if relax(&lanes, corridor, share) { break }
      }
    }
    for index in lanes.indices { lanes[index].place = (lanes[index].place * 2).rounded() / 2 }
    leaveBorders(&lanes)
  }

  /// The pairs that hang together, each list in their order.
  private func corridors(_ count: Int) -> [[Int]] {
    var parent = Array(0..<count)
    func root(_ lane: Int) -> Int {
      var lane = lane
      while parent[lane] != lane {
        parent[lane] = parent[parent[lane]]
        lane = parent[lane]
      }
      return lane
    }
    for pair in pairs {
      let (a, b) = (root(pair.first), root(pair.second))
      parent[max(a, b)] = min(a, b)
    }
    var lists = [[Int]](repeating: [], count: count)
    for (index, pair) in pairs.enumerated() { lists[root(pair.first)].append(index) }
    return lists.filter { !$0.isEmpty }
  }

  /// Moves the lanes of a corridor until each pair has a share of its distance; tells whether all have.
  private func relax(_ lanes: inout [Tracks.Lane], _ corridor: [Int], _ share: Double) -> Bool {
    for round in 0..<60 {
      var isMoved = false
      var isLacking = false
      for index in round % 2 == 0 ? corridor : corridor.reversed() {
        let (a, b) = (pairs[index].first, pairs[index].second)
        let lack = lanes[a].place + pairs[index].distance * share - lanes[b].place
        if lack <= 0.05 { continue }
        let roomA = lanes[a].place - lanes[a].least
        let roomB = lanes[b].most - lanes[b].place
        var shareA = min(lack / 2, roomA)
        let shareB = min(lack - shareA, roomB)
        shareA = min(lack - shareB, roomA)
        if shareA + shareB > 0.05 {
          lanes[a].place -= shareA
          lanes[b].place += shareB
          isMoved = true
        }
        if lack - shareA - shareB > 0.5 { isLacking = true }
      }
      if isLacking { return false }
      if !isMoved { return true }
    }
    return true
  }

  /// How far from a border a line is told from it.
  private static let air = 6.0

  /// Moves lanes off the borders of groups that they run along, where no other lane is in the way.
  private func leaveBorders(_ lanes: inout [Tracks.Lane]) {
    if borders.isEmpty { return }
    var neighbours = [[(lane: Int, isAfter: Bool)]](repeating: [], count: lanes.count)
    for pair in pairs {
      neighbours[pair.first].append((pair.second, true))
      neighbours[pair.second].append((pair.first, false))
    }
    for index in lanes.indices {
      let lane = lanes[index]
      let near = borders.filter {
        abs($0.x - lane.place) < Self.air - 1 && min($0.maxY, lane.high) - max($0.y, lane.low) > 20
      }
      guard let border = near.first else { continue }
      let places = [border.x - Self.air, border.x + Self.air].sorted {
        abs($0 - lane.place) < abs($1 - lane.place)
      }
      let free = places.first { place in
        if place < lane.least || place > lane.most { return false }
        if borders.contains(where: {
          abs($0.x - place) < Self.air - 1 && min($0.maxY, lane.high) - max($0.y, lane.low) > 20
        }) {
          return false
        }
        return neighbours[index].allSatisfy { other, isAfter in
          let before = lanes[other].place - lane.place
          let after = lanes[other].place - place
          return isAfter ? after >= min(before, Self.air) : after <= max(before, -Self.air)
        }
      }
      if let free { lanes[index].place = free }
    }
  }
}
