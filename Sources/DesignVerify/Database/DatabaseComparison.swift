package import DesignLint
package import DesignModel
import DesignSource

/// What lies between the tables of a design and those of a live database. What a table that is missing would hold, or a
/// column, is not told again.
package struct DatabaseComparison {
  let model: Model
  let database: Element
  let built: BuiltDatabase
  var findings: [Finding] = []
  /// The built table of each table of the design.
  private var partners: [ElementID: BuiltTable] = [:]
  /// Enumerations of the design that were held against those of the database already.
  private var comparedEnumerations: Set<ElementID> = []

  /// Every difference, by its place in the design.
  package static func findings(of database: Element, in model: Model, against built: BuiltDatabase)
    -> [Finding]
  {
    var comparison = DatabaseComparison(model: model, database: database, built: built)
    comparison.compare()
    return comparison.findings.sortedByPlace()
  }

  private init(model: Model, database: Element, built: BuiltDatabase) {
    self.model = model
    self.database = database
    self.built = built
  }

  private mutating func compare() {
    let tables = Array(model.tables(of: database.id))
    for table in tables { partners[table.element] = partner(of: table) }
    let taken = Set(partners.values.map { [$0.schema, $0.name] })
    var extra = built.tables.filter { !taken.contains([$0.schema, $0.name]) && isOfDesign($0, tables) }
    for table in tables {
      guard let other = partners[table.element] else {
        tellMissing(table, &extra)
        continue
      }
      compare(table, other)
    }
    for table in extra { tellExtra(table) }
  }

  // MARK: Tables

  private func partner(of table: Table) -> BuiltTable? {
    let element = model[table.element]
    let schema = table.schema.map { model[$0].name } ?? built.schema
    // Names that stand in no quotes have no case (PostgreSQL), or none has (SQLite).
    let candidates = built.tables.filter { $0.name.lowercased() == element.name.lowercased() }
    let inSchema = candidates.filter {
      built.engine == .sqlite || $0.schema.lowercased() == schema.lowercased()
    }
    return inSchema.first { $0.name == element.name } ?? inSchema.first
  }

  /// Whether a table lies where the design has tables, and is no tool's own.
  private func isOfDesign(_ table: BuiltTable, _ tables: [Table]) -> Bool {
    if Self.migrationTables.contains(table.name.lowercased()) { return false }
    let schemas = tables.map { $0.schema.map { model[$0].name } ?? built.schema }
    return built.engine == .sqlite || schemas.contains { $0.lowercased() == table.schema.lowercased() }
  }

  /// In which tools for migrations keep how far they have come, by the manual of each, as of 2026-06.
  private static let migrationTables: Set<String> = [
    "flyway_schema_history", "databasechangelog", "databasechangeloglock", "schema_migrations",
    "ar_internal_metadata", "alembic_version", "django_migrations", "__efmigrationshistory",
    "knex_migrations",
    "knex_migrations_lock", "_prisma_migrations", "goose_db_version", "sequelizemeta", "_sqlx_migrations",
    "_fluent_migrations", "refinery_schema_history", "__drizzle_migrations", "typeorm_metadata", "migrations",
  ]

  /// One that has nearly the same name is told with it, and not as extra.
  private mutating func tellMissing(_ table: Table, _ extra: inout [BuiltTable]) {
    let element = model[table.element]
    let near = Spelling.nearest(to: element.name, among: extra.map(\.name))
    extra.removeAll { $0.name == near }
    let noun = table.isView ? "view" : "table"
    add(
      .tableMissing, .error, on: element, "the \(noun) `\(element.path)` is not in the database",
      at: element.nameRange, label: near.map { "the database has `\($0)`" } ?? "",
      help: ["create it in the database, or take it out of the design"])
  }

  private mutating func tellExtra(_ table: BuiltTable) {
    let name =
      table.schema.isEmpty || table.schema == built.schema ? table.name : "\(table.schema).\(table.name)"
    add(
      .tableExtra, .warning, on: database,
      "the database has a \(table.kind.rawValue) `\(name)`, which `\(database.path)` of the design does not have",
      at: database.nameRange, help: ["add it to the design, or drop it"])
  }

  private mutating func compare(_ table: Table, _ other: BuiltTable) {
    let element = model[table.element]
    guard table.isView == (other.kind == .view) else {
      return add(
        .tableMissing, .error, on: element,
        "`\(element.path)` is a \(other.kind.rawValue) in the database, not a \(table.isView ? "view" : "table")",
        at: element.nameRange)
    }
    var pairs: [(Column, BuiltColumn)] = []
    let names = Set(table.columns.map { $0.name.lowercased() })
    var extra = other.columns.filter { !names.contains($0.name.lowercased()) }
    for column in table.columns {
      if let built = other.column(column.name) {
        pairs.append((column, built))
      } else {
        tellMissing(column, of: element, &extra)
      }
    }
    for column in extra { tellExtra(column, of: table) }
    guard !table.isView else { return }
    for (column, other) in pairs { compare(column, other, in: table) }
    let known = KnownColumns(
      design: Set(pairs.map { $0.0.name.lowercased() }), built: Set(pairs.map { $0.1.name.lowercased() }))
    compareKeys(table, other, known)
    compareIndexes(table, other, known)
    compareForeignKeys(table, other, known)
  }

  // MARK: Columns

  /// One that has nearly the same name is told with it, and not as extra.
  private mutating func tellMissing(_ column: Column, of table: Element, _ extra: inout [BuiltColumn]) {
    let near = Spelling.nearest(to: column.name, among: extra.map(\.name))
    extra.removeAll { $0.name == near }
    add(
      .columnMissing, .error, on: model[column.element],
      "`\(table.path)` has no column `\(column.name)` in the database", at: column.nameRange,
      label: near.map { "the database has `\($0)`" } ?? "",
      help: ["add it to the table in the database, or take it out of the design"])
  }

  private mutating func tellExtra(_ column: BuiltColumn, of table: Table) {
    let element = model[table.element]
    // Whoever writes rows as the design has them leaves it out.
    let isCompulsory =
      column.isNotNull && column.defaultValue == nil && !column.isIdentity && !column.isGenerated
      && !table.isView
    let type = column.type.isEmpty ? "" : ": \(column.type)\(column.isNotNull ? "" : "?")"
    add(
      .columnExtra, isCompulsory ? .error : .warning, on: element,
      "`\(element.path)` has a column `\(column.name)` in the database, which the design does not have",
      at: element.nameRange,
      notes: isCompulsory
        ? ["it may not be null and has no default, so rows written as the design has them are refused"] : [],
      help: ["add `\(column.name)\(type)` to the table, or drop the column"])
  }

  private mutating func compare(_ column: Column, _ other: BuiltColumn, in table: Table) {
    compareTypes(column, other)
    compareNullability(column, other, table)
    compareDefaults(column, other, table)
  }

  private mutating func compareNullability(_ column: Column, _ other: BuiltColumn, _ table: Table) {
    // SQLite lets keys be null by the letter of its catalog, and a primary key is never said to be nullable.
    if table.primaryKey?.columns.contains(column.name) ?? false { return }
    guard column.isNullable == other.isNotNull else { return }
    let element = model[column.element]
    let message =
      other.isNotNull
      ? "`\(element.path)` must not be null in the database, but may be by the design"
      : "`\(element.path)` may be null in the database, but not by the design"
    let type = column.type.unwrapped.description
    add(
      .nullability, .error, on: element, message, at: column.typeRange,
      help: [
        other.isNotNull
          ? "drop `NOT NULL` in the database, or write `\(type)` without `?`"
          : "set `NOT NULL` in the database, or write `\(type)?`"
      ])
  }

  // MARK: Enumerations

  /// Holds the values of an enumeration against those that the database has under its name, once.
  mutating func compareEnumeration(_ id: ElementID, _ other: BuiltEnumeration) {
    guard comparedEnumerations.insert(id).inserted else { return }
    let element = model[id]
    let values = element.children.map { model[$0] }.filter { $0.kind == .enumCase }
    for value in values where !other.values.contains(value.name) {
      add(
        .enumeration, .error, on: element, "`\(element.path)` has no value `\(value.name)` in the database",
        at: value.nameRange,
        help: ["`ALTER TYPE \(other.name) ADD VALUE '\(value.name)'`, or take it out of the design"])
    }
    let names = Set(values.map(\.name))
    for value in other.values where !names.contains(value) {
      add(
        .enumeration, .error, on: element,
        "`\(element.path)` has a value `\(value)` in the database, which the design does not have",
        at: element.nameRange, help: ["add it to the enumeration; rows may have it already"])
    }
  }

  // MARK: Telling

  mutating func add(
    _ deviation: Deviation, _ severity: Diagnostic.Severity, on element: Element, _ message: String,
    at range: SourceRange, label: String = "", related: [Diagnostic.Label] = [], notes: [String] = [],
    help: [String] = []
  ) {
    findings.append(
      deviation.finding(
        severity, on: element.path, message, at: range, label: label, related: related, notes: notes,
        help: help))
  }

  /// The built table of a table of the design.
  func partner(of table: ElementID) -> BuiltTable? { partners[table] }
}

/// The columns that both sides have, in small letters; what others are missing or extra for is told with these.
struct KnownColumns {
  let design: Set<String>
  let built: Set<String>
}

extension BuiltTable {
  /// The column of a name; names that differ in case alone are the same where none is spelled so.
  func column(_ name: String) -> BuiltColumn? {
    columns.first { $0.name == name } ?? columns.first { $0.name.lowercased() == name.lowercased() }
  }
}
