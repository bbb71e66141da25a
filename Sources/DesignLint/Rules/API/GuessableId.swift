import DesignModel

let guessableId = Rule(
  "API011", "guessable-id", .info,
  what: "Finds endpoints reached from outside that give out sensitive data by a number counted up.",
  why: "Where the check who may see it is forgotten once, counting gives out everything.",
  silent:
    "For identifiers that cannot be guessed, and for answers that hold nothing sensitive. It is only an info: the check is the cure.",
  fires: """
    type Account { name: string classified pii }
    application shop: web { calls api }
    application api: service { api a: rest { GET /accounts/{id: int} -> Account } }
    """,
  passes: """
    type Account { name: string classified pii }
    application shop: web { calls api }
    application api: service { api a: rest { GET /accounts/{id: uuid} -> Account } }
    """,
  sources: [
    .init("OWASP API Security Top 10, API1 broken object level authorization", "2023-06"),
    .init("Spectral OWASP ruleset, no-numeric-ids", "2024-01"),
  ]
) { review, report in
  for endpoint in review.model.endpoints {
    let element = review.model[endpoint.element]
    guard !element.isExternal else { continue }
    for parameter in endpoint.parameters where parameter.place == .path {
      guard let type = parameter.type, ["int", "long"].contains(type.name?.name) else { continue }
      let sensitive = review.sensitiveFields(of: endpoint)
      guard !sensitive.isEmpty, review.isReachedFromOutside(endpoint) else { continue }
      report.add(
        .info, on: .element(element.id),
        "`\(element.path)` gives out \(sensitive.quotedList) by the number `\(parameter.name)`",
        at: parameter.range, help: ["use a `uuid`; and check for each request who may see it"])
    }
  }
}
