import DesignModel

let consumersExceedPartitions = Rule(
  "MSG004", "consumers-exceed-partitions", .error,
  what: "Finds consumers of a topic that run as more replicas than the topic has partitions.",
  why:
    "A partition is read by one replica of a group, so the others stand idle and more of them do not help.",
  silent:
    "When partitions or replicas are unstated, and for queues, whose messages are handed out one by one.",
  fires: """
    broker bus: kafka { topic paid partitions 8 }
    application ship: worker { consumes bus.paid }
    environment production { deploy ship replicas 12 }
    """,
  passes: """
    broker bus: kafka { topic paid partitions 12 }
    application ship: worker { consumes bus.paid }
    environment production { deploy ship replicas 12 }
    """,
  sources: [.init("Apache Kafka 3.9 documentation, §4.5 the consumer, partitions and groups", "2024-11")]
) { review, report in
  for topic in review.elements(.topic) {
    guard let fact = topic.fact("partitions"), let partitions = fact.count else { continue }
    for (index, connection) in review.connections(review.reaching[topic.id])
    where connection.verb == .consumes {
      let consumer = review.owner(connection.source)
      let byEnvironment = Dictionary(grouping: review.productionDeployments(of: consumer.id)) {
        review.deployments[$0].environment
      }
      for environment in byEnvironment.keys.sorted() {
        let deployments = (byEnvironment[environment] ?? []).map { review.deployments[$0].deployment }
        let counts = deployments.compactMap { $0.replicas?.upperBound }.filter { $0 < Int.max }
        let replicas = counts.reduce(0, +)
        guard replicas > partitions else { continue }
        report.add(
          .error, on: .connection(index),
          "`\(consumer.path)` runs as \(replicas) replicas, but `\(topic.path)` has \(partitions) partitions: \(replicas - partitions) stand idle",
          at: deployments.compactMap { $0.fact("replicas")?.range }.first ?? connection.range,
          related: [.init(fact.range, "\(partitions) partitions"), .init(connection.range, "consumes it")],
          help: ["write `partitions \(replicas)`, or run at most \(partitions) replicas"],
          fixIts: [.write("partitions \(replicas)", at: fact.range)])
      }
    }
  }
}
