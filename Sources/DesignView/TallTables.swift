import DesignDiagram

/// Tables of very many columns, cut to what is worth a look: keys, columns at which lines end, and the first others.
enum TallTables {
  /// The most columns of a card. A table of more is higher than a sheet.
  private static let most = 60

  /// The diagram with tall tables cut; the last row says how many columns are not shown.
  static func cut(_ diagram: Diagram) -> Diagram {
    if !diagram.nodes.contains(where: { $0.rows.count > most }) { return diagram }
    let ends = Set(diagram.edges.flatMap { [$0.source.row, $0.target.row] }.compactMap { $0 })
    var shown: Set<String> = []
    var out = diagram.keeping { node in
      var node = node
      if node.rows.count > most { node.rows = cut(node, ends) }
      shown.formUnion(node.rows.map(\.id))
      return node
    }
    // Even keys may be too many; their lines then end at the table.
    for index in out.edges.indices {
      if let row = out.edges[index].source.row, !shown.contains(row) { out.edges[index].source.row = nil }
      if let row = out.edges[index].target.row, !shown.contains(row) { out.edges[index].target.row = nil }
    }
    return out
  }

  private static func cut(_ node: Node, _ ends: Set<String>) -> [Row] {
    var isKept = node.rows.map { ends.contains($0.id) || !$0.keys.isEmpty }
    var left = most - isKept.count { $0 }
    for index in node.rows.indices where left > 0 && !isKept[index] {
      isKept[index] = true
      left -= 1
    }
    let rows = zip(node.rows, isKept).filter(\.1).map(\.0).prefix(most)
    let more = node.rows.count - rows.count
    return rows + [Row(id: "\(node.id).*", name: "… \(more) more column\(more == 1 ? "" : "s")", type: "")]
  }
}
