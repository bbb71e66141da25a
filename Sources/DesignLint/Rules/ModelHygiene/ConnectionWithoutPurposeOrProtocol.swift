import DesignModel

let connectionWithoutPurposeOrProtocol = Rule(
  "MOD005", "connection-without-purpose-or-protocol", .warning, isOnByDefault: false,
  what: "Finds arrows that say neither what they are for nor over which protocol.",
  why: "An arrow between two boxes alone may mean anything: data, control, or a wish.",
  silent:
    "Unless it is asked for; and for calls, reads, writes and messages, whose verb says what they are for.",
  fires: "application api: service { -> mail }\nexternal application mail: service",
  passes: "application api: service { -> mail \"Sends receipts\" }\nexternal application mail: service",
  sources: [
    .init("Structurizr inspections, model.relationship.description", "2025-01"),
    .init("Threagile, rule incomplete-model", "2024-01"),
  ]
) { review, report in
  for (index, connection, target) in review.resolvedConnections where connection.verb == .connects {
    guard connection.label == nil, connection.fact("over") == nil, connection.fact("because") == nil,
      connection.fact("technology") == nil
    else { continue }
    report.add(
      .warning, on: .connection(index),
      "it is not said what `\(review.owner(connection.source).path)` does with `\(review.model[target].path)`",
      at: connection.range, help: ["add a few words, `\"Sends receipts\"`, or `over …`"])
  }
}
