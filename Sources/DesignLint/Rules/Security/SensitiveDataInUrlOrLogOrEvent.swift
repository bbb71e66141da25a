import DesignModel
import DesignSource

let sensitiveDataInUrlOrLogOrEvent = Rule(
  "SEC022", "sensitive-data-in-url-or-log-or-event", .error,
  what: """
    Finds credentials in paths and queries, which is an error, and as a warning personal data in them, in logs, and \
    classified fields in messages.
    """,
  why:
    "Addresses stand in logs, histories and referrers; logs and messages are kept, copied and read by many.",
  silent: "For headers, cookies and bodies, and for one-time codes that only work once.",
  fires: "application api: service { api a: rest { GET /orders (token: string) -> [string] } }",
  passes:
    "application api: service { api a: rest { GET /orders (header Authorization: string) -> [string] } }",
  sources: [
    .init("OWASP ASVS 5.0.0, 14.2.1 and 16.2.5", "2025-05"),
    .init("Spectral OWASP ruleset, no-credentials-in-url", "2024-01"),
    .init("CWE-598, Use of GET Request Method With Sensitive Query Strings", "2007-05"),
  ]
) { review, report in
  checkAddresses(review, &report)
  for application in review.elements(.application) {
    guard let fact = application.fact("logs"), !fact.isAbsent else { continue }
    let classes = fact.words.filter { Review.sensitiveClasses.contains($0) }
    guard !classes.isEmpty else { continue }
    let isCredential = !Set(classes).isDisjoint(with: [
      "secret", "credential", "credentials", "password", "payment-card",
    ])
    report.add(
      isCredential ? .error : .warning, on: .element(application.id),
      "`\(application.path)` writes \(classes.joinedWithAnd) to its logs", at: fact.range,
      help: ["leave it out of the logs, or mask it"])
  }
  for kind in [ElementKind.topic, .queue] {
    for channel in review.elements(kind) {
      guard let payload = review.model.payloads[channel.id] else { continue }
      let fields = review.fields(of: payload, depth: 2).filter { field in
        field.facts.contains {
          $0.key == "classified" && !Set($0.words).isDisjoint(with: Review.sensitiveClasses)
        }
      }
      guard !fields.isEmpty else { continue }
      var names: [String] = []
      for field in fields where !names.contains(field.name) { names.append(field.name) }
      report.add(
        .warning, on: .element(channel.id),
        "messages of `\(channel.path)` carry classified data: \(names.quotedList)",
        at: channel.nameRange, related: fields.prefix(3).map { .init($0.range, "classified") },
        help: ["send the key alone and let consumers ask for the rest, or encrypt the field"])
    }
  }
}

private func checkAddresses(_ review: Review, _ report: inout Report) {
  let credentials: Set<String> = [
    "password", "passwd", "secret", "token", "apikey", "api_key", "access_token", "refresh_token",
    "client_secret",
    "session", "session_id", "credential",
  ]
  let personal: Set<String> = ["email", "phone", "ssn", "passport", "iban", "birthdate", "card_number"]
  for endpoint in review.model.endpoints {
    let element = review.model[endpoint.element]
    // Links that are sent by mail bear a code that works once.
    let isOneTime = ["reset", "confirm", "verify", "invitation", "unsubscribe"].contains {
      endpoint.path.lowercased().contains($0)
    }
    for parameter in endpoint.parameters where parameter.place == .path || parameter.place == .query {
      let name = parameter.name.lowercased().replacing("-", with: "_")
      let isCredential = credentials.contains(name)
      guard (isCredential && !isOneTime) || personal.contains(name) else { continue }
      report.add(
        isCredential ? .error : .warning, on: .element(element.id),
        "`\(element.path)` takes `\(parameter.name)` in the \(parameter.place.rawValue)", at: parameter.range,
        help: [
          isCredential ? "take it in a header" : "take it in the body of a POST, or take a key in its place"
        ])
    }
  }
}
