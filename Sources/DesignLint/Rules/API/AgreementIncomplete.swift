import DesignModel

let agreementIncomplete = Rule(
  "API002", "agreement-incomplete", .error,
  what: """
    Finds apis and topics that are called agreed without two sides who agreed, and callers whose owner is not among them.
    """,
  why: "An agreement that one side does not know of is a surprise for it.",
  silent: "When a caller states no owner, and for endpoints that anybody may use.",
  fires: "application api: service { api a: rest agreed 2026-10-01 by \"Back end\" { GET /x -> string } }",
  passes:
    "application api: service { api a: rest agreed 2026-10-01 by \"Back end\", \"Front end\" { GET /x -> string } }",
  sources: [.init("Pact documentation, consumer-driven contracts", "2024-01")]
) { review, report in
  for kind in [ElementKind.api, .topic, .queue] {
    for element in review.elements(kind) where !element.isExternal {
      guard let fact = element.fact("agreed") else { continue }
      let signers = fact.words
      if Set(signers).count < 2 {
        report.add(
          .error, on: .element(element.id),
          signers.isEmpty
            ? "`\(element.path)` is agreed, but nobody is named who agreed"
            : "`\(element.path)` is agreed, but only \(signers[0]) is named", at: fact.range,
          help: ["name both sides: `agreed DATE by \"Front end\", \"Back end\"`"])
        continue
      }
      var told: Set<String> = []
      let incoming = kind == .api ? review.incoming[review.owner(element.id).id] : review.reaching[element.id]
      for (index, connection) in review.connections(incoming) {
        let called = connection.endpoint.flatMap { review.model[$0].parent } ?? connection.target
        guard called == element.id || kind != .api else { continue }
        let caller = review.owner(connection.source)
        guard let owner = caller.fact("owner")?.word, !signers.contains(owner), told.insert(owner).inserted
        else { continue }
        report.add(
          .warning, on: .connection(index),
          "`\(caller.path)` uses `\(element.path)`, but its owner \(owner) has not agreed to that",
          at: connection.range, related: [.init(fact.range, "agreed by \(signers.joinedWithAnd)")],
          help: ["let \(owner) agree, and add them behind `by`"])
      }
    }
  }
}
