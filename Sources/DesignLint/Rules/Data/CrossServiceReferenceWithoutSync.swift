import DesignModel

let crossServiceReferenceWithoutSync = Rule(
  "DAT016", "cross-service-reference-without-sync", .warning,
  what:
    "Finds references to rows of another store whose end nobody hears of: no writer of the table asks its owner or receives messages.",
  why: "When the row is gone the reference leads nowhere, and nothing in the design will notice.",
  silent:
    "When nobody is stated to write the table; when a writer consumes messages, calls an application that uses the other store, or reads that store itself.",
  fires: """
    database crm: mysql { table contact { id: int primary key } }
    database shop: postgresql { table order { id: int primary key  contact_id: int refers to crm.contact.id } }
    application orders: service { writes shop.order }
    """,
  passes: """
    database crm: mysql { table contact { id: int primary key } }
    database shop: postgresql { table order { id: int primary key  contact_id: int refers to crm.contact.id } }
    application orders: service { writes shop.order  calls contacts }
    application contacts: service { writes crm.contact }
    """,
  sources: [.init("C. Richardson, Microservices Patterns, ch. 4 managing transactions with sagas", "2018-11")]
) { review, report in
  for table in review.ownTables {
    for column in table.columns {
      guard let fact = column.fact("refers to"), let target = fact.references.first else { continue }
      let store = review.owner(target)
      guard store.id != table.database else { continue }
      let writers = review.connections(review.incoming[table.database]).map(\.connection).filter {
        connection in
        connection.verb == .writes
          && (connection.target == table.element || connection.target == table.database)
      }
      guard !writers.isEmpty else {
        report.lacks("writes \(review.model[table.element].path)", of: table.element)
        continue
      }
      let users = Set(
        (review.incoming[store.id] ?? []).map { review.owner(review.model.connections[$0].source).id })
      let hears = writers.contains { writer in
        let source = review.owner(writer.source).id
        return users.contains(source)
          || (review.outgoing[source] ?? []).contains { index in
            let connection = review.model.connections[index]
            switch connection.verb {
            case .consumes: return true
            case .calls, .connects:
              guard let called = connection.target.map({ review.owner($0) }) else { return false }
              // What others run, or what shows no store, may well be the owner.
              return users.contains(called.id) || called.isExternal || store.isExternal
            default: return false
            }
          }
      }
      guard !hears else { continue }
      report.add(
        .warning, on: .element(column.element),
        "nobody who writes `\(review.model[table.element].path)` hears when the row of `\(review.model[target].path)` is gone",
        at: fact.range,
        related: writers.prefix(2).map { .init($0.range, "`\(review.owner($0.source).path)` writes it") },
        help: ["let the writer consume a message about it, or call the owner of `\(store.path)`"])
    }
  }
}
