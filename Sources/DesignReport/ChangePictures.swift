package import DesignDiagram
package import DesignDiff
package import DesignModel
import DesignView

/// The pictures that a change of the design touches, each showing what was and what is, with a sign at each change.
///
/// Flows are left out: their steps have no place on a sheet that both designs share.
package func changePictures(from old: Model, to new: Model, _ difference: Difference)
  -> [(name: String, diagram: Diagram, callouts: [Callout])]
{
  let before = Dictionary(pictures(of: old).map { ($0.name, $0.content) }) { first, _ in first }
  var out: [(String, Diagram, [Callout])] = []
  var names: Set<String> = []
  let changes = ChangeTargets(difference)
  for picture in pictures(of: new) {
    names.insert(picture.name)
    guard case .diagram(let diagram) = picture.content else { continue }
    let former: Diagram? = if case .diagram(let diagram)? = before[picture.name] { diagram } else { nil }
    add(picture.name, former, diagram)
  }
  for picture in pictures(of: old) where !names.contains(picture.name) {
    if case .diagram(let diagram) = picture.content { add(picture.name, diagram, nil) }
  }
  return out

  func add(_ name: String, _ former: Diagram?, _ latter: Diagram?) {
    guard var diagram = latter ?? former else { return }
    let (was, now) = (former.map(DiagramParts.init), latter.map(DiagramParts.init))
    if let former, let latter { diagram = united(former, latter, without: changes.formerPaths) }
    let callouts = changes.callouts(
      was: was ?? DiagramParts(), now: now ?? DiagramParts(), order: DiagramParts(diagram).order)
    guard !callouts.isEmpty else { return }
    diagram.subtitle += (diagram.subtitle.isEmpty ? "" : " · ") + "changes"
    out.append((name, diagram, callouts))
  }
}

/// The parts of a diagram by their ids.
private struct DiagramParts {
  private(set) var order: [String] = []
  /// What a reader sees of each, a text for each sign or line.
  private(set) var looks: [String: [String]] = [:]
  /// For a column the card of its table.
  private(set) var card: [String: String] = [:]

  init() {}

  init(_ diagram: Diagram) {
    for member in diagram.members { add(member) }
    for edge in diagram.edges { note(edge.id, edge.labels) }
  }

  func contains(_ id: String) -> Bool { looks[id] != nil }

  private mutating func add(_ member: Member) {
    switch member {
    case .group(let group):
      note(group.id, [group.title, group.subtitle])
      for member in group.members { add(member) }
    case .node(let node):
      note(node.id, [node.title, node.technology] + node.badges.map(\.text))
      for row in node.rows {
        note(row.id, [row.name, row.type] + row.marks.map(\.text))
        card[row.id] = node.id
      }
    }
  }

  private mutating func note(_ id: String, _ texts: [String]) {
    if looks.updateValue(texts.filter { !$0.isEmpty }, forKey: id) == nil { order.append(id) }
  }
}

/// Which parts of a picture changes are about.
private struct ChangeTargets {
  private static let mostLines = 12
  /// What bears another name now is not shown twice.
  let formerPaths: Set<String>
  private let changes: [(change: Difference.Change, targets: SubjectTargets)]

  init(_ difference: Difference) {
    formerPaths = Set(difference.changes.compactMap(\.formerPath))
    changes = difference.changes.map { change in
      var subject = change.subject.path
      if change.subject.kind == "connection",
        let verb = Connection.Verb.allCases.first(where: { subject.contains(" \($0.rawValue) ") })
      {
        subject = subject.replacing(" \(verb.rawValue) ", with: " -> ")
      }
      return (change, SubjectTargets(subject))
    }
  }

  /// A sign for each part that is there in one of the pictures only, that looks different, or that a change is about.
  func callouts(was: DiagramParts, now: DiagramParts, order: [String]) -> [Callout] {
    var about: [String: [Difference.Change]] = [:]
    for (change, targets) in changes where change.status == .changed || change.status == .renamed {
      // A column or a step that the picture does not show is told of at what it lies in.
      if let id = targets.all.first(where: { was.contains($0) || now.contains($0) }) {
        about[id, default: []].append(change)
      }
    }
    return order.compactMap { id in
      let (before, after) = (was.looks[id], now.looks[id])
      guard let before, let after else {
        // The columns of a table that is new go without saying.
        let table = now.card[id] ?? was.card[id]
        if let table, was.contains(table) != now.contains(table) || was.order.isEmpty { return nil }
        if before == nil { return Callout(target: id, grade: .added, text: "new") }
        return Callout(target: id, grade: .removed, text: "removed")
      }
      let found = about[id] ?? []
      var lines = found.flatMap(Self.lines)
      if lines.isEmpty { lines = Self.lines(before, after) }
      guard !lines.isEmpty else { return nil }
      let isRenamed = found.contains { $0.status == .renamed }
      return Callout(
        target: id, grade: .changed,
        text: isRenamed ? "renamed" : lines.count == 1 ? "1 change" : "\(lines.count) changes",
        tooltip: Array(lines.prefix(Self.mostLines)))
    }
  }

  /// What a part showed and what it shows, where that differs.
  private static func lines(_ before: [String], _ after: [String]) -> [String] {
    let (gone, new) = (before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
    guard !gone.isEmpty || !new.isEmpty else { return [] }
    return [
      "\(gone.isEmpty ? "nothing" : gone.joined(separator: ", ")) → \(new.isEmpty ? "nothing" : new.joined(separator: ", "))"
    ]
  }

  private static func lines(_ change: Difference.Change) -> [String] {
    let name = change.formerPath.map { ["\($0) → \(change.subject.path)"] } ?? []
    return name
      + change.details.map { detail in
        let within = detail.within.map { "\($0) · " }.joined()
        return "\(change.subject.path): \(within)\(detail.old ?? "nothing") → \(detail.new ?? "nothing")"
      }
  }
}

/// The new picture with what only the old one has, in the groups where it was.
private func united(_ old: Diagram, _ new: Diagram, without formerPaths: Set<String>) -> Diagram {
  let known = DiagramParts(new)
  func isGone(_ id: String) -> Bool {
    !known.contains(id)
      && !formerPaths.contains {
        id == $0 || id.hasPrefix($0 + ".") || id.hasPrefix($0 + "->") || id.hasSuffix("->" + $0)
      }
  }
  func merged(_ members: [Member], _ former: [Member]) -> [Member] {
    var out = members
    for member in former {
      switch member {
      case .node(let node):
        if isGone(node.id) {
          out.append(.node(node))
        } else if !node.rows.isEmpty {
          out = out.map { withRows($0, of: node) }
        }
      case .group(let group):
        if let index = out.firstIndex(where: {
          if case .group(let other) = $0 { other.id == group.id } else { false }
        }),
          case .group(var found) = out[index]
        {
          found.members = merged(found.members, group.members)
          out[index] = .group(found)
        } else if isGone(group.id) {
          var gone = group
          gone.members = merged([], group.members)
          out.append(.group(gone))
        } else {
          // The group stands elsewhere now; what it has lost is shown where it was.
          out += merged([], group.members)
        }
      }
    }
    return out
  }
  func withRows(_ member: Member, of former: Node) -> Member {
    guard case .node(var node) = member, node.id == former.id else { return member }
    node.rows += former.rows.filter { isGone($0.id) }
    return .node(node)
  }
  var out = new
  out.members = merged(new.members, old.members)
  let there = DiagramParts(out)
  out.edges += old.edges.filter {
    isGone($0.id) && there.contains($0.source.node) && there.contains($0.target.node)
  }
  return out
}
