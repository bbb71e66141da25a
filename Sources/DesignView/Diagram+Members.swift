import DesignDiagram

extension Diagram {
  /// All cards, those in boxes too, in the order of the text.
  var nodes: [Node] { members.flatMap(\.nodes) }

  /// The same with each card as given; those for which nil is given are left out, and so are boxes and edges that thereby
  /// lose what they hold or join.
  func keeping(_ change: (Node) -> Node?) -> Diagram {
    var out = self
    out.members = members.compactMap { $0.keeping(change) }
    let kept = Set(out.nodes.map(\.id))
    out.edges.removeAll { !kept.contains($0.source.node) || !kept.contains($0.target.node) }
    return out
  }
}

extension Member {
  /// The card, or those in the box and the boxes in it.
  var nodes: [Node] {
    switch self {
    case .node(let node): [node]
    case .group(let group): group.members.flatMap(\.nodes)
    }
  }

  fileprivate func keeping(_ change: (Node) -> Node?) -> Member? {
    switch self {
    case .node(let node): return change(node).map(Member.node)
    case .group(var group):
      group.members = group.members.compactMap { $0.keeping(change) }
      return group.members.isEmpty ? nil : .group(group)
    }
  }
}
