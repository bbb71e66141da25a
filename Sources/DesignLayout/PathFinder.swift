import DesignDiagram

/// Finds the cheapest way over a lattice: short, with few bends, across few lines that are there already.
struct PathFinder {
  /// Where a path may start or end: a node, the direction there, and what choosing it costs.
  struct Gate {
    var node: Int
    /// Whether the path runs level between the card and the node.
    var isLevel: Bool
    var cost: Float
    /// The point on the card's border.
    var border: Point
  }

  let lattice: Lattice
  /// For each node, how many lines run along the segment to its right.
  private var usedRight: [UInt16]
  /// For each node, how many lines run along the segment below it.
  private var usedBelow: [UInt16]
  /// The segments of the net being routed, which are cheap to share.
  private var ownRight: [Bool]
  private var ownBelow: [Bool]
  // What the search knows of each state (two a node: arrived level, arrived upright), valid in the round it was written.
  private var cost: [Float]
  private var before: [Int32]
  private var round: [UInt32]
  private var done: [UInt32]
  private var gateRound: [UInt32]
  private var gateCost: [Float]
  private var now: UInt32 = 0
  /// The least that a pixel of the way can cost in this search.
  private var thrift: Float = 1
  private let isHasty: Bool
  private var heap = MinimumHeap()

  private static let bend: Float = 32
  private static let crossing: Float = 28
  private static let beside: Float = 0.12
  private static let shared: Float = 0.35

  /// Makes a finder over free lines. A hasty one does not look for every way to share a line, which takes far longer.
  init(_ lattice: Lattice, hasty: Bool) {
    self.lattice = lattice
    isHasty = hasty
    let count = lattice.xs.count
    usedRight = [UInt16](repeating: 0, count: count)
    usedBelow = [UInt16](repeating: 0, count: count)
    ownRight = [Bool](repeating: false, count: count)
    ownBelow = [Bool](repeating: false, count: count)
    cost = [Float](repeating: 0, count: 2 * count)
    before = [Int32](repeating: -1, count: 2 * count)
    round = [UInt32](repeating: 0, count: 2 * count)
    done = [UInt32](repeating: 0, count: 2 * count)
    gateRound = [UInt32](repeating: 0, count: 2 * count)
    gateCost = [Float](repeating: 0, count: 2 * count)
  }

  /// Counts a path's segments as used by one line more, or less.
  mutating func use(_ nodes: [Int], by lines: Int) {
    forEachSegment(of: nodes) { finder, node, isLevel in
      if isLevel {
        finder.usedRight[node] = UInt16(clamping: Int(finder.usedRight[node]) + lines)
      } else {
        finder.usedBelow[node] = UInt16(clamping: Int(finder.usedBelow[node]) + lines)
      }
    }
  }

  /// Marks a path's segments as belonging to the net being routed, or not any more.
  mutating func own(_ nodes: [Int], _ isOwn: Bool) {
    forEachSegment(of: nodes) { finder, node, isLevel in
      if isLevel { finder.ownRight[node] = isOwn } else { finder.ownBelow[node] = isOwn }
    }
  }

  /// Calls a closure with each unit segment of a path given by its corners.
  private mutating func forEachSegment(of corners: [Int], _ body: (inout PathFinder, Int, Bool) -> Void) {
    for (a, b) in zip(corners, corners.dropFirst()) {
      let isLevel = lattice.ys[a] == lattice.ys[b]
      let isForward = isLevel ? lattice.xs[a] <= lattice.xs[b] : lattice.ys[a] <= lattice.ys[b]
      var node = isForward ? a : b
      let last = isForward ? b : a
      while node != last, node >= 0 {
        body(&self, node, isLevel)
        node = Int(isLevel ? lattice.right[node] : lattice.below[node])
      }
    }
  }

