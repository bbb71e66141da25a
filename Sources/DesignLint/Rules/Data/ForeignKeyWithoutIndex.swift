import DesignModel
import DesignSyntax

let foreignKeyWithoutIndex = Rule(
  "DAT004", "foreign-key-without-index", .warning,
  what: "Finds foreign keys whose columns begin no index.",
  why: """
    When a row of the other table is deleted or its key changes, the database looks for rows that refer to it; without \
    an index it reads the whole table each time. Most queries also join along foreign keys.
    """,
  silent: """
    For engines that make the index themselves (MySQL and MariaDB), and for those in which nothing is known of foreign \
    keys. It is an info where neither `on delete`, `on update` nor more than 10,000 rows are stated.
    """,
  fires: """
    database shop: postgresql {
      table customer { id: uuid primary key }
      table order rows 2M { id: bigint primary key  customer_id: uuid -> customer.id }
    }
    """,
  passes: """
    database shop: postgresql {
      table customer { id: uuid primary key }
      table order rows 2M { id: bigint primary key  customer_id: uuid -> customer.id  index (customer_id) }
    }
    """,
  sources: [
    .init(
      "PostgreSQL 17 documentation §5.5.5, foreign keys and indexes on the referencing columns", "2024-09"),
    .init("tbls lint, requireForeignKeyIndex", "2025-01"),
  ],
  parameters: [.largeTable]
) { review, report in
  let indexing: Set<String> = ["mysql", "mariadb"]
  for table in review.ownTables where !table.foreignKeys.isEmpty && review.isRelational(table) {
    guard !(review.engine(of: table).map(indexing.contains) ?? false) else { continue }
    let leading =
      table.indexes.filter { $0.fact("where") == nil }.map(\.columns)
      + ([table.primaryKey].compactMap { $0 } + table.uniques).map(\.columns)
    for key in table.foreignKeys where key.target != nil && !key.columns.isEmpty {
      let wanted = Set(key.columns)
      guard !leading.contains(where: { Set($0.prefix(wanted.count)) == wanted }) else { continue }
      reportMissingIndex(key, of: table, review, &report)
    }
  }
}

private func reportMissingIndex(_ key: ForeignKey, of table: Table, _ review: Review, _ report: inout Report)
{
  let element = review.model[table.element]
  var rows: Int?
  if case .count(let count)? = element.fact("rows")?.quantity { rows = count }
  let isLarge = Double(rows ?? 0) > report.figure(.largeTable)
  let changes = key.fact("on delete") ?? key.fact("on update")
  let isWarning = isLarge || changes != nil
  let list = key.columns.joined(separator: ", ")
  let place = table.column(key.columns[0])?.range ?? key.range
  report.add(
    isWarning ? .warning : .info, on: review.subject(key.columns, of: table),
    "no index of `\(element.path)` begins with its foreign key \(key.columns.quotedList)", at: key.range,
    notes: [
      isLarge
        ? "a change of the other table reads all \(rows ?? 0) rows of this one (more than \(Written.number(report.figure(.largeTable))), \(report.origin(.largeTable)))"
        : "a change of the other table reads all rows of this one"
    ],
    help: ["add `index (\(list))`"],
    fixIts: [
      .init(
        "add the index", range: place.after, replacement: "\n\(review.indentation(at: place))index (\(list))")
    ])
}
