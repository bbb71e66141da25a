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
  /// Two a node: arrived level, arrived upright.
  private var states: [State]
  private var now: UInt32 = 0
  /// The room in which the goals of this search lie.
  private var goals = Goals()
  /// The least that a pixel of the way can cost in this search.
  private var thrift: Float = 1
  private let isHasty: Bool
  private var heap = MinimumHeap()

  /// What the searches know of a state. Kept together, since a search reads most of it at once; each part is valid in the
  /// search that wrote it.
  private struct State {
    var cost: Float = 0
    var before: Int32 = -1
    /// The searches that reached the state, were done with it, and have a gate there.
    var reached: UInt32 = 0
    var done: UInt32 = 0
    var gate: UInt32 = 0
    var gateCost: Float = 0
  }

  private struct Goals {
    var left = Double.infinity
    var right = -Double.infinity
    var top = Double.infinity
    var bottom = -Double.infinity
  }

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
    states = [State](repeating: State(), count: 2 * count)
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
    goals = Goals()
    for gate in targets {
      let state = 2 * gate.node + (gate.isLevel ? 0 : 1)
      if states[state].gate != now || states[state].gateCost > gate.cost {
        states[state].gate = now
        states[state].gateCost = gate.cost
      }
      let (x, y) = (lattice.xs[gate.node], lattice.ys[gate.node])
      goals.left = min(goals.left, x)
      goals.right = max(goals.right, x)
      goals.top = min(goals.top, y)
      goals.bottom = max(goals.bottom, y)
    }
    for gate in sources { reach(gate.node, level: gate.isLevel, gate.cost, from: -1) }
    // The goal is one state beyond all gates, reached at a gate's own cost.
    var goalCost = Float.infinity
    var goal = -1
    while let (estimate, number) = heap.removeFirst() {
      if estimate >= goalCost { break }
      if states[number].done == now { continue }
      states[number].done = now
      let node = number / 2
      let isLevel = number % 2 == 0
      let cost = states[number].cost
      if states[number].gate == now, cost + states[number].gateCost < goalCost {
        goalCost = cost + states[number].gateCost
        goal = number
      }
      let right = Int(lattice.right[node])
      if right >= 0 { step(number, cost, to: right, segment: node, level: true, turns: !isLevel) }
      let left = Int(lattice.left[node])
      if left >= 0 { step(number, cost, to: left, segment: left, level: true, turns: !isLevel) }
      let below = Int(lattice.below[node])
      if below >= 0 { step(number, cost, to: below, segment: node, level: false, turns: isLevel) }
      let above = Int(lattice.above[node])
      if above >= 0 { step(number, cost, to: above, segment: above, level: false, turns: isLevel) }
    }
    guard goal >= 0 else { return nil }
    return unwind(goal, sources, targets)
  }

  /// The least that the way on from a node can cost: the distance, and a bend if the direction leads past the goal.
  private func ahead(_ node: Int, level: Bool) -> Float {
    let (x, y) = (lattice.xs[node], lattice.ys[node])
    let across = max(0, goals.left - x, x - goals.right)
    let along = max(0, goals.top - y, y - goals.bottom)
    return Float(across + along) * thrift + ((level ? along : across) > 0 ? Self.bend : 0)
  }

  private mutating func step(
    _ state: Int, _ cost: Float, to node: Int, segment: Int, level: Bool, turns: Bool
  ) {
    // No step is free, so there is nothing to weigh where a way as cheap as the one to here has arrived; half of all steps
    // lead back.
    let next = 2 * node + (level ? 0 : 1)
    if states[next].reached == now, states[next].cost <= cost { return }
    let from = state / 2
    let length =
      level
      ? Float(abs(lattice.xs[node] - lattice.xs[from])) : Float(abs(lattice.ys[node] - lattice.ys[from]))
    var price = cost
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
    reach(node, level: level, price, from: state)
  }

  /// How many lines run straight through a node in the other direction.
  private func across(_ node: Int, _ level: Bool) -> Int {
    let before = Int(level ? lattice.above[node] : lattice.left[node])
    if before < 0 { return 0 }
    return Int(level ? min(usedBelow[node], usedBelow[before]) : min(usedRight[node], usedRight[before]))
  }

  private mutating func reach(_ node: Int, level: Bool, _ price: Float, from: Int) {
    let state = 2 * node + (level ? 0 : 1)
    if states[state].reached == now, states[state].cost <= price { return }
    states[state].reached = now
    states[state].cost = price
    states[state].before = Int32(from)
    heap.insert(price + ahead(node, level: level), state)
  }

  private func unwind(_ goal: Int, _ sources: [Gate], _ targets: [Gate]) -> (Gate, [Int], Gate)? {
    var path = [goal]
    while let last = path.last, states[last].before >= 0 { path.append(Int(states[last].before)) }
    path.reverse()
    var nodes: [Int] = []
    for state in path {
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
    guard let start = cheapest(sources, path[0]), let end = cheapest(targets, goal) else { return nil }
    return (start, nodes, end)
  }
}

/// A heap of states by their estimates, which are never negative; equal ones leave in the order of the states.
struct MinimumHeap {
  /// The bits of the estimate above those of the state: the order of such numbers is the order of both.
  private var items: [UInt64] = []

  /// Forgets all, and keeps the memory.
  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  /// Adds a state.
  mutating func insert(_ key: Float, _ state: Int) {
    let item = UInt64(key.bitPattern) << 32 | UInt64(UInt32(truncatingIfNeeded: state))
    items.append(item)
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if item >= items[parent] { break }
      items[child] = items[parent]
      child = parent
    }
    items[child] = item
  }

  /// Takes the state with the least estimate.
  mutating func removeFirst() -> (Float, Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    let count = items.count
    if count > 0 {
      var parent = 0
      while true {
        let left = 2 * parent + 1
        if left >= count { break }
        let right = min(left + 1, count - 1)
        // Which of the two is less cannot be foreseen, so it is reckoned rather than branched on.
        let child = left + (items[right] < items[left] ? 1 : 0)
        if items[child] >= last { break }
        items[parent] = items[child]
        parent = child
      }
      items[parent] = last
    }
    return (Float(bitPattern: UInt32(first >> 32)), Int(first & 0xFFFF_FFFF))
  }
}
