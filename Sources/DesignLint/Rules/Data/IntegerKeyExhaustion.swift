import DesignModel
import DesignSyntax

let integerKeyExhaustion = Rule(
  "DAT018", "integer-key-exhaustion", .error,
  what: """
    Finds integer keys that the stated growth uses up within the design's horizon; a warning when it uses up half of them.
    """,
  why:
    "When the last number is given out, every insert fails, and changing the type of a large table takes long.",
  silent: """
    When growth or the horizon is unstated, for tables with a greatest number of rows, and for keys that are not counted up.
    """,
  fires: """
    design d { horizon 5y }
    database db: postgresql { table event rows 0 growth 2M/day { id: int primary key identity } }
    """,
  passes: """
    design d { horizon 5y }
    database db: postgresql { table event rows 0 growth 2M/day { id: bigint primary key identity } }
    """,
  sources: [.init("squawk, prefer-bigint-over-int", "2024-06")],
  parameters: [.usedNumbers]
) { review, report in
  for table in review.ownTables {
    guard let key = table.primaryKey, key.columns.count == 1, let column = table.column(key.columns[0]),
      let greatest = ColumnTypes.greatest(review.resolved(column.type))
    else { continue }
    // A key that refers to another one is not counted up here.
    guard !table.foreignKeys.contains(where: { $0.columns == key.columns }) else { continue }
    let element = review.model[table.element]
    let rows = element.fact("rows")
    let counts =
      rows?.values.compactMap { value -> Int? in
        if case .quantity(.count(let count), _) = value { count } else { nil }
      } ?? []
    guard counts.count < 2, let growth = element.fact("growth")?.perSecond, growth > 0 else { continue }
    guard let horizon = review.model.design?.fact("horizon")?.seconds else {
      if let design = review.model.design { report.lacks("horizon …", of: design.id) }
      continue
    }
    let used = Double(counts.first ?? 0) + growth * horizon
    let share = used / Double(greatest)
    guard share >= report.share(.usedNumbers) else { continue }
    let days = Int(((Double(greatest) - Double(counts.first ?? 0)) / (growth * Quantity.day)).rounded(.down))
    report.add(
      share >= 1 ? .error : .warning, on: .element(column.element),
      share >= 1
        ? "`\(review.model[column.element].path)` runs out of numbers in \(Written.grouped(days)) days"
        : "`\(review.model[column.element].path)` uses up \(Written.percent(share * 100, digits: 0)) of its numbers within the design's horizon",
      at: column.typeRange,
      notes: [
        "\(Written.grouped(greatest)) numbers, \(Written.number(growth * Quantity.day)) more rows a day; the horizon is \(Written.duration(horizon))"
      ],
      help: ["write `bigint`"],
      fixIts: [.init("write `bigint`", range: column.typeRange, replacement: "bigint", safety: .suggested)])
  }
}
