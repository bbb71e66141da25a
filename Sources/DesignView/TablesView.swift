import DesignDiagram
import DesignModel

/// The entity-relationship diagram of a database: tables, columns, keys, and what is redundant on purpose.
struct TablesView {
  private let model: Model
  private let names: ElementNames
  /// A database, or one of its schemas.
  private let root: Element
  private let database: ElementID
  private let text: FactText

  init(_ model: Model, _ names: ElementNames, _ root: Element) {
    self.model = model
    self.names = names
    self.root = root
    database = model.enclosing(root.id, ElementKinds(.database))?.id ?? root.id
    text = FactText(model)
  }

  /// Nil when the database has no tables.
  func diagram() -> Diagram? {
    let members = members(of: root)
    guard !members.isEmpty else { return nil }
    let kind = names.technology(model[database])
    var diagram = Diagram(
      kind: .erd, title: names.design,
      subtitle: "Tables · \(root.title)" + (kind.isEmpty ? "" : " · \(kind)"),
      members: members, edges: model.tables(of: database).flatMap(edges))
    // A table whose lines start on another schema's sheet has no part in this one.
    if root.id != database { diagram = diagram.keeping { $0 } }
    diagram.members += strangers(diagram).map(Member.node)
    diagram.edges += model.tables(of: database).flatMap(references)
    return TallTables.cut(diagram.keeping { $0 })
  }

  /// The title of the application or system that a table is stated to be owned by, by the table's path.
  var owner: (String) -> String? {
    var owners: [String: String] = [:]
    for table in model.tables(of: database) {
      guard let fact = model[table.element].fact("owned by") else { continue }
      owners[model[table.element].path] = fact.references.first.map { model[$0].title }
    }
    return { [owners] in owners[$0] }
  }

  private func members(of element: Element) -> [Member] {
    element.children.compactMap { id in
      let child = model[id]
      if let table = model.table(id) { return .node(card(table)) }
      guard child.kind == .schema else { return nil }
      return .group(
        Group(
          id: child.path, kind: .schema, title: child.title,
          tooltip: text.tooltip(child.summary, child.facts),
          members: members(of: child)))
    }
  }

  private func card(_ table: Table) -> Node {
    let element = model[table.element]
    return Node(
      id: element.path, glyph: table.isView ? .view : .table, title: element.label ?? element.name,
      rows: table.columns.map { row($0, table) }, tooltip: text.tooltip(element.summary, element.facts),
      link: ElementCards.link(element))
  }

  private func row(_ column: Column, _ table: Table) -> Row {
    let element = model[column.element]
    var keys: [Row.Key] = []
    if table.primaryKey?.columns.contains(column.name) ?? false { keys.append(.primary) }
    if table.foreignKeys.contains(where: { $0.columns.contains(column.name) }) { keys.append(.foreign) }
    if table.uniques.contains(where: { $0.columns == [column.name] }) { keys.append(.unique) }
    return Row(
      id: element.path, name: column.name, type: column.type.unwrapped.description,
      isNullable: column.isNullable,
      keys: keys, marks: marks(column), tooltip: text.tooltip(element.summary, element.facts) + cases(column))
  }

  /// The values that an enumerated column may have.
  private func cases(_ column: Column) -> [String] {
    guard let type = column.type.name?.target, model[type].kind == .enumeration else { return [] }
    return ["one of " + model[type].children.map { model[$0].name }.joined(separator: ", ")]
  }

  private func marks(_ column: Column) -> [Mark] {
    var marks: [Mark] = []
    if let redundancy = column.redundancy {
      let kind: Mark.Kind =
        switch redundancy.kind {
        case .copy: .copied
        case .derived: .derived
        case .snapshot: .snapshot
        }
      marks.append(Mark(kind, text.source(redundancy.fact.range)))
    }
    if let fact = column.fact("classified") {
      marks.append(Mark(.classified, fact.words.joined(separator: ", ")))
    }
    if let fact = column.fact("hashed") { marks.append(Mark(.hashed, text.source(fact.range))) }
    if let fact = column.fact("encrypted"), !fact.isAbsent {
      marks.append(Mark(.encrypted, text.source(fact.range)))
    }
    return marks
  }

  // MARK: Other stores

