import DesignModel

let multiValuedColumn = Rule(
  "DAT015", "multi-valued-column", .info,
  what: "Finds text columns whose names say that they hold a list: `tag_ids`, `email_list`, `roles_csv`.",
  why:
    "Nothing can refer to, index or check the parts of a text, and a search for one of them finds parts of others.",
  silent: "For arrays and json, which are a decision, and for snapshots and copies.",
  fires: "database shop: postgresql { table item { id: int primary key  tag_ids: text } }",
  passes: "database shop: postgresql { table item { id: int primary key  tag_ids: int[] } }",
  sources: [.init("B. Karwin, SQL Antipatterns, ch. 2 Jaywalking", "2010-07")]
) { review, report in
  for table in review.ownTables {
    for column in table.columns where column.redundancy == nil {
      guard
        ["varchar", "char", "nvarchar"].contains(ColumnTypes.canonicalName(review.resolved(column.type))),
        let last = column.nameWords.last, ["ids", "list", "csv", "tags"].contains(last),
        column.nameWords.count > 1 || last == "tags"
      else { continue }
      report.add(
        .info, on: .element(column.element),
        "`\(review.model[column.element].path)` seems to hold a list in a text", at: column.nameRange,
        help: ["make it a table of its own, or an array if the engine has them"])
    }
  }
}
