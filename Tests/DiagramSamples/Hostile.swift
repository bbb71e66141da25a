package import DesignDiagram

extension Diagram {
  /// Names meant to break a painter: markup, quotes, emoji, right-to-left and very long text, control characters.
  package static let hostile: Diagram = {
    let names = [
      "<&\">'</title>", "🚀🎉 launch 👩‍👩‍👧‍👦", "مرحبا بالعالم שלום", String(repeating: "Wide", count: 75),
      String(repeating: "long word ", count: 30), "bell\u{7}null\u{0}esc\u{1B}\u{FFFF}", "全角の名前とても長い名前です",
      "e\u{301}\u{302}\u{303} combining", "]]><script>alert(1)</script>", "line\nbreak\ttab", "Ünïcödé Şçğ",
      "",
    ]
    let nodes = names.enumerated().map { index, name in
      Node(
        id: "n\(index).\(name)", glyph: Glyph.allCases[index % Glyph.allCases.count], title: name,
        technology: name,
        description: index % 2 == 0 ? name : "", badges: [Badge(.note, name), Badge(.count, "×3")],
        isExternal: index % 3 == 0, tooltip: [name, name], link: "https://example.com/?q=\"<&>\(index)")
    }
    let table = Node(
      id: "table", glyph: .table, title: names[3],
      rows: names.enumerated().map { index, name in
        Row(
          id: "table.\(index)", name: name, type: name, isNullable: true, keys: [.primary, .unique],
          marks: Mark.Kind.allCases.map { Mark($0, name) }, tooltip: [name])
      })
    var edges = zip(nodes, nodes.dropFirst()).map { a, b in
      Edge(
        id: "\(a.id)->\(b.id)", from: a.id, to: b.id, style: .call, labels: [a.title, b.title],
        tooltip: [a.title])
    }
    edges.append(
      Edge(
        id: "self", source: Edge.End(nodes[0].id), target: Edge.End(nodes[0].id, marker: .arrow),
        style: .call,
        labels: ["again"]))
    edges.append(
      Edge(
        id: "row", source: Edge.End("table", row: "table.3", marker: .oneOrMany),
        target: Edge.End(nodes[1].id, marker: .zeroOrOne), style: .relation))
    return Diagram(
      kind: .applications, title: names[0] + names[1], subtitle: names[2],
      members: [
        .group(
          Group(
            id: "group.\(names[0])", kind: .system, title: names[3], subtitle: names[4], isExternal: true,
            members: nodes.prefix(6).map { .node($0) })),
        .group(Group(id: "empty", kind: .region, title: names[1])),
      ] + nodes.dropFirst(6).map { .node($0) } + [.node(table)], edges: edges)
  }()
}
