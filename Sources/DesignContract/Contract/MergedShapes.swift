extension [String: ContractNode] {
  /// A shape whose further conditions are taken into one.
  func merged(_ node: ContractNode) -> ContractNode {
    guard node.child(.allOf) != nil else { return node }
    var seen: Set<String> = []
    return merged(node, &seen)
  }

  private func merged(_ node: ContractNode, _ seen: inout Set<String>) -> ContractNode {
    var out = node
    out.children.removeAll { $0.thing == .allOf }
    for condition in node.children(.allOf) {
      var part = condition
      if let reference = part.reference {
        guard seen.insert(reference).inserted, let shape = self[reference] else { continue }
        part = shape
      }
      part = merged(part, &seen)
      // The words and the end of a part are not those of the whole.
      for attribute in [Attribute.title, .description, .example, .deprecated, .sunset] {
        part[attribute] = nil
      }
      out.facts.merge(part.facts) { own, _ in own }
      for child in part.children where !out.children.contains(where: { $0.matchKey == child.matchKey }) {
        out.children.append(child)
      }
    }
    // A condition may ask for a property that another describes.
    for name in out.children(.requiredName).map(\.key) {
      guard let index = out.children.firstIndex(where: { $0.thing == .property && $0.key == name }) else {
        continue
      }
      out.children[index][.required] = .flag
      out.children.removeAll { $0.thing == .requiredName && $0.key == name }
    }
    if out[.type] == nil, out.child(.property) != nil { out[.type] = .text("object") }
    return out
  }
}
