import DesignModel

let nonIdempotentConsumer = Rule(
  "MSG007", "non-idempotent-consumer", .warning,
  what:
    "Finds consumers that may get a message twice (`delivery at-least-once`), write to a store, and do not say that twice is harmless.",
  why:
    "After every crash and every lost confirmation messages come again: money is booked and goods are sent a second time.",
  silent: "When the way of delivery is unstated, and for consumers that write nothing.",
  fires: """
    broker bus: kafka { topic paid }
    application ship: worker { consumes bus.paid { delivery at-least-once }  writes db }
    database db: postgresql
    """,
  passes: """
    broker bus: kafka { topic paid }
    application ship: worker { consumes bus.paid { delivery at-least-once  idempotent by event_id }  writes db }
    database db: postgresql
    """,
  sources: [
    .init("Zalando RESTful API Guidelines, event consumers MUST be robust against duplicates", "2024-01")
  ]
) { review, report in
  for (index, connection, target) in review.resolvedConnections where connection.verb == .consumes {
    let consumer = review.owner(connection.source)
    guard let delivery = connection.fact("delivery") else {
      report.lacks("consumes … { delivery … }", of: consumer.id)
      continue
    }
    guard delivery.word == "at-least-once", !connection.states("idempotent"),
      let write = review.connections(review.outgoing[consumer.id]).first(where: {
        $0.connection.verb == .writes
      })
    else { continue }
    report.add(
      .warning, on: .connection(index),
      "`\(consumer.path)` may get a message of `\(review.model[target].path)` twice, and writes each time",
      at: delivery.range, related: [.init(write.connection.range, "writes")],
      help: ["let it know what it has handled: `idempotent by event_id`"])
  }
}
