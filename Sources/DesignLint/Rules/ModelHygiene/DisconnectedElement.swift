import DesignModel

let disconnectedElement = Rule(
  "MOD003", "disconnected-element", .warning,
  what: "Finds applications, stores, brokers and persons that nothing uses and that use nothing.",
  why: "Either a connection is missing from the design, or the element is not needed.",
  silent: """
    In a design that states no connections at all, such as one of tables alone; for what takes part in a flow, keeps a \
    copy equal, or is referred to by columns of another store.
    """,
  fires: """
    application api: service { reads shop }
    database shop: postgresql
    application forgotten: worker
    """,
  passes: """
    application api: service { reads shop }
    database shop: postgresql
    """,
  sources: [.init("Structurizr inspections, model.element.disconnected", "2025-01")]
) { review, report in
  let model = review.model
  guard !model.connections.isEmpty || !review.messagesTo.isEmpty else { return }
  var connected: Set<ElementID> = []
  func connect(_ id: ElementID?) {
    var next = id
    // What holds something connected is connected; from there on upwards all is known already.
    while let id = next, connected.insert(id).inserted { next = model[id].parent }
  }
  for connection in model.connections {
    connect(connection.source)
    connect(connection.target)
  }
  for messages in review.messagesTo.values {
    for message in messages {
      connect(message.source)
      connect(message.target)
    }
  }
  for table in model.tables {
    for column in table.columns {
      connect(column.redundancy?.keeper?.references.first)
      if let other = column.fact("refers to")?.references.first {
        connect(other)
        connect(table.element)
      }
    }
  }
  for kind in [ElementKind.person, .application, .database, .cache, .storage, .search, .broker] {
    for element in review.elements(kind) where !connected.contains(element.id) {
      report.add(
        .warning, on: .element(element.id),
        "nothing uses \(kind.noun) `\(element.path)`, and it uses nothing",
        at: element.nameRange,
        help: ["state who calls, reads or writes it, or what it does; or remove it"])
    }
  }
}
