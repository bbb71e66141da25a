import DesignDiagram

/// How much of each table an entity-relationship diagram shows.
enum Detail: String {
  case names, keys, all

  /// The diagram with no more than that. Lines that end at a column which is not shown end at its table.
  func applied(to diagram: Diagram) -> Diagram {
    guard self != .all else { return diagram }
    var shown: Set<String> = []
    var out = diagram.keeping { node in
      var node = node
      node.rows = self == .names ? [] : node.rows.filter { !$0.keys.isEmpty }
      // What has no rows is drawn as a table by its glyph alone.
      if node.rows.isEmpty { node.glyph = .table }
      shown.formUnion(node.rows.map(\.id))
      return node
    }
    var seen: Set<[String]> = []
    out.edges = out.edges.compactMap { edge in
      var edge = edge
      edge.source.row = edge.source.row.flatMap { shown.contains($0) ? $0 : nil }
      edge.target.row = edge.target.row.flatMap { shown.contains($0) ? $0 : nil }
      if edge.source.row != nil || edge.target.row != nil { return edge }
      // Several keys between the same two tables are one line where no column tells them apart.
      let ends = [edge.source.node, edge.target.node, edge.style.rawValue]
      return ends[0] != ends[1] && seen.insert(ends).inserted ? edge : nil
    }
    return out
  }
}
