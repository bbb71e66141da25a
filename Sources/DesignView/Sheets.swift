import DesignDiagram

/// The overview and the sheets of a divided picture. Each leads to the others: a card of the overview to its sheet, a stub
/// on a sheet to where it is shown in full.
struct Sheets {
  private let division: Division
  /// The name of the overview's file, and of each part's.
  private let overviewName: String
  private let names: [String]
  private let nodes: [String: Node]
  /// The parts in which the ends of each edge stand.
  private let partsOfEnds: [(source: Int?, target: Int?)]

  /// From how many cards of other sheets on one stub stands for each of those sheets.
  private static let mostStubs = 40

  /// - Parameter name: gives a file a name that no other has.
  init(_ division: Division, overview: String, name: (String) -> String) {
    self.division = division
    overviewName = overview
    names = division.parts.map { name("\(overview)-\($0.name)") }
    nodes = Dictionary(division.whole.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    partsOfEnds = division.whole.edges.map {
      (division.partOf[$0.source.node], division.partOf[$0.target.node])
    }
  }

  private var whole: Diagram { division.whole }

  /// The sheets in the order of their parts.
  ///
  /// - Parameter isMutual: whether what leads to a sheet is shown on it as what it leads to is.
  func sheets(isMutual: Bool) -> [(name: String, diagram: Diagram)] {
    zip(names, division.parts).enumerated().map { number, sheet in
      (sheet.0, self.sheet(number, sheet.1, isMutual: isMutual))
    }
  }

  private func sheet(_ number: Int, _ part: Division.Part, isMutual: Bool) -> Diagram {
    let own = Set(part.nodes)
    let edges = zip(whole.edges, partsOfEnds).compactMap { edge, parts in
      parts.source == number || (isMutual && parts.target == number) ? edge : nil
    }
    var others: [String] = []
    var seen = own
    for end in edges.flatMap({ [$0.source.node, $0.target.node] }) where seen.insert(end).inserted {
      others.append(end)
    }
    // Every edge is shown between its very ends on the sheet of its source at least, unless that leads to very many.
    var exact = Set(others)
    if others.count > Self.mostStubs {
      exact = Set(edges.map(\.target.node)).subtracting(own)
      if exact.count > Self.mostStubs { exact = [] }
    }
    var diagram = whole.keeping { own.contains($0.id) ? $0 : nil }
    diagram.subtitle += " · \(part.title)"
    var stubs: [String] = []
    seen = own
    for id in others.map({ exact.contains($0) ? $0 : standIn($0) }) where seen.insert(id).inserted {
      stubs.append(id)
    }
    diagram.members += stubs.compactMap { id in
      division.parts.indices.first { self.id(ofPart: $0) == id }.map { .node(card($0, isStub: true)) }
        ?? stub(id).map(Member.node)
    }
    let shown = own.union(exact)
    var few: [Edge] = []
    var many: [Edge] = []
    for var edge in edges {
      guard shown.contains(edge.source.node), shown.contains(edge.target.node) else {
        many.append(edge)
        continue
      }
      if exact.contains(edge.source.node) { edge.source.row = nil }
      if exact.contains(edge.target.node) { edge.target.row = nil }
      few.append(edge)
    }
    diagram.edges = few + Self.lifted(many) { shown.contains($0) ? $0 : standIn($0) }
    return diagram
  }

  /// A card that another sheet shows in full.
  private func stub(_ id: String) -> Node? {
    guard let node = nodes[id] else { return nil }
    let part = division.partOf[id]
    return Node(
      id: id, glyph: node.isTable ? .table : node.glyph, title: node.title,
      technology: part.map { "in \(division.parts[$0].title)" } ?? node.technology,
      isExternal: node.isExternal,
      isStub: true, tooltip: node.tooltip, link: "\(part.map { names[$0] } ?? overviewName).svg")
  }

  // MARK: Overviews

  /// From how many tables on the overview lists them.
  private static let mostNames = 150

  /// Every table by its name alone: in a box for each sheet with the relations between them, or where they are very many, as
  /// a list for each sheet with the relations between the sheets.
  func tablesOverview() -> Diagram {
    whole.nodes.count > Self.mostNames ? listsOverview() : namesOverview()
  }

  private func listsOverview() -> Diagram {
    var diagram = partsOverview()
    diagram.members = division.parts.enumerated().map { number, part in
      var card = self.card(number, isStub: false)
      card.glyph = .table
      card.badges = []
      card.rows = part.nodes.compactMap { nodes[$0] }.map {
        Row(id: $0.id, name: $0.title, tooltip: $0.tooltip)
      }
      return .node(card)
    }
    return diagram
  }

  private func namesOverview() -> Diagram {
    var diagram = Detail.names.applied(to: whole)
    diagram.subtitle += " · overview of \(division.parts.count) sheets"
    let cards = Dictionary(diagram.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    diagram.members = division.parts.enumerated().map { number, part in
      let link = "\(names[number]).svg"
      return .group(
        Group(
          id: id(ofPart: number), kind: part.box?.kind ?? .group, title: part.title, link: link,
          members: part.nodes.compactMap { id in
            cards[id].map { card in
              var card = card
              card.link = link
              return .node(card)
            }
          }))
    }
    return diagram
  }

  /// A card for each sheet, beside the cards that stand on none.
  func partsOverview() -> Diagram {
    var diagram = whole
    diagram.subtitle += " · overview of \(division.parts.count) sheets"
    diagram.members =
      division.parts.indices.map { .node(card($0, isStub: false)) }
      + whole.nodes.filter { division.partOf[$0.id] == nil }.map(Member.node)
    diagram.edges = Self.lifted(whole.edges, standIn)
    return diagram
  }

  /// A part as a card.
  private func card(_ number: Int, isStub: Bool) -> Node {
    let part = division.parts[number]
    return Node(
      id: id(ofPart: number), glyph: .system, title: part.title,
      badges: [Badge(.count, "\(part.nodes.count) inside")], isExternal: part.box?.isExternal ?? false,
      isStub: isStub, tooltip: part.box?.tooltip ?? [], link: "\(names[number]).svg")
  }

  private func id(ofPart number: Int) -> String { division.parts[number].box?.id ?? "sheet:\(names[number])" }

  /// The card of the part in which a card stands, or the card itself.
  private func standIn(_ id: String) -> String { division.partOf[id].map(self.id(ofPart:)) ?? id }

  /// Lines between what stands for their ends, those between the same two as one.
  private static func lifted(_ edges: [Edge], _ standIn: (String) -> String) -> [Edge] {
    var out: [Edge] = []
    var places: [String: Int] = [:]
    for edge in edges {
      let (source, target) = (standIn(edge.source.node), standIn(edge.target.node))
      if source == target { continue }
      let id = "\(source)->\(target)"
      if let place = places[id] {
        // A line that waits says more than one that does not.
        if edge.style == .call { out[place].style = .call }
        if out[place].tooltip.count < mostLines { out[place].tooltip += edge.tooltip }
      } else {
        places[id] = out.count
        out.append(Edge(id: id, from: source, to: target, style: edge.style, tooltip: edge.tooltip))
      }
    }
    return out
  }

  /// From how many lines on a tooltip takes no more.
  private static let mostLines = 12
}
