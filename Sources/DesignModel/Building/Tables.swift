import DesignSource
import DesignSyntax

/// Tables and views with their columns, keys and dependencies.
extension ModelBuilder {
  mutating func resolveTables() {
    // Those of imported designs stand there already, complete.
    let first = model.tables.count
    for index in 0..<model.ownElementCount
    where model.elements[index].kind == .table || model.elements[index].kind == .sqlView {
      let element = model.elements[index]
      guard let database = model.enclosing(element.id, ElementKinds(.database)) else { continue }
      var table = Table(
        element: element.id, database: database.id,
        schema: model.enclosing(element.id, ElementKinds(.schema))?.id,
        isView: element.kind == .sqlView)
      for child in element.children where model[child].kind == .column {
        guard let column = column(child, of: element.id) else { continue }
        if let typeNode = node(of: child).child(.type) { checkType(column.type, typeNode, in: database.id) }
        table.columns.append(column)
      }
      model.add(table)
    }
    for index in first..<model.tables.count { readConstraints(index) }
    for index in first..<model.tables.count { completeForeignKeys(index) }
  }

  private mutating func column(_ id: ElementID, of table: ElementID) -> Column? {
    let node = node(of: id)
    guard let typeNode = node.child(.type), let type = dataType(typeNode, in: table, inColumn: true) else {
      return nil
    }
    let facts = model[id].facts
    return Column(
      element: id, name: model[id].name, type: type, facts: facts, redundancy: Self.redundancy(facts),
      range: model[id].range, nameRange: model[id].nameRange, typeRange: typeNode.range)
  }

  private static func redundancy(_ facts: [Fact]) -> Redundancy? {
    for fact in facts {
      switch fact.key {
      case "copy of": return .init(kind: .copy, fact: fact, source: fact.references.first)
      case "derived": return .init(kind: .derived, fact: fact, source: nil)
      case "snapshot of": return .init(kind: .snapshot, fact: fact, source: fact.references.first)
      default: continue
      }
    }
    return nil
  }

  private static let references = form("references")
  private static let primaryKey = form("table:primary key")
  private static let unique = form("table:unique")
  private static let index = form("index")
  private static let foreignKey = form("foreign key")
  private static let determines = form("determines")

  private mutating func readConstraints(_ index: Int) {
    let id = model.tables[index].element
    for position in model.tables[index].columns.indices {
      let element = model.tables[index].columns[position].element
      let (name, facts) = (
        model.tables[index].columns[position].name, model.tables[index].columns[position].facts
      )
      if let fact = facts.first(where: { $0.key == "primary key" }) {
        setPrimaryKey(Key(columns: [name], range: fact.range), index)
      }
      if let fact = facts.first(where: { $0.key == "unique" }) {
        model.tables[index].uniques.append(Key(columns: [name], range: fact.range))
      }
      if facts.contains(where: { $0.key == "default" }) {
        checkDefault(of: model.tables[index].columns[position])
      }
      for node in statements(of: element) where node.formID == Self.references {
        addReference(node, column: name, index)
      }
    }
    for node in statements(of: id) {
      switch node.formID {
      case Self.primaryKey: setPrimaryKey(key(node, index), index)
      case Self.unique: model.tables[index].uniques.append(key(node, index))
      case Self.index: addIndex(node, index)
      case Self.foreignKey: addForeignKey(node, index)
      case Self.determines: addDependency(node, index)
      default: break
      }
    }
  }

  private mutating func setPrimaryKey(_ key: Key, _ index: Int) {
    if let first = model.tables[index].primaryKey {
      let table = model[model.tables[index].element]
      return report(
        "MOD002", "duplicate-name", "`\(table.path)` has two primary keys", at: key.range,
        related: [.init(first.range, "the first is here")],
        help: ["write one `primary key (…)` with all its columns, or make the other `unique`"])
    }
    model.tables[index].primaryKey = key
  }

  private mutating func key(_ node: Node, _ index: Int) -> Key {
    Key(columns: columns(node.child(.columns), index), range: node.range)
  }

  private mutating func addIndex(_ node: Node, _ index: Int) {
    let facts = facts(node.statements, in: model.tables[index].element)
    let columns = columns(node.child(.columns), index)
    let nameNode = node.child(.name)
    let name = nameNode.map { Texts.name(of: $0) }
    if let nameNode, let first = model.tables[index].indexes.first(where: { $0.name == name }) {
      report(
        "MOD002", "duplicate-name",
        "`\(model[model.tables[index].element].path)` has two indexes called `\(name ?? "")`",
        at: nameNode.range, related: [.init(first.range, "the first is here")],
        help: ["rename one, or put all its columns into one"])
    }
    let isUnique = facts.contains { $0.key == "unique" }
    model.tables[index].indexes.append(
      Index(
        name: name, columns: columns, isUnique: isUnique,
        facts: facts,
        range: node.range))
    // A unique index over a part of the rows identifies nothing.
    if isUnique, !facts.contains(where: { $0.key == "where" }) {
      model.tables[index].uniques.append(Key(columns: columns, range: node.range))
    }
  }

