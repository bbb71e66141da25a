/// Brokers and what they carry.
let brokerForms: [Context: [Form]] = [
  .broker: [
    Form("broker:encrypted at rest", "Every deployment of it is encrypted on disk."),
    notEncrypted("broker:not encrypted", "It is not encrypted on disk."),
    Form("broker:max-connections", [.value(.count)], "Connections it accepts."),
  ],
  .brokerBody: [
    Form(
      "topic", payload, modifiers: [.topic, .element], repeatable: true,
      "A stream of messages that many may read."),
    Form(
      "queue", payload, modifiers: [.topic, .element], repeatable: true,
      "Messages that one consumer each takes away."),
    Form(
      "exchange",
      [
        .name, .optional([.symbol(.colon), .word(["direct", "fanout", "topic", "headers"])]),
        .optional([.text]),
      ],
      modifiers: [.element], block: [.exchangeBody], repeatable: true, "Routes messages to queues."),
    typeForm, enumForm,
  ],
  .topic: [
    Form("partitions", [.value(.count)], "Into how many parts it is divided."),
    Form("replication", [.value(.count)], "How many copies of each message are kept."),
    Form("min-insync", [.value(.count)], "How many copies must be written before a message counts."),
    Form("key", [.freeWord], "The field that decides the partition."),
    Form("topic:retention", [.value(.duration)], "How long messages are kept."),
    Form("message-size", [.value(.size)], "The bytes of a message on average."),
    Form("topic:rate", [.value(.rate)], modifiers: [.peak], "How many messages on average."),
    Form("dead-letter", [.path], modifiers: [.deadLetter], "Where messages go that could not be handled."),
    Form("dead-letter none", "Messages that could not be handled are lost."),
    Form(
      "topic:agreed", [.value(.date), .optional([.must("by"), .list(.text)])],
      "Both sides accepted it on that day."),
    Form("topic:owned by", [.path], "The application that answers for it."),
    Form("topic:audience", [.word(["public", "partner", "internal"])], "Who may use it."),
  ],
  .deadLetter: [Form("deadLetter:after", [.value(.count)], "How many attempts before.")],
  .exchangeBody: [
    Form(
      "binding", lead: .words([["->"]]), [.path], modifiers: [.binding], repeatable: true,
      "A queue that the exchange feeds.")
  ],
  .binding: [Form("binding:key", [.text], "The pattern of routing keys.")],
]

private let payload: [Slot] = [.name, .optional([.symbol(.colon), .type]), .optional([.text])]
