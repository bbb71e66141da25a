import DesignContract

/// Tables.
extension SQLDesignWriter {
  mutating func table(_ table: SQLSchema.Table) -> [String] {
    let home = table.name.schema
    var lines = DesignText.documentation(table.comment)
    var head = "table \(declared(table.name))"
    if !table.partitionedBy.isEmpty { head += " partitioned by (\(list(table.partitionedBy)))" }
    lines.append(head + " {")

    let key = primaryKey(table)
    let uniques = table.uniques.map { unique in
      (unique.name, unique.columns.compactMap { table.column($0).map { table.columns[$0].name } })
    }
    var inline: [String: String] = [:]
    var keys: [String] = []
    for foreign in table.foreignKeys {
      guard let (columns, target, others) = ends(foreign, table) else { continue }
      let actions =
        (foreign.onDelete.map { " on delete \($0)" } ?? "")
        + (foreign.onUpdate.map { " on update \($0)" } ?? "")
      if columns.count == 1, inline[columns[0]] == nil {
        inline[columns[0]] = "-> \(path(target, from: home)).\(DesignText.name(others[0]))\(actions)"
      } else {
        keys.append(
          "foreign key (\(list(columns))) -> \(path(target, from: home)) (\(list(others)))\(actions)")
      }
    }
    for column in table.columns {
      let isUnique =
        column.isUnique || uniques.contains { $0.1.count == 1 && $0.1[0] == column.name }
      lines += DesignText.documentation(column.comment)
      lines.append(
        self.column(
          column, home, isKey: key == [column.name], isPartOfKey: key.contains(column.name),
          isUnique: isUnique,
          foreignKey: inline[column.name]))
    }
    if key.count > 1 { lines.append("primary key (\(list(key)))") }
    var names: Set<String> = []
    for (name, columns) in uniques where columns.count > 1 {
      lines.append("unique\(unused(name, &names)) (\(list(columns)))")
    }
    lines += keys
    let checks = table.checks + table.columns.flatMap { $0.checks.dropFirst() }
    lines += checks.map { "check \(SQLText.quoted($0))" }
    for index in table.indexes { lines += self.index(index, table, &names) }
    return lines + ["}"]
  }

  private func list(_ names: [String]) -> String { names.map { DesignText.name($0) }.joined(separator: ", ") }

  /// A space and the name, when it has one that is not taken.
  private func unused(_ name: String?, _ names: inout Set<String>) -> String {
    guard let name else { return "" }
    let free = ImportedNames.unused(name, suffix: "_", names)
    names.insert(free.lowercased())
    return " \(DesignText.name(free))"
  }

  func primaryKey(_ table: SQLSchema.Table) -> [String] {
    let named = table.primaryKey.compactMap { name in table.column(name).map { table.columns[$0].name } }
    if !named.isEmpty { return named }
    return table.columns.filter { $0.isKey }.prefix(1).map(\.name)
  }

  /// A foreign key's columns, its target, and the columns there; nil, and told, when one of them is not there.
  private mutating func ends(_ key: SQLSchema.ForeignKey, _ table: SQLSchema.Table) -> (
    [String], SQLSchema.Name, [String]
  )? {
    guard let target = resolved(key.target, in: table.name.schema), let at = schema.table(target),
      !schema.tables[at].isPartition
    else {
      note(
        "the foreign key to `\(key.target.name)`, a table that this file does not make, is left out",
        at: key.token
      )
      return nil
    }
    let other = schema.tables[at]
    let columns = key.columns.compactMap { name in table.column(name).map { table.columns[$0].name } }
    let given = key.targetColumns.isEmpty ? primaryKey(other) : key.targetColumns
    let others = given.compactMap { name in other.column(name).map { other.columns[$0].name } }
    guard !columns.isEmpty, columns.count == key.columns.count, others.count == columns.count,
      others.count == given.count
    else {
      note("the foreign key to `\(target.name)`, whose columns are not there, is left out", at: key.token)
      return nil
    }
    return (columns, other.name, others)
  }

  private mutating func index(
    _ index: SQLSchema.Index, _ table: SQLSchema.Table, _ names: inout Set<String>
  ) -> [String] {
    var columns: [String] = []
    for column in index.columns {
      guard let name = column.name else {
        columns.append(SQLText.quoted(column.expression))
        continue
      }
      guard let at = table.column(name) else {
        note(
          "an index of `\(name)`, a column that `\(table.name.name)` does not have, is left out",
          at: index.token)
        return []
      }
      columns.append(DesignText.name(table.columns[at].name) + (column.isDescending ? " desc" : ""))
    }
    guard !columns.isEmpty else { return [] }
    var out = "index\(unused(index.name, &names)) (\(columns.joined(separator: ", ")))"
    if index.isUnique { out += " unique" }
    if let condition = index.condition { out += " where \(SQLText.quoted(condition))" }
    if let method = index.method { out += " using \(DesignText.name(method))" }
    let included = index.included.compactMap { name in table.column(name).map { table.columns[$0].name } }
    if !included.isEmpty { out += " include (\(list(included)))" }
    return [out]
  }
}
