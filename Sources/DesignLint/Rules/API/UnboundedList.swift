import DesignModel

let unboundedList = Rule(
  "API007", "unbounded-list", .error,
  what: """
    Finds endpoints that answer with a whole list. An error when the table behind it has more than 10,000 rows; else a \
    warning, from the stage `review` on.
    """,
  why:
    "The answer grows with the data, until it takes the memory of the server and the patience of the client.",
  silent:
    "When it comes in pages or takes a limit, and when the table behind it is small or bounded (`rows 200 at most 500`).",
  fires: """
    type Product from db.product
    application api: service { api a: rest { GET /products -> [Product] } }
    database db: postgresql { table product rows 50k { id: int primary key } }
    """,
  passes: """
    type Product from db.product
    application api: service { api a: rest { GET /products -> [Product] paginated at most 100 } }
    database db: postgresql { table product rows 50k { id: int primary key } }
    """,
  sources: [
    .init("Zalando RESTful API Guidelines, MUST support pagination", "2024-01"),
    .init("Spectral OWASP ruleset, array-limit", "2024-01"), .house,
  ],
  parameters: [.largeTable, .smallTable]
) { review, report in
  for endpoint in review.model.endpoints where endpoint.isList {
    let element = review.model[endpoint.element]
    guard !element.isExternal, ["GET", "query"].contains(endpoint.method), element.fact("paginated") == nil,
      review.model[endpoint.api].fact("paginated") == nil,
      !endpoint.parameters.contains(where: {
        ["limit", "page", "page_size", "pagesize", "per_page", "cursor", "first", "top", "size"].contains(
          $0.name.lowercased())
      })
    else { continue }
    let table = review.table(behind: endpoint)
    let rows = table.flatMap { review.model[$0].fact("rows") }
    let isBounded = (rows?.values.count ?? 0) > 1
    if isBounded || Double(rows?.count ?? Int.max) <= report.figure(.smallTable) { continue }
    let isLarge = Double(rows?.count ?? 0) > report.figure(.largeTable)
    guard isLarge || review.options.stage >= .review else {
      report.lacks("paginated", of: endpoint.element)
      continue
    }
    report.add(
      isLarge ? .error : .warning, on: .element(element.id), "`\(element.path)` answers with a whole list",
      at: element.nameRange,
      related: rows.map { [.init($0.range, "the rows behind it")] } ?? [],
      notes: isLarge
        ? [
          "\(Written.grouped(rows?.count ?? 0)) rows are more than \(Written.number(report.figure(.largeTable))), \(report.origin(.largeTable))"
        ] : [],
      help: ["write `paginated at most 100`"],
      // What has a block would need it inside.
      fixIts: review.text(element.range).hasSuffix("}")
        ? [] : [.add("paginated at most 100", behind: element.range)])
  }
}
