import DesignModel

/// What waits for what, among the things that run.
struct DependencyGraph: Sendable {
  /// For each element what it waits for, each once, in the order of the text.
  private let successors: [ElementID: [ElementID]]
  private let members: [ElementID]

  /// The graph of the connections that are wanted.
  init(
    _ review: Review,
    where isWanted: (_ connection: Connection, _ source: ElementID, _ target: ElementID) -> Bool
  ) {
    var successors: [ElementID: [ElementID]] = [:]
    var known: Set<Edge> = []
    var members: [ElementID] = []
    var seen: Set<ElementID> = []
    for connection in review.model.connections {
      guard let end = connection.target else { continue }
      let (source, target) = (review.ownerID(connection.source), review.ownerID(end))
      guard source != target, isWanted(connection, source, target),
        known.insert(Edge(source: source, target: target)).inserted
      else { continue }
      successors[source, default: []].append(target)
      for id in [source, target] where seen.insert(id).inserted { members.append(id) }
    }
    self.successors = successors
    self.members = members.sorted()
  }

  private struct Edge: Hashable {
    let source: ElementID
    let target: ElementID
  }

  func successors(_ id: ElementID) -> [ElementID] { successors[id] ?? [] }

  /// Groups of elements each of which leads to each other one of its group; a group comes after all that it leads to.
  ///
  /// Tarjan's algorithm (SIAM Journal on Computing 1(2), 1972), without recursion: a chain may be as long as the design.
  var components: [[ElementID]] {
    var walk = Walk()
    for root in members where walk.index[root] == nil {
      var path = [(id: root, rest: successors(root)[...])]
      walk.enter(root)
      while let (id, rest) = path.last {
        if let target = rest.first {
          path[path.count - 1].rest = rest.dropFirst()
          if walk.index[target] == nil {
            walk.enter(target)
            path.append((target, successors(target)[...]))
          } else if walk.onStack.contains(target) {
            walk.low[id] = min(walk.low[id] ?? 0, walk.index[target] ?? 0)
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.id { walk.low[parent] = min(walk.low[parent] ?? 0, walk.low[id] ?? 0) }
        walk.leave(id)
      }
    }
    return walk.components
  }

  private struct Walk {
    var index: [ElementID: Int] = [:]
    var low: [ElementID: Int] = [:]
    var onStack: Set<ElementID> = []
    var components: [[ElementID]] = []
    private var stack: [ElementID] = []

    mutating func enter(_ id: ElementID) {
      index[id] = index.count
      low[id] = index[id]
      stack.append(id)
      onStack.insert(id)
    }

    /// Takes a finished group off the stack.
    mutating func leave(_ id: ElementID) {
      guard low[id] == index[id] else { return }
      var group: [ElementID] = []
      while let member = stack.popLast() {
        onStack.remove(member)
        group.append(member)
        if member == id { break }
      }
      components.append(group.sorted())
    }
  }
}
