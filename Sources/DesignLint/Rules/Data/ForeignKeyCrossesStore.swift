import DesignModel

let foreignKeyCrossesStore = Rule(
  "DAT005", "foreign-key-crosses-store", .error,
  what: "Finds foreign keys to a table of another database.",
  why:
    "No database can enforce such a key, so it will not hold; whoever reads the design believes that it does.",
  silent: "For references that say that nothing enforces them (`refers to`).",
  fires: """
    database crm: mysql { table contact { id: int primary key } }
    database shop: postgresql { table order { id: int primary key  contact_id: int -> crm.contact.id } }
    """,
  passes: """
    database crm: mysql { table contact { id: int primary key } }
    database shop: postgresql { table order { id: int primary key  contact_id: int refers to crm.contact.id } }
    """,
  sources: [.init("ISO/IEC 9075-2 (SQL/Foundation) §11.8, a referenced table of the same catalog", "2023-06")]
) { review, report in
  for table in review.ownTables {
    for key in table.foreignKeys {
      guard let target = key.target.flatMap({ review.model.table($0) }), target.database != table.database
      else { continue }
      let (own, other) = (review.model[table.database], review.model[target.database])
      let canRewrite = key.columns.count == 1 && key.facts.isEmpty
      report.add(
        .error, on: review.subject(key.columns, of: table),
        "the foreign key \(key.columns.quotedList) leads from `\(own.path)` to another database, `\(other.path)`",
        at: key.targetRange,
        related: [.init(review.model[target.element].nameRange, "the table in `\(other.path)`")],
        help: ["write `refers to`, and say how `\(own.name)` learns that the row is gone"],
        fixIts: canRewrite
          ? [
            .init(
              "say that nothing enforces it", range: key.range,
              replacement: "refers to \(review.text(key.targetRange))", safety: .suggested)
          ] : [])
    }
  }
}