  /// The corners of the cheapest path with the gates it starts and ends at, or nil where there is none. `sharing` says
  /// that segments are marked as the net's own.
  mutating func path(
    from sources: [Gate], to targets: [Gate], sharing: Bool
  ) -> (start: Gate, nodes: [Int], end: Gate)? {
    now += 1
    thrift = sharing ? (isHasty ? 0.9 : Self.shared) : 1
    heap.removeAll()
    var box = (left: Double.infinity, right: -Double.infinity, top: Double.infinity, bottom: -Double.infinity)
    for gate in targets {
      let state = 2 * gate.node + (gate.isLevel ? 0 : 1)
      if gateRound[state] != now || gateCost[state] > gate.cost {
        gateRound[state] = now
        gateCost[state] = gate.cost
      }
      let (x, y) = (lattice.xs[gate.node], lattice.ys[gate.node])
      box = (min(box.left, x), max(box.right, x), min(box.top, y), max(box.bottom, y))
    }
    /// The least that the way on from a node can cost: the distance, and a bend if the direction leads past the goal.
    func ahead(_ node: Int, level: Bool) -> Float {
      let (x, y) = (lattice.xs[node], lattice.ys[node])
      let across = max(0, box.left - x, x - box.right)
      let along = max(0, box.top - y, y - box.bottom)
      return Float(across + along) * thrift + ((level ? along : across) > 0 ? Self.bend : 0)
    }
    for gate in sources {
      let state = 2 * gate.node + (gate.isLevel ? 0 : 1)
      reach(state, gate.cost, from: -1, ahead(gate.node, level: gate.isLevel))
    }
    // The goal is one state beyond all gates, reached at a gate's own cost.
    var goalCost = Float.infinity
    var goal = -1
    while let (estimate, state) = heap.removeFirst() {
      if estimate >= goalCost { break }
      if done[state] == now { continue }
      done[state] = now
      let node = state / 2
      let isLevel = state % 2 == 0
      if gateRound[state] == now, cost[state] + gateCost[state] < goalCost {
        goalCost = cost[state] + gateCost[state]
        goal = state
      }
      let right = Int(lattice.right[node])
      if right >= 0 {
        step(state, to: right, segment: node, level: true, turns: !isLevel, ahead(right, level: true))
      }
      let left = Int(lattice.left[node])
      if left >= 0 {
        step(state, to: left, segment: left, level: true, turns: !isLevel, ahead(left, level: true))
      }
      let below = Int(lattice.below[node])
      if below >= 0 {
        step(state, to: below, segment: node, level: false, turns: isLevel, ahead(below, level: false))
      }
      let above = Int(lattice.above[node])
      if above >= 0 {
        step(state, to: above, segment: above, level: false, turns: isLevel, ahead(above, level: false))
      }
    }
    guard goal >= 0 else { return nil }
    return unwind(goal, sources, targets)
  }

  private mutating func step(
    _ state: Int, to node: Int, segment: Int, level: Bool, turns: Bool, _ ahead: Float
  ) {
    let from = state / 2
    let length =
      level
      ? Float(abs(lattice.xs[node] - lattice.xs[from])) : Float(abs(lattice.ys[node] - lattice.ys[from]))
    var price = cost[state]
    if level ? ownRight[segment] : ownBelow[segment] {
      price += length * Self.shared
    } else {
      let lines = Float(level ? usedRight[segment] : usedBelow[segment])
      price +=
        length * (1 + Self.beside * min(lines, 6))
        + (level ? lattice.tollRight[segment] : lattice.tollBelow[segment])
      price += Self.crossing * Float(across(node, level))
    }
    if turns { price += Self.bend }
    reach(2 * node + (level ? 0 : 1), price, from: state, ahead)
  }

  /// How many lines run straight through a node in the other direction.
  private func across(_ node: Int, _ level: Bool) -> Int {
    let before = Int(level ? lattice.above[node] : lattice.left[node])
    if before < 0 { return 0 }
    return Int(level ? min(usedBelow[node], usedBelow[before]) : min(usedRight[node], usedRight[before]))
  }

  private mutating func reach(_ state: Int, _ price: Float, from: Int, _ ahead: Float) {
    if round[state] == now, cost[state] <= price { return }
    round[state] = now
    cost[state] = price
    before[state] = Int32(from)
    heap.insert(price + ahead, state)
  }

  private func unwind(_ goal: Int, _ sources: [Gate], _ targets: [Gate]) -> (Gate, [Int], Gate)? {
    var states = [goal]
    while let last = states.last, before[last] >= 0 { states.append(Int(before[last])) }
    states.reverse()
    var nodes: [Int] = []
    for state in states {
      let node = state / 2
      if nodes.last == node { continue }
      if nodes.count >= 2 {
        let (a, b) = (nodes[nodes.count - 2], nodes[nodes.count - 1])
        let (ya, yb, yc) = (lattice.ys[a], lattice.ys[b], lattice.ys[node])
        if (ya == yb) == (yb == yc) { nodes.removeLast() }
      }
      nodes.append(node)
    }
    func cheapest(_ gates: [Gate], _ state: Int) -> Gate? {
      gates.filter { 2 * $0.node + ($0.isLevel ? 0 : 1) == state }.min { $0.cost < $1.cost }
    }
    guard let start = cheapest(sources, states[0]), let end = cheapest(targets, goal) else { return nil }
    return (start, nodes, end)
  }
}

/// A heap of states by their estimates; equal ones leave in an order that depends on nothing but the insertions.
struct MinimumHeap {
  private var items: [(key: Float, state: Int32)] = []

  /// Forgets all, and keeps the memory.
  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  /// Adds a state.
  mutating func insert(_ key: Float, _ state: Int) {
    items.append((key, Int32(state)))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if !Self.precedes(items[child], items[parent]) { break }
      items.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the state with the least estimate.
  mutating func removeFirst() -> (Float, Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    if !items.isEmpty {
      items[0] = last
      var parent = 0
      while true {
        var least = parent
        let left = 2 * parent + 1
        if left < items.count, Self.precedes(items[left], items[least]) { least = left }
        if left + 1 < items.count, Self.precedes(items[left + 1], items[least]) { least = left + 1 }
        if least == parent { break }
        items.swapAt(parent, least)
        parent = least
      }
    }
    return (first.key, Int(first.state))
  }

  private static func precedes(_ a: (key: Float, state: Int32), _ b: (key: Float, state: Int32)) -> Bool {
    a.key != b.key ? a.key < b.key : a.state < b.state
  }
}
