import DesignModel

let sharedDatabase = Rule(
  "DAT006", "shared-database", .warning,
  what: "Finds tables that several applications write.",
  why:
    "No rule that holds for the table can be changed without all of them, and none of them can answer for its content.",
  silent: """
    When an owner is stated (`owned by`), for applications of the same owner, and for jobs and keepers of copies in columns \
    of their own.
    """,
  fires: """
    application orders: service { writes shop.order }
    application billing: service { writes shop.order }
    database shop: postgresql { table order { id: int primary key } }
    """,
  passes: """
    application orders: service { writes shop.order }
    application billing: service { calls orders }
    database shop: postgresql { table order { id: int primary key } }
    """,
  sources: [
    .init("C. Richardson, Microservices Patterns, §2.2 loose coupling: no shared database", "2018-11")
  ]
) { review, report in
  let keepers = Set(
    review.model.tables.flatMap { $0.columns }.compactMap { $0.redundancy?.keeper?.references.first })
  for table in review.ownTables {
    let element = review.model[table.element]
    let ownership = element.fact("owned by") ?? review.model[table.database].fact("owned by")
    let owner = ownership?.references.first
    if ownership != nil, owner == nil { continue }
    var writers: [(application: Element, connection: Connection)] = []
    for (_, connection) in review.connections(review.reaching[table.element]) where connection.verb == .writes
    {
      let writer = review.owner(connection.source)
      guard writer.kind == .application, writer.subtype != "job", !keepers.contains(writer.id),
        !writers.contains(where: { $0.application.id == writer.id })
      else { continue }
      writers.append((writer, connection))
    }
    if let ownership, let owner {
      let others = writers.filter { writer in
        !review.model.ancestry(writer.application.id).contains { $0.id == owner }
      }
      for writer in others {
        report.add(
          .warning, on: .element(table.element),
          "`\(writer.application.path)` writes `\(element.path)`, which is owned by `\(review.model[owner].path)`",
          at: writer.connection.range, related: [.init(ownership.range, "its owner is stated here")],
          help: ["let it call the owner, or state another owner"])
      }
      continue
    }
    guard writers.count > 1 else { continue }
    let owners = Set(writers.map { $0.application.fact("owner")?.word ?? "" })
    guard owners.count > 1 || owners.contains("") else { continue }
    report.add(
      .warning, on: .element(table.element),
      "\(writers.map { $0.application.path }.quotedList) write `\(element.path)`", at: element.nameRange,
      related: writers.map { .init($0.connection.range, "`\($0.application.path)` writes it") },
      help: [
        "let one of them own it, `owned by \(writers[0].application.name)`, and the others call that one"
      ])
  }
}
