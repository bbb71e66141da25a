import DesignModel

let tenantIsolationUnstated = Rule(
  "SEC023", "tenant-isolation-unstated", .warning,
  what:
    "Finds tables of databases that several customers share which have neither the tenant's column nor a row policy.",
  why: "One forgotten condition in one query shows a customer the data of another.",
  silent: """
    For tables `shared across tenants`, for those that refer to a table which has the column, and when it is unstated by which \
    column tenants are told apart.
    """,
  fires: "database shop: postgresql tenancy multi by tenant_id { table order { id: int primary key } }",
  passes:
    "database shop: postgresql tenancy multi by tenant_id { table order { id: int primary key  tenant_id: int } }",
  sources: [.init("OWASP ASVS 5.0.0, 8.4.1", "2025-05")]
) { review, report in
  for table in review.ownTables {
    let database = review.model[table.database]
    guard let tenancy = database.fact("tenancy"), tenancy.words.first == "multi", !table.columns.isEmpty
    else { continue }
    guard let column = tenancy.words.dropFirst().first?.split(separator: ".").last.map(String.init) else {
      report.lacks("tenancy multi by …", of: database.id)
      continue
    }
    let element = review.model[table.element]
    let refers = table.foreignKeys.contains {
      $0.target.flatMap { review.model.table($0) }?.column(column) != nil
    }
    guard table.column(column) == nil, !element.states("row policy"),
      !element.states("shared across tenants"), !refers,
      element.name != column.split(separator: "_").first.map(String.init)
    else { continue }
    report.add(
      .warning, on: .element(table.element),
      "`\(element.path)` does not say whose its rows are: it has no `\(column)`",
      at: element.nameRange, related: [.init(tenancy.range, "customers share the database")],
      help: ["add `\(column)`, a `row policy`, or `shared across tenants`"])
  }
}
