import DesignModel

let eventWithoutSchemaOrOwner = Rule(
  "MSG009", "event-without-schema-or-owner", .warning,
  what:
    "Finds topics and queues, from the stage `agreed` on and when agreed themselves, without a payload type, or that several publish to without an owner.",
  why:
    "Consumers can only be built when it is known what comes, and a change needs somebody who decides about it.",
  silent: "In earlier stages, for dead letters, and for the owner when one application alone publishes.",
  fires: """
    broker bus: kafka { topic paid agreed 2026-10-01 by "A", "B" }
    """,
  passes: """
    type Paid { order: int }
    broker bus: kafka { topic paid: Paid agreed 2026-10-01 by "A", "B" }
    """,
  sources: [
    .init("Zalando RESTful API Guidelines, MUST treat events as part of the service interface", "2024-01"),
    .init("AsyncAPI 3.0, message payload", "2023-12"),
  ]
) { review, report in
  let deadLetters = Set(review.channels.flatMap { $0.facts("dead-letter").flatMap(\.references) })
  for channel in review.channels where channel.kind != .exchange && !deadLetters.contains(channel.id) {
    guard channel.fact("agreed") != nil || review.options.stage >= .agreed else { continue }
    if review.model.payloads[channel.id] == nil {
      report.add(
        .warning, on: .element(channel.id), "it is not said what messages of `\(channel.path)` hold",
        at: channel.nameRange,
        help: ["name their type: `\(channel.name): …`"])
    }
    let publishers = Set(
      review.connections(review.reaching[channel.id]).filter { $0.connection.verb == .publishes }.map {
        review.owner($0.connection.source).id
      })
    if publishers.count > 1, channel.fact("owned by") == nil, channel.fact("owner") == nil {
      report.add(
        .warning, on: .element(channel.id),
        "\(publishers.sorted().map { review.model[$0].path }.quotedList) publish to `\(channel.path)`, and nobody decides what messages are like",
        at: channel.nameRange, help: ["write `owned by …`"])
    }
  }
}
