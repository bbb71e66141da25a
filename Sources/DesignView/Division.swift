import DesignDiagram

/// A picture that is too large for one sheet, divided: by its boxes, else by what its cards declare to belong to, else by
/// neighbourhoods along its lines.
struct Division {
  /// What stands on a sheet of its own.
  struct Part {
    /// The end of the file's name, unlike any other's.
    var name: String
    let title: String
    /// The box that it is, if it is one.
    var box: Group?
    /// The ids of its cards.
    let nodes: [String]
  }

  let whole: Diagram
  let parts: [Part]
  /// The part of each card that stands in one.
  let partOf: [String: Int]

  /// How many cards fit on a sheet, how many lines between them can be followed, and how many cards are put on one where
  /// neighbourhoods are looked for.
  struct Limits {
    let most: Int
    var lines = Int.max
    let wanted: Int
  }

  /// From how many members on a neighbourhood has a sheet of its own.
  private static let least = 6

  /// Nil when one sheet is enough.
  ///
  /// - Parameters:
  ///   - keepsLoose: whether cards in no box stay on the overview alone while they are few.
  ///   - belongsTo: what a card that stands in no box belongs to.
  init?(_ whole: Diagram, _ limits: Limits, keepsLoose: Bool, belongsTo: (String) -> String? = { _ in nil }) {
    let nodes = whole.nodes
    guard nodes.count > limits.most || whole.edges.count > limits.lines else { return nil }
    let titles = Dictionary(nodes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var parts: [Part] = []
    func split(_ ids: [String], _ prefix: String, _ title: String) {
      let neighbourhoods = Self.neighbourhoods(ids, whole.edges, limits)
      for (hub, nodes) in neighbourhoods.tied {
        let name = titles[hub] ?? hub
        parts.append(Part(name: prefix + name, title: "\(title)around \(name)", nodes: nodes))
      }
      for (number, nodes) in neighbourhoods.loose.enumerated() {
        // Without any neighbourhoods to be set apart from, the names of the ends tell more than "others".
        let ends = [nodes.first, nodes.last].compactMap { $0.map { titles[$0] ?? $0 } }
        let isRest = !neighbourhoods.tied.isEmpty
        let others = number == 0 ? "others" : "others \(number + 1)"
        parts.append(
          Part(
            name: prefix + (isRest ? "others" : ends.first ?? ""),
            title: title + (isRest ? others : ends.joined(separator: " … ")), nodes: nodes))
      }
    }
    func divide(_ members: [Member], _ prefix: String, _ title: String, isTop: Bool) {
      var loose: [String] = []
      for member in members {
        guard case .group(let group) = member else {
          loose += member.nodes.map(\.id)
          continue
        }
        let inner = member.nodes.map(\.id)
        if inner.count > limits.most {
          // Where there is only one box, its name tells nothing.
          let isOnly = members.count == 1
          divide(
            group.members, isOnly ? prefix : "\(prefix)\(group.title)-",
            isOnly ? title : "\(title)\(group.title) · ", isTop: false)
        } else {
          parts.append(
            Part(name: prefix + group.title, title: title + group.title, box: group, nodes: inner))
        }
      }
      if isTop && keepsLoose && loose.count <= limits.wanted { return }
      var declared: [(owner: String, nodes: [String])] = []
      let isDeclared = loose.contains { belongsTo($0) != nil }
      for id in isDeclared ? loose : [] {
        guard let owner = belongsTo(id) else { continue }
        if let place = declared.firstIndex(where: { $0.owner == owner }) {
          declared[place].nodes.append(id)
        } else {
          declared.append((owner, [id]))
        }
      }
      for (owner, nodes) in declared {
        if nodes.count > limits.most {
          split(nodes, "\(prefix)\(owner)-", "\(title)\(owner) · ")
        } else {
          parts.append(Part(name: prefix + owner, title: title + owner, nodes: nodes))
        }
      }
      let rest = isDeclared ? loose.filter { belongsTo($0) == nil } : loose
      if !rest.isEmpty { split(rest, prefix, title) }
    }
    divide(whole.members, "", "", isTop: true)
    guard parts.count > 1 else { return nil }
    self.whole = whole
    self.parts = parts
    var partOf: [String: Int] = [:]
    for (number, part) in parts.enumerated() { for node in part.nodes { partOf[node] = number } }
    self.partOf = partOf
  }

  /// Neighbourhoods of some of the cards, with the card that most lines end at.
  private static func neighbourhoods(
    _ ids: [String], _ edges: [Edge], _ limits: Limits
  ) -> (tied: [(hub: String, nodes: [String])], loose: [[String]]) {
    if ids.count <= limits.wanted { return ([], [ids]) }
    var places: [String: Int] = [:]
    for (place, id) in ids.enumerated() { places[id] = place }
    let pairs = edges.compactMap { edge in
      places[edge.source.node].flatMap { a in places[edge.target.node].map { (a, $0) } }
    }
    var degree = [Int](repeating: 0, count: ids.count)
    for (a, b) in pairs where a != b {
      degree[a] += 1
      degree[b] += 1
    }
    let found = Communities.parts(ids.count, pairs, most: limits.wanted, least: least)
    let tied = found.tied.map { part in
      (hub: ids[part.max { (degree[$0], -$0) < (degree[$1], -$1) } ?? part[0]], nodes: part.map { ids[$0] })
    }
    return (tied, found.loose.map { part in part.map { ids[$0] } })
  }
}
