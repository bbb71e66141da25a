import DesignModel

let nullableUniqueColumn = Rule(
  "DAT017", "nullable-unique-column", .warning,
  what: "Finds unique constraints over several columns one of which may be null.",
  why:
    "Most databases take two nulls for different, so that the same combination may stand there many times.",
  silent:
    "For a single column, which is usual for optional identifiers, and for indexes over a part of the rows.",
  fires:
    "database shop: postgresql { table item { id: int primary key  shop: int?  code: text  unique (shop, code) } }",
  passes:
    "database shop: postgresql { table item { id: int primary key  shop: int  code: text  unique (shop, code) } }",
  sources: [
    .init("SchemaCrawler lint, LinterNullColumnsInIndex", "2025-01"),
    .init("PostgreSQL 17 documentation, §5.5.3 unique constraints and nulls", "2024-09"),
  ]
) { review, report in
  for table in review.ownTables {
    // SQL Server and DB2 take nulls for equal.
    guard !["sqlserver", "mssql", "db2"].contains(review.engine(of: table)) else { continue }
    for key in table.uniques where key.columns.count > 1 {
      let nullable = key.columns.filter { table.column($0)?.isNullable ?? false }
      guard !nullable.isEmpty else { continue }
      report.add(
        .warning, on: .element(table.element),
        "\(key.columns.quotedList) of `\(review.model[table.element].path)` may recur together, since \(nullable.quotedList) may be null",
        at: key.range,
        related: nullable.compactMap { table.column($0) }.map { .init($0.typeRange, "may be null") },
        help: [
          "make \(nullable.count == 1 ? "it" : "them") not null, or use an index `where` the value is there"
        ])
    }
  }
}
