package import DesignDiagram

/// Writes a diagram as a graph in Graphviz's DOT language, in UTF-8, for those who want to lay it out themselves: cards
/// as nodes of a shape for their kind, tables as HTML-like labels with a port a row, groups as clusters.
package func paintDOT(_ diagram: Diagram) -> [UInt8] {
  var painter = DOTPainter()
  painter.graph(diagram)
  return painter.out.bytes
}

private struct DOTPainter {
  var out = Bytes(capacity: 8_000)
  /// The port of each row, by the ids of the card and the row.
  private var ports: [String: [String: Int]] = [:]

  mutating func graph(_ diagram: Diagram) {
    out.raw("digraph {\n")
    out.raw("  graph [fontname=Helvetica, compound=true, rankdir=")
    out.raw(rankdir(diagram))
    out.raw(", labelloc=t, label=")
    quoted([diagram.title, diagram.subtitle])
    out.raw("]\n  node [fontname=Helvetica, fontsize=11, shape=box, style=rounded]\n")
    out.raw("  edge [fontname=Helvetica, fontsize=9]\n")
    var clusters = 0
    for member in diagram.members { self.member(member, indent: 1, &clusters) }
    for edge in diagram.edges { self.edge(edge) }
    out.raw("}\n")
  }

  private func rankdir(_ diagram: Diagram) -> String {
    switch diagram.direction {
    case .up: "BT"
    case .down: "TB"
    case .left: "RL"
    case .right: "LR"
    case nil: diagram.kind == .erd ? "LR" : "TB"
    }
  }

  private mutating func member(_ member: Member, indent: Int, _ clusters: inout Int) {
    switch member {
    case .node(let node):
      self.indent(indent)
      quoted([node.id])
      out.raw(" [")
      if node.isTable { table(node) } else { element(node) }
      if !node.tooltip.isEmpty {
        out.raw(", tooltip=")
        quoted(node.tooltip)
      }
      if !node.link.isEmpty {
        out.raw(", URL=")
        quoted([node.link])
      }
      out.raw("]\n")
    case .group(let group):
      self.indent(indent)
      // A cluster's name is no id to anyone; its number keeps it apart from nodes.
      out.raw("subgraph cluster_\(clusters) {\n")
      clusters += 1
      self.indent(indent + 1)
      out.raw("label=")
      quoted([group.title, group.subtitle])
      out.raw("\n")
      self.indent(indent + 1)
      out.raw(group.isExternal ? "style=\"rounded,dashed\"\n" : "style=rounded\n")
      for member in group.members { self.member(member, indent: indent + 1, &clusters) }
      self.indent(indent)
      out.raw("}\n")
    }
  }

  private mutating func element(_ node: Node) {
    out.raw("shape=")
    out.raw(node.glyph.dotShape)
    if node.isStub {
      out.raw(", style=\"rounded,dotted\"")
    } else if node.isExternal {
      out.raw(", style=\"rounded,dashed\"")
    }
    out.raw(", label=")
    quoted([node.title, node.technology, node.description] + node.badges.map(\.text))
  }

  private mutating func table(_ node: Node) {
    out.raw("shape=plain, label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"4\">")
    out.raw("<tr><td colspan=\"2\"><b>")
    cell(node.title)
    out.raw("</b></td></tr>")
    var numbers: [String: Int] = [:]
    for (index, row) in node.rows.enumerated() {
      numbers[row.id] = index
      out.raw("<tr><td align=\"left\" port=\"c\(index)\">")
      cell(row.name)
      let keys = row.keys.map { $0 == .primary ? "PK" : $0 == .foreign ? "FK" : "U" }
      if !keys.isEmpty { out.raw(" (\(keys.joined(separator: ", ")))") }
      out.raw("</td><td align=\"left\">")
      cell(row.type + (row.isNullable ? "?" : ""))
      out.raw("</td></tr>")
    }
    out.raw("</table>>")
    ports[node.id] = numbers
  }

  /// Text in an HTML-like label, which must not be empty.
  private mutating func cell(_ text: String) {
    let line = TextMetrics.singleLine(text)
    if line.isEmpty { out.raw(" ") } else { out.text(line) }
  }

  private mutating func edge(_ edge: Edge) {
    indent(1)
    end(edge.source)
    out.raw(" -> ")
    end(edge.target)
    out.raw(" [dir=both, arrowtail=")
    out.raw(edge.source.marker.dotArrow)
    out.raw(", arrowhead=")
    out.raw(edge.target.marker.dotArrow)
    switch edge.style {
    case .call, .read, .write, .relation: break
    case .event, .reply, .deadLetter, .reference, .replication: out.raw(", style=dashed")
    case .copy: out.raw(", style=dotted")
    }
    if !edge.labels.isEmpty {
      out.raw(", label=")
      quoted(edge.labels)
    }
    if !edge.tooltip.isEmpty {
      out.raw(", tooltip=")
      quoted(edge.tooltip)
    }
    out.raw("]\n")
  }

  private mutating func end(_ end: Edge.End) {
    quoted([end.node])
    if let row = end.row, let port = ports[end.node]?[row] {
      out.raw(":c\(port)")
    }
  }

  private mutating func indent(_ depth: Int) { for _ in 0..<depth { out.raw("  ") } }

  /// A quoted string of DOT: the lines that are not empty, with its escapes.
  private mutating func quoted(_ lines: [String]) {
    out.raw("\"")
    var isFirst = true
    for line in lines.map(TextMetrics.singleLine) where !line.isEmpty {
      if !isFirst { out.raw("\\n") }
      isFirst = false
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\\": out.raw("\\\\")
        case "\"": out.raw("\\\"")
        default:
          if scalar.value != 0xFFFE, scalar.value != 0xFFFF { out.raw(String(scalar)) }
        }
      }
    }
    out.raw("\"")
  }
}

extension Glyph {
  /// The nearest of Graphviz's node shapes.
  fileprivate var dotShape: String {
    switch self {
    case .database, .cache: "cylinder"
    case .service: "hexagon"
    case .person: "oval"
    case .storage: "folder"
    case .topic, .queue, .broker, .exchange: "cds"
    case .machine: "box3d"
    case .system: "component"
    default: "box"
    }
  }
}

extension Edge.Marker {
  /// The arrow shape that draws it.
  fileprivate var dotArrow: String {
    switch self {
    case .none: "none"
    case .arrow: "normal"
    case .one: "teetee"
    case .zeroOrOne: "teeodot"
    case .oneOrMany: "crowtee"
    case .zeroOrMany: "crowodot"
    }
  }
}
