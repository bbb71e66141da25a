import DesignModel

let partitionsBelowThroughput = Rule(
  "MSG005", "partitions-below-throughput", .warning,
  what: "Finds topics whose rate is more than one consumer for each partition can handle.",
  why: "A partition is read by one replica of a group: more replicas cannot help, and the backlog grows.",
  silent: "Unless the topic's rate and partitions, and the load that one replica handles, are stated.",
  fires: """
    broker bus: kafka { topic click partitions 4 rate 500 rps peak 2000 rps }
    application count: worker { handles-load 300 rps  consumes bus.click }
    """,
  passes: """
    broker bus: kafka { topic click partitions 8 rate 500 rps peak 2000 rps }
    application count: worker { handles-load 300 rps  consumes bus.click }
    """,
  sources: [
    .init(
      "Confluent, how to choose the number of topics/partitions in a Kafka cluster: max(t/p, t/c)", "2015-03")
  ]
) { review, report in
  for topic in review.elements(.topic) {
    guard let fact = topic.fact("partitions"), let partitions = fact.count, let traffic = topic.fact("rate"),
      let rate = traffic.peakRate
    else { continue }
    for (index, connection) in review.connections(review.reaching[topic.id])
    where connection.verb == .consumes {
      let consumer = review.owner(connection.source)
      guard let handled = consumer.fact("handles-load")?.perSecond, handled > 0 else {
        report.lacks("handles-load …", of: consumer.id)
        continue
      }
      let needed = Int((rate / handled - 1e-9).rounded(.up))
      guard needed > partitions else { continue }
      report.add(
        .warning, on: .connection(index),
        "`\(consumer.path)` cannot keep up with `\(topic.path)`: it needs \(needed) partitions, but there are \(partitions)",
        at: fact.range,
        related: [.init(traffic.range, "the rate"), .init(connection.range, "consumes it")],
        notes: [
          "\(Written.number(rate)) messages/s ÷ \(Written.number(handled)) for each replica = \(needed) at once"
        ],
        help: ["write `partitions \(needed)`"],
        fixIts: [.write("partitions \(needed)", at: fact.range)])
    }
  }
}
