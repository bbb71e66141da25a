extension Grammar {
  /// The quantity that a value node states; the dimension that its place wants decides what its unit means.
  package static func quantity(of node: Node) -> Quantity? {
    let reader = QuantityReader(tokens: node.tokens, text: node.tree.text)
    for dimension in node.dimensions {
      if let (quantity, count) = reader.read(dimension), count == node.tokens.count { return quantity }
    }
    return nil
  }
}

extension Node {
  /// The dimensions that a value may have here, the likeliest first. `m` is minutes in a duration and thousandths of a
  /// core where cores are expected, so the place decides.
  fileprivate var dimensions: [Dimension] {
    var wanted: [Dimension] = []
    func visit(_ slots: [Slot]) {
      for slot in slots {
        switch slot {
        case .value(let dimension), .range(let dimension): wanted.append(dimension)
        case .optional(let inner): visit(inner)
        case .list(let inner): visit([inner])
        default: break
        }
      }
    }
    if let form = enclosingForm { visit(form.slots) }
    return wanted + [.any, .rate, .date, .version, .money, .cpu]
  }

  /// The form of the statement that the node stands in.
  private var enclosingForm: Form? {
    var index = self.index - 1
    while index >= 0 {
      let raw = tree.nodes[index]
      if raw.kind == .statement, Int(raw.end) > self.index { return Grammar.shared.forms[Int(raw.form)] }
      index -= 1
    }
    return nil
  }
}
