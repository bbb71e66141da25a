import DesignModel
import DesignSource

/// Foreign keys, and what happens to their rows.
extension DatabaseComparison {
  mutating func compareForeignKeys(_ table: Table, _ other: BuiltTable, _ known: KnownColumns) {
    var rest = other.foreignKeys.filter { key in
      key.columns.allSatisfy { known.built.contains($0.lowercased()) }
    }
    for key in table.foreignKeys {
      // What is missing as a whole is told already, and a key into another database is none that this one has.
      guard key.columns.allSatisfy({ known.design.contains($0.lowercased()) }), let target = key.target,
        model.table(target)?.database == database.id, let targetTable = partner(of: target)
      else { continue }
      let same = rest.indices.filter {
        Self.small(rest[$0].columns).sorted() == Self.small(key.columns).sorted()
      }
      guard let at = same.first(where: { leads(rest[$0], to: targetTable) }) ?? same.first else {
        tellMissing(key, table)
        continue
      }
      compare(key, rest.remove(at: at), targetTable, table)
    }
    for key in rest { tellExtra(key, table) }
  }

  private mutating func compare(
    _ key: ForeignKey, _ found: BuiltForeignKey, _ target: BuiltTable, _ table: Table
  ) {
    let element = model[table.element]
    let columns = key.columns.joined(separator: ", ")
    let targets = found.targetColumns.isEmpty ? target.primaryKey : found.targetColumns
    guard leads(found, to: target),
      Self.pairs(key.columns, key.targetColumns) == Self.pairs(found.columns, targets)
    else {
      let wanted = key.target.map { model[$0].path } ?? ""
      let place = targets.isEmpty ? found.target : "\(found.target) (\(targets.joined(separator: ", ")))"
      return add(
        .foreignKey, .error, on: element,
        "`\(element.path)` (\(columns)) refers to `\(place)` in the database, not to `\(wanted)` (\(key.targetColumns.joined(separator: ", ")))",
        at: key.targetRange, help: ["change the key in the database, or in the design"])
    }
    compare("on delete", key, found.onDelete, table)
    compare("on update", key, found.onUpdate, table)
  }

  private mutating func compare(_ word: String, _ key: ForeignKey, _ found: String, _ table: Table) {
    guard let fact = key.fact(word), let wanted = fact.word else { return }
    guard wanted != found else { return }
    let element = model[table.element]
    // Both refuse, one of them at once and the other at the end of the statement.
    let isSmall = Set([wanted, found]) == ["restrict", "no action"]
    add(
      .foreignKey, isSmall ? .warning : .error, on: element,
      "the foreign key (\(key.columns.joined(separator: ", "))) of `\(element.path)` is `\(word) \(found)` in the database, not `\(wanted)`",
      at: fact.range, help: ["change it in the database, or write `\(word) \(found)`"])
  }

  private mutating func tellMissing(_ key: ForeignKey, _ table: Table) {
    let element = model[table.element]
    let target = key.target.map { model[$0].path } ?? ""
    let columns = key.columns.joined(separator: ", ")
    add(
      .foreignKey, .error, on: element,
      "`\(element.path)` (\(columns)) does not refer to `\(target)` in the database", at: key.range,
      notes: ["the database admits rows that refer to nothing"],
      help: ["add a foreign key in the database, or write `refers to` for what nothing enforces"])
  }

  private mutating func tellExtra(_ key: BuiltForeignKey, _ table: Table) {
    let element = model[table.element]
    let columns = key.columns.joined(separator: ", ")
    let column =
      key.columns.count == 1 ? table.columns.first { $0.name.lowercased() == columns.lowercased() } : nil
    add(
      .foreignKey, .error, on: element,
      "`\(element.path)` (\(columns)) refers to `\(key.target)` in the database, which the design does not say",
      at: column?.nameRange ?? element.nameRange, notes: ["rows that the design admits are refused"],
      help: ["write `-> \(key.target)` behind the column, or drop the key in the database"])
  }

  /// Whether a key leads to a table of the database.
  private func leads(_ key: BuiltForeignKey, to table: BuiltTable) -> Bool {
    key.target.lowercased() == table.name.lowercased() && key.targetSchema == table.schema
  }

  private static func small(_ names: [String]) -> [String] { names.map { $0.lowercased() } }

  private static func pairs(_ columns: [String], _ targets: [String]) -> Set<[String]> {
    Set(zip(small(columns), small(targets)).map { [$0, $1] })
  }
}
