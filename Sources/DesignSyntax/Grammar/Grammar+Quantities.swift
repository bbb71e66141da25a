extension Grammar {
  /// The quantity that a value node states; the dimension that its place wants decides what its unit means.
  package static func quantity(of node: Node, in form: FormID) -> Quantity? {
    quantity(of: node, asOneOf: shared.dimensions(of: form))
  }

  /// The quantity that a value node states in the first of these dimensions that fits; nil when none does.
  package static func quantity(of node: Node, asOneOf dimensions: [Dimension]) -> Quantity? {
    let raw = node.tree.nodes[node.index]
    let reader = QuantityReader(
      tokens: node.tree.tokens, bytes: node.tree.source.bytes, start: Int(raw.firstToken),
      end: Int(raw.endToken))
    let count = Int(raw.endToken - raw.firstToken)
    for dimension in dimensions {
      if let (quantity, taken) = reader.read(dimension), taken == count { return quantity }
    }
    return nil
  }

  /// The quantity of a number whose place wants no dimension in particular, such as an argument.
  package static func looseQuantity(of node: Node) -> Quantity? { quantity(of: node, asOneOf: unbound) }

  private static let unbound: [Dimension] = [.any, .rate, .date, .version, .money, .cpu]

  /// The dimensions that a value of a form may have, the likeliest first. `m` is minutes in a duration and thousandths of
  /// a core where cores are expected, so the place decides.
  private func dimensions(of form: FormID) -> [Dimension] {
    var wanted: [Dimension] = []
    for index in compiled[Int(form)].steps {
      let step = program.steps[index]
      if step.action == .value || step.action == .range { wanted.append(step.dimension) }
    }
    return wanted + Self.unbound
  }
}

extension Node {
  /// The form of the statement that the node stands in.
  package var enclosingForm: Grammar.FormID {
    var index = self.index - 1
    while index >= 0 {
      let raw = tree.nodes[index]
      if raw.kind == .statement, Int(raw.end) > self.index { return raw.form }
      index -= 1
    }
    return 0
  }
}
