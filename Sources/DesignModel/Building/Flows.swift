import DesignSource
import DesignSyntax

/// Flows with their steps.
extension ModelBuilder {
  mutating func buildFlows() {
    for index in model.elements.indices where model.elements[index].kind == .flow {
      let element = model.elements[index]
      var steps: [Flow.Step] = []
      steps += self.steps(statements(of: element.id), in: element.id)
      model.flows.append(Flow(element: element.id, steps: steps))
    }
  }

  private mutating func steps(_ statements: some Sequence<Node>, in flow: ElementID) -> [Flow.Step] {
    var out: [Flow.Step] = []
    for node in statements {
      switch node.form.name {
      case "message": out += messages(node, in: flow).map(Flow.Step.message)
      case "alternative": out.append(.alternative(alternatives(node, in: flow)))
      case "parallel": out.append(.parallel(text(node) ?? "", branches(node, in: flow)))
      case "loop": out.append(.loop(text(node) ?? "", body(node, in: flow)))
      case "note": out.append(.note(text(node) ?? ""))
      default: break
      }
    }
    return out
  }

  private func text(_ node: Node) -> String? { node.child(.text).flatMap { Texts.value(of: $0) } }

  /// The steps in the block of a statement, without those of the `else` or `and` behind it.
  private mutating func body(_ node: Node, in flow: ElementID) -> [Flow.Step] {
    steps(node.child(.block)?.children.filter { $0.kind == .statement } ?? [], in: flow)
  }

  private func tail(_ node: Node) -> Node? {
    node.children.first { $0.kind == .statement && ["else", "and"].contains($0.form.name) }
  }

  private mutating func alternatives(_ node: Node, in flow: ElementID) -> [(
    condition: String, steps: [Flow.Step]
  )] {
    var out = [(condition: text(node) ?? "", steps: body(node, in: flow))]
    if let next = tail(node) { out += alternatives(next, in: flow) }
    return out
  }

  private mutating func branches(_ node: Node, in flow: ElementID) -> [[Flow.Step]] {
    var out = [body(node, in: flow)]
    if let next = tail(node) { out += branches(next, in: flow) }
    return out
  }

  /// A line of a flow: one message for each thing it names.
  private mutating func messages(_ node: Node, in flow: ElementID) -> [Flow.Message] {
    guard let path = node.child(.path) else { return [] }
    let source = resolve(path, accepting: .participants, from: flow, purpose: "a flow")
    var out: [Flow.Message] = []
    for verb in node.children where verb.kind == .statement {
      let kinds = Connection.Verb(rawValue: verb.form.name).map { Self.targets(of: $0) } ?? .participants
      for target in verb.children where target.kind == .path {
        let reference = resolve(target, accepting: kinds, from: flow, purpose: verb.form.spelling)
        let endpoint = verb.child(.endpointReference).flatMap { resolveEndpoint($0, of: reference.target) }
        out.append(
          Flow.Message(
            verb: verb.form.name, source: source.target, target: reference.target, endpoint: endpoint,
            label: text(verb), range: verb.range))
      }
    }
    return out
  }
}
