import DesignModel
import DesignSource
import DesignSyntax

/// Everything that a design states, by what it is stated of.
struct Inventory {
  /// An element or a connection, with what is stated of it alone.
  struct Entry {
    let subject: Difference.Subject
    /// The declaration without its name and without what it holds.
    let head: String
    let statements: [Statement]
    let range: SourceRange
    /// The place in ``Inventory/entries`` of what it lies in.
    let parent: Int?
  }

  /// In the order of the model: elements, then connections.
  private(set) var entries: [Entry] = []

  init(_ model: Model) {
    let reader = Reader(model)
    var place: [ElementID: Int] = [:]
    for element in model.ownElements {
      place[element.id] = entries.count
      entries.append(
        Entry(
          subject: .init(kind: element.kind.noun, path: element.path), head: reader.head(of: element),
          statements: reader.statements[element.id] ?? [], range: element.nameRange,
          parent: element.parent.flatMap { place[$0] }))
    }
    for (index, connection) in model.connections.enumerated() {
      guard let target = connection.endpoint ?? connection.target, !model.isImported(connection.source) else {
        continue
      }
      let (source, sink) = (model[connection.during ?? connection.source].path, model[target].path)
      entries.append(
        Entry(
          subject: .init(
            kind: "connection",
            path: "\(source) \(connection.verb == .connects ? "->" : connection.verb.rawValue) \(sink)"
          ),
          head: connection.label.map { "\"\($0)\"" } ?? "",
          statements: reader.connectionStatements[index] ?? [], range: connection.range, parent: nil))
    }
  }
}

/// Reads the trees of a model once, and gives each statement to the element it is about.
private struct Reader {
  private let model: Model
  /// By the range of the declaration.
  private var elements: [SourceRange: ElementID] = [:]
  /// By the range of the statement; one that names several targets makes several.
  private var connections: [SourceRange: [Int]] = [:]
  private var declarations: [ElementID: Node] = [:]
  private(set) var statements: [ElementID: [Statement]] = [:]
  private(set) var connectionStatements: [Int: [Statement]] = [:]

  init(_ model: Model) {
    self.model = model
    for element in model.ownElements { elements[element.range] = element.id }
    for (index, connection) in model.connections.enumerated() {
      connections[connection.range, default: []].append(index)
    }
    let byPath = Dictionary(model.ownElements.map { ($0.path, $0.id) }) { first, _ in first }
    for tree in model.trees.prefix(model.ownFileCount) {
      for node in tree.root.statements { read(node, in: model.design?.id, byPath) }
    }
  }

  private mutating func read(_ node: Node, in owner: ElementID?, _ byPath: [String: ElementID]) {
    if let id = elements[node.range] {
      declarations[id] = node
      for statement in node.statements { read(statement, in: id, byPath) }
    } else if let indices = connections[node.range] {
      let own = node.statements.map { Statement($0, isOwn: isOwn) }
      for index in indices { connectionStatements[index] = own }
    } else if node.form.name == "extend" {
      let path = node.child(.path).map { Statement.words($0.tokens, of: node.tree) } ?? ""
      let target = byPath[path] ?? path.split(separator: " ").last.flatMap { byPath[String($0)] }
      for statement in node.statements { read(statement, in: target, byPath) }
    } else if let owner {
      statements[owner, default: []].append(Statement(node, isOwn: isOwn))
      // What stands in it may declare or connect: `in` of an application, a call in a place.
      for statement in node.statements where !isOwn(statement) { read(statement, in: owner, byPath) }
    } else {
      for statement in node.statements where !isOwn(statement) { read(statement, in: nil, byPath) }
    }
  }

  private func isOwn(_ node: Node) -> Bool { elements[node.range] == nil && connections[node.range] == nil }

  /// The declaration's words without the element's name, so that two names can be compared by what they stand for.
  func head(of element: Element) -> String {
    guard let node = declarations[element.id] else { return "" }
    guard element.kind != .endpoint else { return Statement.head(of: node) }
    let head = Statement.head(of: node, without: element.nameRange)
    // Of a column or field the type is left, behind its colon.
    return head.hasPrefix(": ") ? String(head.dropFirst(2)) : head
  }
}
