import DesignModel

let sensitiveColumnUnclassified = Rule(
  "SEC021", "sensitive-column-unclassified", .warning,
  what:
    "Finds columns whose names say that they hold personal data, cards or secrets, and that bear no class.",
  why:
    "Rules about encryption, logs, copies and deletion look at classes: what bears none is protected by none.",
  silent: """
    For words that only begin such a name (`email_verified`), for numbers and times, for hashed columns, and for copies, \
    which follow their source. In a sketch it is an info.
    """,
  fires: "database shop: postgresql { table customer { id: int primary key  email: text } }",
  passes: "database shop: postgresql { table customer { id: int primary key  email: text classified pii } }",
  sources: [.init("OWASP ASVS 5.0.0, 14.1.1", "2025-05"), .house]
) { review, report in
  for table in review.ownTables {
    for column in table.columns {
      guard column.fact("classified") == nil, column.fact("hashed") == nil, column.redundancy == nil,
        let label = SensitiveNames.label(for: column.nameWords), !column.isPassword
      else { continue }
      let isCounted = ColumnTypes.isNumberOrTime(column.type) && label != "pii"
      guard !isCounted, ColumnTypes.canonicalName(column.type) != "boolean",
        !table.foreignKeys.contains(where: { $0.columns == [column.name] })
      else { continue }
      report.add(
        review.options.stage >= .review ? .warning : .info, on: .element(column.element),
        "`\(review.model[column.element].path)` looks like \(label), but bears no class",
        at: column.nameRange,
        help: ["write `classified \(label)`; or another label, such as `public`, if it is harmless"],
        fixIts: [
          .init(
            "classify it", range: column.typeRange.after, replacement: " classified \(label)",
            safety: .suggested)
        ])
    }
  }
}
