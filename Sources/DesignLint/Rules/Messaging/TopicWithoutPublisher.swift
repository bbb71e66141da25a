import DesignModel

let topicWithoutPublisher = Rule(
  "MSG002", "topic-without-publisher", .error,
  what: """
    Finds topics, queues and exchanges to which nobody publishes. A warning; an error from the stage `agreed` on.
    """,
  why: "Either a publisher is missing from the design, or its consumers wait for messages that never come.",
  silent: """
    For channels with an audience of partners or the public, for those that hold dead letters or that an exchange feeds, \
    for external brokers, and when something publishes to the broker as a whole.
    """,
  fires: """
    broker bus: kafka { topic paid }
    application ship: service { consumes bus.paid }
    """,
  passes: """
    broker bus: kafka { topic paid }
    application pay: service { publishes bus.paid }
    application ship: service { consumes bus.paid }
    """,
  sources: [.init("AsyncAPI 3.0, operations that send and receive", "2023-12")]
) { review, report in
  var fed = review.deadLetterChannels
  for channel in review.channels { fed.formUnion(channel.facts("->").flatMap(\.references)) }
  for channel in review.channels {
    guard !review.isUsed(.publishes, channel), !review.isForOthers(channel), !fed.contains(channel.id) else {
      continue
    }
    let isConsumed = review.isUsed(.consumes, channel)
    report.add(
      review.options.stage >= .agreed ? .error : .warning, on: .element(channel.id),
      isConsumed
        ? "nobody publishes to \(channel.kind.noun) `\(channel.path)`, which is consumed"
        : "nobody publishes to \(channel.kind.noun) `\(channel.path)`, and nobody consumes from it",
      at: channel.nameRange,
      help: [
        "state `publishes \(channel.path)` in who does, or `audience partner` if they are outside of this design"
      ])
  }
}
