import DesignModel

let dualWrite = Rule(
  "MSG008", "dual-write", .warning,
  what:
    "Finds endpoints, and applications in one flow, that write to a database and publish a message without an outbox or change capture.",
  why:
    "Between the two the process may end: the order is stored and nobody hears of it, or heard of and not stored.",
  silent:
    "When `via outbox` or `via cdc` is stated, when loss is tolerated, and when it is not said that both happen together.",
  fires: """
    application orders: service {
      api a: rest { POST /orders -> string { writes db  publishes bus.placed } }
    }
    database db: postgresql
    broker bus: kafka { topic placed }
    """,
  passes: """
    application orders: service {
      api a: rest { POST /orders -> string { writes db  publishes bus.placed { via outbox } } }
    }
    database db: postgresql
    broker bus: kafka { topic placed }
    """,
  sources: [
    .init(
      "C. Richardson, Microservices Patterns, §3.3.7 transactional messaging with the outbox pattern",
      "2018-11")
  ]
) { review, report in
  var togethers = review.endpointWrites
  for (source, written) in review.flowWrites { togethers[source, default: []].formUnion(written) }
  for (index, connection, target) in review.resolvedConnections where connection.verb == .publishes {
    let source = review.owner(connection.source)
    guard source.kind == .application, !connection.states("via"), !connection.states("loss tolerated") else {
      continue
    }
    let isTogether =
      togethers[connection.during ?? source.id].map { connection.during != nil || $0.contains(target) }
      ?? false
    guard isTogether else {
      report.lacks("publishes … { via … }", of: source.id)
      continue
    }
    report.add(
      .warning, on: .connection(index),
      "`\(review.model[connection.during ?? source.id].path)` writes to a database and publishes `\(review.model[target].path)`, and may do only one of them",
      at: connection.range, notes: ["no transaction spans both"],
      help: ["write `via outbox`, or `via cdc`; or `loss tolerated` if a lost message does no harm"])
  }
}

extension Review {
  /// Endpoints that write to a database.
  fileprivate var endpointWrites: [ElementID: Set<ElementID>] {
    var out: [ElementID: Set<ElementID>] = [:]
    for (_, connection, target) in resolvedConnections where connection.verb == .writes {
      guard let during = connection.during, owner(target).kind == .database else { continue }
      out[during, default: []].insert(target)
    }
    return out
  }

  /// What applications publish in flows in which they write to a database as well.
  fileprivate var flowWrites: [ElementID: Set<ElementID>] {
    var out: [ElementID: Set<ElementID>] = [:]
    for flow in model.flows {
      let messages = flow.allMessages
      var writers: Set<ElementID> = []
      for message in messages where message.verb == "writes" {
        if let source = message.source, let target = message.target, owner(target).kind == .database {
          writers.insert(owner(source).id)
        }
      }
      for message in messages where message.verb == "publishes" {
        if let source = message.source, let target = message.target, writers.contains(owner(source).id) {
          out[owner(source).id, default: []].insert(target)
        }
      }
    }
    return out
  }
}
