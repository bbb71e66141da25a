import DesignModel

let noDeadLetter = Rule(
  "MSG003", "no-dead-letter", .warning,
  what:
    "Finds queues and topics that say `dead-letter none`, or name a place for dead letters but not after how many attempts.",
  why:
    "A message that cannot be handled is then tried for ever and holds up all behind it, or is lost without a word.",
  silent:
    "When nothing is stated, when loss is tolerated, for what nobody consumes, and for where others' dead letters go.",
  fires: """
    broker bus: rabbitmq { queue work dead-letter none }
    application ship: worker { consumes bus.work }
    """,
  passes: """
    broker bus: rabbitmq { queue dead  queue work dead-letter dead after 5 }
    application ship: worker { consumes bus.work }
    """,
  sources: [.init("Amazon SQS developer guide, dead-letter queues and maxReceiveCount", "2025-01")]
) { review, report in
  // What ends where dead letters go is looked after by people.
  let graveyards = review.deadLetterChannels
  for channel in review.channels where channel.kind != .exchange && !graveyards.contains(channel.id) {
    let consumers = review.connections(review.reaching[channel.id]).map(\.connection).filter {
      $0.verb == .consumes
    }
    guard !consumers.isEmpty, !consumers.contains(where: { $0.states("loss tolerated") }) else { continue }
    guard let fact = channel.fact("dead-letter") else {
      if channel.kind == .queue { report.lacks("dead-letter …", of: channel.id) }
      continue
    }
    if fact.isAbsent {
      report.add(
        .warning, on: .element(channel.id),
        "a message of `\(channel.path)` that cannot be handled has nowhere to go", at: fact.range,
        related: consumers.prefix(1).map { .init($0.range, "consumed here") },
        help: ["write `dead-letter … after 5`; or `loss tolerated` on the consumer"])
    } else if fact.fact("after") == nil {
      report.add(
        .warning, on: .element(channel.id),
        "`\(channel.path)` does not say after how many attempts a message is given up", at: fact.range,
        help: ["write `dead-letter … after 5`"], fixIts: [.add("after 5", behind: fact.range)])
    }
  }
}
