import DesignModel

let noRateLimit = Rule(
  "API008", "no-rate-limit", .error,
  what: """
    Finds endpoints for signing in, resetting passwords and one-time codes that anyone may call as often as they like; and \
    apis on the internet without any limit. In a sketch only where `limit none` is stated.
    """,
  why: "Without a limit passwords and codes are tried until one fits.",
  silent:
    "When a limit is stated of the endpoint, its api, or a gateway that calls it; and for what nobody outside reaches.",
  fires: """
    application shop: web { calls api }
    application api: service { api a: rest { POST /login (body: string) -> string } }
    """,
  passes: """
    application shop: web { calls api }
    application api: service { api a: rest { POST /login (body: string) -> string limit 10/min per user } }
    """,
  sources: [
    .init("OWASP ASVS 5.0.0, 6.3.1 and 6.6.3", "2025-05"),
    .init("NIST SP 800-63B-4, §3.2.2, at most 100 failed attempts", "2025-07"),
    .init("OWASP API Security Top 10, API4 unrestricted resource consumption", "2023-06"),
  ]
) { review, report in
  guard review.options.stage >= .review else {
    for endpoint in review.model.endpoints
    where isGuessable(endpoint) && review.isReachedFromOutside(endpoint) {
      if limit(endpoint, review) == nil { report.lacks("limit …", of: endpoint.element) }
    }
    return
  }
  var told: Set<ElementID> = []
  for endpoint in review.model.endpoints {
    let element = review.model[endpoint.element]
    guard !element.isExternal, review.isReachedFromOutside(endpoint), limit(endpoint, review) == nil else {
      continue
    }
    if isGuessable(endpoint) {
      report.add(
        .error, on: .element(element.id), "`\(element.path)` may be called as often as anyone likes",
        at: element.nameRange,
        notes: ["passwords and codes can be tried there until one fits"],
        help: ["write `limit 10/min per user`"])
    } else if told.insert(endpoint.api).inserted {
      let api = review.model[endpoint.api]
      report.add(
        .warning, on: .element(api.id), "`\(api.path)` is reached from outside and states no limit",
        at: api.nameRange,
        help: ["write `limit …` on the api or on the gateway before it"])
    }
  }
}

private func isGuessable(_ endpoint: Endpoint) -> Bool {
  guard endpoint.isWriting else { return false }
  let path = endpoint.path.lowercased()
  return ["login", "log-in", "signin", "sign-in", "reset", "otp", "verify", "mfa", "token"].contains {
    path.contains($0)
  }
}

/// A limit on the endpoint, the api, or a gateway's api before it.
private func limit(_ endpoint: Endpoint, _ review: Review) -> Fact? {
  if let own = review.model[endpoint.element].fact("limit") ?? review.model[endpoint.api].fact("limit") {
    return own
  }
  let application = review.owner(endpoint.api)
  for (_, connection) in review.connections(review.incoming[application.id]) {
    let caller = review.owner(connection.source)
    guard ["gateway", "proxy", "cdn"].contains(caller.subtype) else { continue }
    for child in caller.children {
      if let fact = review.model[child].fact("limit") { return fact }
    }
  }
  return nil
}
