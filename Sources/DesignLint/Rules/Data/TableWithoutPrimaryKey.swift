import DesignModel

let tableWithoutPrimaryKey = Rule(
  "DAT001", "table-without-primary-key", .error,
  what: "Finds tables whose columns are stated, but no primary key.",
  why: """
    Without a key no row can be named: it cannot be referred to, updated or replicated alone, and the same row may \
    stand there twice.
    """,
  silent: """
    For tables that say `keyless because "…"`, tables without columns, views, databases that others run, and engines \
    which make a key themselves or need none.
    """,
  fires: "database shop: postgresql { table visit { at: timestamptz  page: text } }",
  passes: "database shop: postgresql { table visit { id: bigint primary key identity  at: timestamptz } }",
  sources: [.init("SchemaCrawler lint, LinterTableWithNoPrimaryKey", "2025-01")]
) { review, report in
  let needing = Review.relationalEngines.union(["dynamodb", "cassandra", "scylladb"])
  for table in review.ownTables where table.primaryKey == nil {
    guard review.engine(of: table).map(needing.contains) ?? false else { continue }
    let element = review.model[table.element]
    guard !table.columns.isEmpty else {
      report.lacks("columns and `primary key (…)`", of: table.element)
      continue
    }
    guard !element.states("keyless") else { continue }
    let isLog = !Set(element.fact("tags")?.words ?? []).isDisjoint(with: ["log", "staging"])
    let nullable = Set(table.columns.filter(\.isNullable).map(\.name))
    let candidate = table.uniques.first { nullable.isDisjoint(with: $0.columns) }
    report.add(
      isLog ? .warning : .error, on: .element(table.element), "`\(element.path)` has no primary key",
      at: element.nameRange,
      related: candidate.map { [.init($0.range, "this identifies a row already")] } ?? [],
      notes: ["without one, no row can be referred to, or updated alone"],
      help: [
        candidate.map { "make it the key: `primary key (\($0.columns.joined(separator: ", ")))`" }
          ?? "add `primary key (…)`, or `id: bigint primary key identity`; or say `keyless because \"…\"`"
      ],
      fixIts: candidate.map { key in
        let isColumn = table.column(key.columns[0])?.fact("unique")?.range == key.range
        let list = key.columns.joined(separator: ", ")
        return [
          .init(
            "make `\(list)` the primary key", range: key.range,
            replacement: isColumn ? "primary key" : "primary key (\(list))", safety: .suggested)
        ]
      } ?? [])
  }
}
