import DesignModel

let dependencyCycle = Rule(
  "MOD007", "dependency-cycle", .warning,
  what: "Finds applications that wait for one another in a ring of calls.",
  why: "None of them can be started, deployed or understood alone, and one that is slow holds up itself.",
  silent: "For messages and calls that nobody waits for, and for rings over what others run.",
  fires: "application a: service { calls b }\napplication b: service { calls a }",
  passes: "application a: service { calls b }\napplication b: service { calls a async }",
  sources: [
    .init(
      "R. Tarjan, Depth-First Search and Linear Graph Algorithms, SIAM Journal on Computing 1(2)", "1972-06")
  ]
) { review, report in
  var graph = CallGraph(review)
  for ring in graph.rings() {
    let members = Set(ring)
    let first = ring[0]
    let calls = ring.flatMap { id in
      review.connections(review.outgoing[id]).filter { _, connection in
        connection.verb == .calls && connection.isSynchronous
          && connection.target.map { members.contains(review.owner($0).id) } ?? false
      }
    }
    guard let call = calls.first else { continue }
    report.add(
      .warning, on: .element(first),
      "\(ring.map { review.model[$0].path }.quotedList) wait for one another in a ring of calls",
      at: call.connection.range,
      related: calls.dropFirst().prefix(5).map { .init($0.connection.range, "closes the ring") },
      help: ["turn one of the calls into a message, or move what both need into a third application"])
  }
}

/// Who waits for whom.
private struct CallGraph {
  private let review: Review
  private let applications: [ElementID]
  private var index: [ElementID: Int] = [:]
  private var low: [ElementID: Int] = [:]
  private var stack: [ElementID] = []
  private var onStack: Set<ElementID> = []

  init(_ review: Review) {
    self.review = review
    applications = review.elements(.application).filter { !$0.isExternal }.map(\.id)
  }

  private func next(_ id: ElementID) -> [ElementID] {
    var out: [ElementID] = []
    for (_, connection) in review.connections(review.outgoing[id])
    where connection.verb == .calls && connection.isSynchronous {
      guard let target = connection.target.map({ review.owner($0) }), target.kind == .application,
        !target.isExternal, target.id != id,
        !out.contains(target.id)
      else { continue }
      out.append(target.id)
    }
    return out
  }

  /// Groups of applications each of which waits for each other one, by Tarjan's algorithm without recursion: a chain of
  /// calls may be as long as the design.
  mutating func rings() -> [[ElementID]] {
    var out: [[ElementID]] = []
    for root in applications where index[root] == nil {
      var path = [(id: root, rest: next(root)[...])]
      enter(root)
      while let (id, rest) = path.last {
        if let target = rest.first {
          path[path.count - 1].rest = rest.dropFirst()
          if index[target] == nil {
            enter(target)
            path.append((target, next(target)[...]))
          } else if onStack.contains(target) {
            low[id] = min(low[id] ?? 0, index[target] ?? 0)
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.id { low[parent] = min(low[parent] ?? 0, low[id] ?? 0) }
        guard low[id] == index[id] else { continue }
        var group: [ElementID] = []
        while let member = stack.popLast() {
          onStack.remove(member)
          group.append(member)
          if member == id { break }
        }
        if group.count > 1 { out.append(group.sorted()) }
      }
    }
    return out.sorted { $0[0] < $1[0] }
  }

  private mutating func enter(_ id: ElementID) {
    index[id] = index.count
    low[id] = index[id]
    stack.append(id)
    onStack.insert(id)
  }
}
