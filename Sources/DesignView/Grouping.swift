import DesignDiagram
import DesignModel

/// What makes the boxes of a `view`: `group by system`, `owner`, `technology` or `none`.
struct Grouping {
  let model: Model
  let names: ElementNames
  let subjects: [String: ElementID]

  /// The diagram's cards in boxes of that kind, in the order of their first cards.
  func applied(_ kind: String, to diagram: Diagram) -> Diagram {
    var out = diagram
    let nodes = diagram.nodes
    switch kind {
    case "owner": out.members = boxed(nodes, "owner") { owner($0) }
    case "technology": out.members = boxed(nodes, "technology") { names.technology($0) }
    case "system": out.members = systems(nodes[...], depth: 0)
    default: out.members = nodes.map(Member.node)
    }
    return out
  }

  private func owner(_ element: Element) -> String? {
    model.ancestry(element.id).lazy.compactMap { ($0.fact("owner") ?? $0.fact("owned by"))?.word }.first
  }

  private func boxed(_ nodes: [Node], _ kind: String, by key: (Element) -> String?) -> [Member] {
    var out: [Member] = []
    var places: [String: Int] = [:]
    for node in nodes {
      guard let title = subjects[node.id].flatMap({ key(model[$0]) }), !title.isEmpty else {
        out.append(.node(node))
        continue
      }
      let place = places[title] ?? out.count
      if place == out.count {
        places[title] = place
        out.append(.group(Group(id: "\(kind):\(title)", kind: .group, title: title)))
      }
      guard case .group(var group) = out[place] else { continue }
      group.members.append(.node(node))
      out[place] = .group(group)
    }
    return out
  }

  /// Cards in the boxes of the systems and groups that they stand in, from the outside in.
  private func systems(_ nodes: ArraySlice<Node>, depth: Int) -> [Member] {
    var out: [Member] = []
    var places: [ElementID: Int] = [:]
    var held: [(box: Element, nodes: [Node])] = []
    for node in nodes {
      let around = subjects[node.id].map { model.ancestry($0).dropFirst().reversed().filter(isBox) } ?? []
      guard around.count > depth else {
        out.append(.node(node))
        continue
      }
      let box = around[depth]
      let place = places[box.id] ?? held.count
      if place == held.count {
        places[box.id] = place
        held.append((box, []))
        // Its members are filled in below, when all are known.
        out.append(.group(Group(id: box.path, kind: .group, title: "")))
      }
      held[place].nodes.append(node)
    }
    var next = held.makeIterator()
    return out.map { member in
      guard case .group = member, let (box, inner) = next.next() else { return member }
      return .group(ElementCards(model, names).box(box, systems(inner[...], depth: depth + 1)))
    }
  }

  private func isBox(_ element: Element) -> Bool { element.kind == .system || element.kind == .group }
}