  private mutating func addDependency(_ node: Node, _ index: Int) {
    let determinant = node.child(.determinant)
    let list = determinant?.child(.columns) ?? determinant
    let left = list?.children.filter { $0.kind == .column } ?? []
    let right = node.children.filter { $0.kind == .word || $0.kind == .name || $0.kind == .text }
    let isMultivalued = node.tokens.contains { $0.kind == .word && node.tree.text($0) == "many" }
    for column in left + right { checkColumn(Texts.word(of: column), at: column.range, index) }
    model.tables[index].dependencies.append(
      Dependency(
        determinant: left.map { Texts.columnName($0) }, dependents: right.map { Texts.word(of: $0) },
        isMultivalued: isMultivalued, range: node.range))
  }

  /// The names of a column list, each of which must be a column unless it is SQL.
  private mutating func columns(_ node: Node?, _ index: Int) -> [String] {
    guard let node else { return [] }
    for column in node.children where column.kind == .column && column.tokens.first?.kind == .word {
      checkColumn(Texts.columnName(column), at: column.firstToken, index)
    }
    return node.children.filter { $0.kind == .column }.map { Texts.columnName($0) }
  }

  private mutating func checkColumn(_ name: String, at range: SourceRange, _ index: Int) {
    let table = model.tables[index]
    guard table.column(name) == nil, !skippedWords.contains(name) else { return }
    let near = Spelling.nearest(to: name, among: table.columns.map(\.name))
    report(
      "MOD001", "unresolved-reference", "`\(model[table.element].path)` has no column `\(name)`", at: range,
      label: near.map { "did you mean `\($0)`?" } ?? "",
      fixIts: near.map { [.init("write `\($0)`", range: range, replacement: $0, safety: .suggested)] } ?? [])
  }

  // MARK: Foreign keys

  private static let missingTarget = (id: "DAT002", name: "foreign-key-target-missing")

  /// `column: type -> table.column`
  private mutating func addReference(_ node: Node, column: String, _ index: Int) {
    guard let path = node.child(.path) else { return }
    let table = model.tables[index].element
    let reference = resolve(
      path, accepting: ElementKinds(.table), from: table, orColumnOfTable: true, purpose: "->",
      code: Self.missingTarget)
    let facts = facts(node.statements, in: table)
    var target = reference.target
    var columns: [String] = []
    if let id = target, model[id].kind == .column {
      columns = [model[id].name]
      target = model[id].parent
    }
    model.tables[index].foreignKeys.append(
      ForeignKey(
        columns: [column], target: target, targetColumns: columns, facts: facts, range: node.range,
        targetRange: path.range))
  }

  private mutating func addForeignKey(_ node: Node, _ index: Int) {
    guard let path = node.child(.path) else { return }
    let lists = node.children.filter { $0.kind == .columns }
    let own = columns(lists.first, index)
    let table = model.tables[index].element
    let reference = resolve(
      path, accepting: ElementKinds(.table), from: table, purpose: "->", code: Self.missingTarget)
    let targets =
      lists.dropFirst().first?.children.filter { $0.kind == .column }.map { Texts.columnName($0) } ?? []
    let facts = facts(node.statements, in: table)
    model.tables[index].foreignKeys.append(
      ForeignKey(
        columns: own, target: reference.target, targetColumns: targets, facts: facts, range: node.range,
        targetRange: path.range))
  }

  /// After `->` stands a table, or a column with its table before it: a column alone names none.
  private mutating func resolve(
    _ path: Node, accepting kinds: ElementKinds, from scope: ElementID, orColumnOfTable: Bool,
    purpose: String,
    code: (id: String, name: String)
  ) -> Reference {
    let names = Texts.components(of: path).names
    let isQualified = names.count > 1
    if orColumnOfTable, isQualified,
      case .found(let id) = scopes.resolve(names, from: scope, accepting: ElementKinds(.column))
    {
      return Reference(written: names.joined(separator: "."), target: id, range: path.range)
    }
    return resolve(
      path, accepting: isQualified ? kinds.union(ElementKinds(.column)) : kinds, from: scope,
      purpose: purpose, code: code)
  }

  /// Where the text names no columns, the target's primary key is meant.
  private mutating func completeForeignKeys(_ index: Int) {
    for position in model.tables[index].foreignKeys.indices {
      let key = model.tables[index].foreignKeys[position]
      guard key.targetColumns.isEmpty, let target = key.target, let table = model.table(target) else {
        continue
      }
      model.tables[index].foreignKeys[position].targetColumns = table.primaryKey?.columns ?? []
    }
  }
}
