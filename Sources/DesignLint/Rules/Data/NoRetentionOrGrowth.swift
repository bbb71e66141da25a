import DesignModel

let noRetentionOrGrowth = Rule(
  "DAT020", "no-retention-or-growth", .warning,
  what:
    "Finds, from the stage `agreed` on, tables that grow or hold personal data and do not say how long rows are kept. An info; a warning at `release`.",
  why: "What nobody decides to delete is kept for ever: it costs, slows down, and may not be kept by law.",
  silent:
    "In earlier stages, for tables with a greatest number of rows, and for those that neither grow nor hold personal data.",
  fires: "database shop: postgresql { table visit growth 2M/day { id: bigint primary key } }",
  passes: "database shop: postgresql { table visit growth 2M/day retention 90d { id: bigint primary key } }",
  sources: [
    .init("OWASP ASVS 5.0.0, 14.2.7", "2025-05"),
    .init("Regulation (EU) 2016/679 (GDPR), article 5(1)(e)", "2016-04"),
  ]
) { review, report in
  for table in review.ownTables {
    let element = review.model[table.element]
    guard element.fact("retention") == nil, (element.fact("rows")?.values.count ?? 0) < 2 else { continue }
    let personal = table.columns.first { !Set(review.classes($0)).isDisjoint(with: Review.sensitiveClasses) }
    let growth = element.fact("growth")
    guard growth != nil || personal != nil else { continue }
    guard review.options.stage >= .agreed else {
      report.lacks("retention …", of: table.element)
      continue
    }
    report.add(
      review.options.stage >= .release ? .warning : .info, on: .element(table.element),
      "`\(element.path)` \(growth != nil ? "grows" : "holds personal data"), but does not say how long rows are kept",
      at: element.nameRange,
      related: [growth?.range ?? personal?.fact("classified")?.range].compactMap { $0 }.map {
        .init($0, "because of this")
      },
      help: ["write `retention 2y`, or as long as the law asks for"])
  }
}
