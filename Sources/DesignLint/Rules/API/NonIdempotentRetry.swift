import DesignModel

let nonIdempotentRetry = Rule(
  "API010", "non-idempotent-retry", .warning,
  what: "Finds calls of POST or PATCH endpoints that are tried again, where the endpoint is not idempotent.",
  why: "An answer that is lost does not undo the work: the second try orders, pays or books a second time.",
  silent: "When either side states that it is idempotent, and for methods that are so by definition.",
  fires: """
    application shop: service { calls pay POST /payments { retries 3 } }
    application pay: service { api a: rest { POST /payments -> string } }
    """,
  passes: """
    application shop: service { calls pay POST /payments { retries 3 } }
    application pay: service { api a: rest { POST /payments -> string idempotent by header Idempotency-Key } }
    """,
  sources: [
    .init("RFC 9110, HTTP Semantics, §9.2.2 idempotent methods", "2022-06"),
    .init("Zalando RESTful API Guidelines, SHOULD design idempotent POST and PATCH", "2024-01"),
  ]
) { review, report in
  for (index, connection, _) in review.resolvedConnections {
    guard let retries = connection.fact("retries"), (retries.count ?? 0) > 0,
      let endpoint = connection.endpoint.flatMap({ review.model.endpoint($0) }),
      ["POST", "PATCH", "mutation"].contains(endpoint.method)
    else { continue }
    let element = review.model[endpoint.element]
    guard !connection.states("idempotent"), !element.states("idempotent"),
      !review.model[endpoint.api].states("idempotent")
    else {
      continue
    }
    report.add(
      .warning, on: .connection(index),
      "`\(review.owner(connection.source).path)` tries `\(element.path)` again, which does its work twice then",
      at: retries.range,
      related: [.init(element.nameRange, "not idempotent")],
      help: ["make it so: `idempotent by header Idempotency-Key`; or do not retry"])
  }
}
