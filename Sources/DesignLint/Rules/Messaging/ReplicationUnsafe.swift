import DesignModel

let replicationUnsafe = Rule(
  "MSG006", "replication-unsafe", .error,
  what: """
    Finds topics of brokers in production with fewer than three copies of each message, or whose `min-insync` leaves none to \
    lose; and as a warning one that lets a confirmed message stand on one machine.
    """,
  why: "When a broker's machine fails, messages are lost, or nothing can be published until it is back.",
  silent:
    "When replication is unstated, for brokers that production does not run, and when loss is tolerated.",
  fires: """
    broker bus: kafka { topic paid replication 1 }
    environment production { deploy bus }
    """,
  passes: """
    broker bus: kafka { topic paid replication 3 min-insync 2 }
    environment production { deploy bus }
    """,
  sources: [.init("Apache Kafka 3.9 documentation, min.insync.replicas with acks=all", "2024-11")]
) { review, report in
  for topic in review.elements(.topic) where !topic.isExternal {
    guard let broker = topic.parent, !review.productionDeployments(of: broker).isEmpty,
      let fact = topic.fact("replication"), let copies = fact.count
    else { continue }
    let users = review.connections(review.reaching[topic.id]).map(\.connection)
    guard !users.contains(where: { $0.states("loss tolerated") }) else { continue }
    let insync = topic.fact("min-insync")
    if copies < 3 {
      report.add(
        .error, on: .element(topic.id),
        "`\(topic.path)` keeps \(copies) \(copies == 1 ? "copy" : "copies") of each message", at: fact.range,
        notes: ["with three, one may be lost while another is being restarted"],
        help: ["write `replication 3 min-insync 2`"], fixIts: [.write("replication 3", at: fact.range)])
    } else if let insync, let least = insync.count, least >= copies {
      report.add(
        .error, on: .element(topic.id),
        "`\(topic.path)` cannot be published to when one of its \(copies) copies is away", at: insync.range,
        notes: ["min-insync \(least) ≥ replication \(copies)"], help: ["write `min-insync \(copies - 1)`"],
        fixIts: [.write("min-insync \(copies - 1)", at: insync.range)])
    } else if let insync, let least = insync.count, least < 2,
      let acks = users.first(where: { $0.verb == .publishes && $0.fact("acks")?.word == "all" })
    {
      report.add(
        .warning, on: .element(topic.id),
        "a confirmed message of `\(topic.path)` may stand on one machine alone", at: insync.range,
        related: [.init(acks.range, "waits for all that are in sync")], help: ["write `min-insync 2`"],
        fixIts: [.write("min-insync 2", at: insync.range)])
    }
  }
}
