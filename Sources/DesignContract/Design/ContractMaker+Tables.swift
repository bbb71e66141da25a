package import DesignModel

/// Tables that others than their owner use.
extension ContractMaker {
  /// How the data of a table goes to or from others.
  struct Publication {
    var isRead = false
    var isWritten = false
  }

  /// The application that answers for a table.
  package static func owner(of table: Element, in model: Model) -> ElementID? {
    for element in model.ancestry(table.id) {
      if let owner = element.fact("owned by")?.references.first { return owner }
      if element.kind == .database { return nil }
    }
    return nil
  }

  mutating func publishedTables(of database: Element) -> [ContractNode] {
    model.tables(of: database.id).compactMap { table in
      let publication = publication(of: table)
      guard publication.isRead || publication.isWritten else { return nil }
      let element = model[table.element]
      var node = ContractNode(.table, String(element.path.dropFirst(database.path.utf8.count + 1)))
      node[.description] = (element.label ?? element.summary).map(Datum.text)
      let directions =
        (publication.isRead ? [Direction.published] : []) + (publication.isWritten ? [.consumed] : [])
      node[.flow] = .text(directions.map(\.rawValue).joined(separator: " "))
      if element.states("deprecated") { node[.deprecated] = .flag }
      node.children = table.columns.map { column($0, in: table) }
      return node
    }
  }

  private func publication(of table: Table) -> Publication {
    var out = Publication()
    let element = model[table.element]
    guard let owner = Self.owner(of: element, in: model) else { return out }
    for connection in model.connections where !isWithin(connection.source, owner) {
      guard let target = connection.target else { continue }
      // Who uses the whole database uses the table too.
      guard isWithin(target, table.element) || isWithin(table.element, target),
        isWithin(target, table.database)
      else { continue }
      switch connection.verb {
      case .reads: out.isRead = true
      case .writes: out.isWritten = true
      default: break
      }
    }
    return out
  }

  private func column(_ column: Column, in table: Table) -> ContractNode {
    var node = ContractNode(.column, column.name)
    node[.description] = (model[column.element].label ?? model[column.element].summary).map(Datum.text)
    node[.type] = .text(column.type.unwrapped.description)
    if column.isNullable { node[.nullable] = .flag }
    let isComputed = ["default", "generated", "identity"].contains { column.states($0) }
    if !column.isNullable, !isComputed { node[.required] = .flag }
    node[.defaultValue] = column.fact("default")?.word.map(Datum.text)
    if table.primaryKey?.columns.contains(column.name) ?? false { node[.primaryKey] = .flag }
    if table.uniques.contains(where: { $0.columns == [column.name] }) { node[.unique] = .flag }
    if let key = table.foreignKeys.first(where: { $0.columns == [column.name] }), let target = key.target {
      node[.references] = .text(model[target].name)
    }
    if let fact = column.fact("deprecated") {
      node[.deprecated] = .flag
      if case .quantity(_, let written)? = fact.fact("until")?.values.first { node[.sunset] = .text(written) }
    }
    // The values of an enumeration of the database are part of its type.
    if let target = column.type.name?.target, model[target].kind == .enumeration {
      let values = model[target].children.map { ContractNode(.enumValue, JSONText.quoted(model[$0].name)) }
      node.children = [ContractNode(.enumeration, "", [:], values)]
    }
    return node
  }
}
