import DesignSyntax

/// Findings that are accepted at the top level, for an element named with `on`.
extension ModelBuilder {
  private static let acceptOn = form("accept on")

  mutating func gatherAcceptances() {
    var statements = model.trees.flatMap { tree in tree.root.children.filter { $0.kind == .statement } }
    for index in model.elements.indices where model.elements[index].kind == .design {
      let element = model.elements[index]
      statements += self.statements(of: element.id)
    }
    for node in statements where node.formID == Self.acceptOn {
      let fact = fact(node, in: nil)
      var target = fact.fact("on")?.references.first
      let place = node.statements.first { $0.form.name == "accept:on" }
      if let endpoint = place?.child(.endpointReference) {
        target = resolveEndpoint(endpoint, of: target)
      }
      model.acceptances.append(.init(fact: fact, target: target))
    }
  }
}
