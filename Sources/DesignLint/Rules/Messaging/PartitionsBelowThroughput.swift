import DesignModel
import DesignSizing

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
    // Without a rate there is nothing to ask of consumers.
    guard review.sizing.peak(of: topic.id).figure != nil else { continue }
    for answer in review.sizing.partitionNeeds(of: topic) {
      switch answer {
      case .unknown(_, let lacks):
        for lack in lacks { if let element = lack.element { report.lacks(lack.fact, of: element) } }
      case .known(let need): check(need, topic, review, &report)
      }
    }
  }
}

private func check(_ need: PartitionNeed, _ topic: Element, _ review: Review, _ report: inout Report) {
  let needed = need.needed
  guard needed > need.partitions else { return }
  let consumer = review.model[need.consumer]
  let range = topic.fact("partitions")?.range ?? topic.nameRange
  report.add(
    .warning, on: .connection(need.connection),
    "`\(consumer.path)` cannot keep up with `\(topic.path)`: it needs \(needed) partitions, but there are \(need.partitions)",
    at: range,
    related: (need.rate.inputs.first.map { [.init($0.range, "the rate")] } ?? []) + [
      .init(review.model.connections[need.connection].range, "consumes it")
    ],
    notes: [
      "\(Written.number(need.rate.value)) messages/s ÷ \(Written.number(need.handled)) for each replica = \(needed) at once"
    ],
    help: ["write `partitions \(needed)`"], fixIts: [.write("partitions \(needed)", at: range)])
}
