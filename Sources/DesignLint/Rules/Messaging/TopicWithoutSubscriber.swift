import DesignModel

let topicWithoutSubscriber = Rule(
  "MSG001", "topic-without-subscriber", .error,
  what: """
    Finds topics, queues and exchanges to which somebody publishes and from which nobody consumes. A warning; an error \
    from the stage `agreed` on.
    """,
  why:
    "Either a consumer is missing from the design, or messages are made, kept and paid for that nobody reads.",
  silent: """
    For channels with an audience of partners or the public, for those that hold dead letters, for exchanges that feed \
    queues, for external brokers, and when something consumes from the broker as a whole.
    """,
  fires: """
    broker bus: kafka { topic paid }
    application pay: service { publishes bus.paid }
    """,
  passes: """
    broker bus: kafka { topic paid }
    application pay: service { publishes bus.paid }
    application ship: service { consumes bus.paid }
    """,
  sources: [.init("AsyncAPI 3.0, operations that send and receive", "2023-12")]
) { review, report in
  let deadLetters = review.deadLetterChannels
  for channel in review.channels {
    guard review.isUsed(.publishes, channel), !review.isUsed(.consumes, channel),
      !review.isForOthers(channel),
      !deadLetters.contains(channel.id), channel.fact("->") == nil
    else { continue }
    report.add(
      review.options.stage >= .agreed ? .error : .warning, on: .element(channel.id),
      "nobody consumes from \(channel.kind.noun) `\(channel.path)`", at: channel.nameRange,
      help: [
        "state `consumes \(channel.path)` in who does, or `audience partner` if they are outside of this design"
      ])
  }
}