  /// Tables of other stores that columns of this one refer to or copy from, in the order of the columns.
  private func strangers(_ diagram: Diagram) -> [Node] {
    let shown = Set(diagram.nodes.map(\.id))
    var seen: Set<ElementID> = []
    return model.tables(of: database).filter { shown.contains(model[$0.element].path) }
      .flatMap { table in table.columns.flatMap(unenforced) }
      .compactMap { other in
        model.table(other.table)?.database != database && seen.insert(other.table).inserted
          ? stub(other.table) : nil
      }
  }

  private func stub(_ id: ElementID) -> Node {
    let element = model[id]
    let store = model.enclosing(id, ElementKinds(.database))
    return Node(
      id: element.path, glyph: .table, title: element.label ?? element.name,
      technology: store.map { "in \($0.title)" } ?? "", isStub: true,
      tooltip: text.tooltip(element.summary, element.facts),
      link: store.map { model.isImported($0.id) ? "" : "erd-\(FileName.safe(names.short($0))).svg" } ?? "")
  }

  /// What a column refers to or copies from without a foreign key, but for copies within this store: the table, and the
  /// words it does so with.
  private func unenforced(_ column: Column) -> [(table: ElementID, fact: Fact, style: Edge.Style)] {
    var found: [(table: ElementID, fact: Fact, style: Edge.Style)] = []
    if let fact = column.fact("refers to") {
      for target in fact.references {
        if let table = table(target) { found.append((table, fact, .reference)) }
      }
    }
    if let redundancy = column.redundancy, let table = redundancy.source.flatMap(table),
      model.table(table)?.database != database
    {
      found.append((table, redundancy.fact, .copy))
    }
    return found
  }

  private func table(_ id: ElementID) -> ElementID? {
    model.enclosing(id, ElementKinds(.table, .sqlView))?.id
  }

  private func references(_ table: Table) -> [Edge] {
    table.columns.flatMap { column in
      unenforced(column).map { other in
        let path = model[column.element].path
        return Edge(
          id: "\(path)->\(model[other.table].path)", source: .init(model[table.element].path, row: path),
          target: .init(model[other.table].path, marker: .arrow), style: other.style,
          tooltip: ["\(path): \(text.source(other.fact.range))"])
      }
    }
  }

  // MARK: Relations

  private func edges(_ table: Table) -> [Edge] {
    table.foreignKeys.enumerated().compactMap { relation($0.element, number: $0.offset, of: table) }
      + table.columns.compactMap { copy($0, of: table) }
  }

  /// A foreign key: many of this table to one of the other, as keys, nullability and uniqueness say.
  private func relation(_ key: ForeignKey, number: Int, of table: Table) -> Edge? {
    guard let targetID = key.target, let target = model.table(targetID), target.database == database else {
      return nil
    }
    let columns = Set(key.columns)
    let identifies = ([table.primaryKey].compactMap { $0 } + table.uniques).contains {
      !$0.columns.isEmpty && columns.isSuperset(of: $0.columns)
    }
    let isOptional = key.columns.contains { table.column($0)?.isNullable ?? false }
    let source = model[table.element].path
    let other = model[targetID].path
    return Edge(
      id: "\(source).\(key.columns.joined(separator: "+"))->\(other)" + (number == 0 ? "" : "-\(number + 1)"),
      source: .init(
        source, row: key.columns.first.map { "\(source).\($0)" },
        marker: identifies ? .zeroOrOne : .zeroOrMany),
      target: .init(
        other, row: key.targetColumns.first.map { "\(other).\($0)" }, marker: isOptional ? .zeroOrOne : .one),
      style: .relation,
      tooltip: ["\(source).\(key.columns.joined(separator: ", ")) \(text.source(key.range))"])
  }

  /// A dashed line from a copied column to its source, when both are on this picture.
  private func copy(_ column: Column, of table: Table) -> Edge? {
    guard let redundancy = column.redundancy, let source = redundancy.source,
      let owner = model[source].parent,
      let other = model.table(owner), other.database == database, owner != table.element
    else { return nil }
    let path = model[column.element].path
    return Edge(
      id: "\(path)->\(model[source].path)", source: .init(model[table.element].path, row: path),
      target: .init(model[owner].path, row: model[source].path, marker: .arrow), style: .copy,
      tooltip: ["\(path): \(text.source(redundancy.fact.range))"])
  }
}
