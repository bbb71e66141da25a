import DesignModel

let foreignKeyTargetMissing = Rule(
  "DAT002", "foreign-key-target-missing", .error,
  what: "Finds foreign keys to a table or column that does not exist, or to columns that identify no row.",
  why: "A database refuses such a key; where it does not, the reference may mean several rows or none.",
  silent: "For keys of another store that are declared with `refers to`, which nothing enforces.",
  fires: """
    database shop: postgresql {
      table customer { id: uuid primary key  email: text }
      table order { id: bigint primary key  email: text -> customer.email }
    }
    """,
  passes: """
    database shop: postgresql {
      table customer { id: uuid primary key  email: text unique }
      table order { id: bigint primary key  email: text -> customer.email }
    }
    """,
  sources: [
    .init("ISO/IEC 9075-2 (SQL/Foundation) §11.8, referenced columns of a unique constraint", "2023-06")
  ]
) { review, report in
  for problem in review.problems["DAT002"] ?? [] {
    report.add(problem, on: review.element(at: problem.range))
  }
  for table in review.ownTables {
    for key in table.foreignKeys {
      guard let id = key.target, let target = review.model.table(id) else { continue }
      check(key, of: table, to: target, review, &report)
    }
  }
}

private func check(
  _ key: ForeignKey, of table: Table, to target: Table, _ review: Review, _ report: inout Report
) {
  let name = review.model[target.element].path
  let subject = review.subject(key.columns, of: table)
  guard !key.targetColumns.isEmpty else {
    // A table without columns is not finished, and one without a key is DAT001's to tell.
    if target.columns.isEmpty { report.lacks("columns and `primary key (…)`", of: target.element) }
    return
  }
  guard key.targetColumns.count == key.columns.count else {
    report.add(
      .error, on: subject,
      "the foreign key \(key.columns.quotedList) has \(key.columns.count) columns, but the key of `\(name)` has \(key.targetColumns.count)",
      at: key.range,
      related: target.primaryKey.map { [.init($0.range, "the key is \($0.columns.quotedList)")] } ?? [],
      help: [
        "name as many columns on both sides: `foreign key (…) -> \(review.model[target.element].name) (…)`"
      ])
    return
  }
  for column in key.targetColumns where target.column(column) == nil {
    report.add(
      .error, on: subject, "`\(name)` has no column `\(column)` to refer to", at: key.targetRange,
      help: ["name a column of its primary key or of a unique constraint"])
    return
  }
  let wanted = Set(key.targetColumns)
  let identifying = [target.primaryKey].compactMap { $0 } + target.uniques
  guard !target.isView, !identifying.contains(where: { Set($0.columns) == wanted }) else { return }
  report.add(
    .error, on: subject, "\(key.targetColumns.quotedList) of `\(name)` is neither its primary key nor unique",
    at: key.targetRange,
    related: target.primaryKey.map { [.init($0.range, "its primary key is \($0.columns.quotedList)")] } ?? [],
    notes: ["a foreign key must name columns that identify one row"],
    help: ["refer to its primary key, or make \(key.targetColumns.quotedList) `unique`"])
}
