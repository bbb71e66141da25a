import DesignModel
import DesignSource

let missingAuthentication = Rule(
  "SEC011", "missing-authentication", .error,
  what: """
    Finds endpoints that users, partners or the internet reach and that state `auth none`: an error when they write or \
    answer with sensitive data, a warning when they only read. From the stage `agreed` on also those that state nothing.
    """,
  why: "Whoever finds the address can use it.",
  silent: """
    For what is meant for anybody (`public because "…"`), for signing in and registering, for health checks, and for \
    messages that are signed.
    """,
  fires: """
    application shop: web { calls api }
    application api: service { api a: rest { POST /orders -> string auth none } }
    """,
  passes: """
    application shop: web { calls api }
    application api: service { api a: rest { POST /orders -> string auth oidc } }
    """,
  sources: [
    .init("CWE-306, Missing Authentication for Critical Function", "2006-07"),
    .init("OWASP ASVS 5.0.0, 13.2.1 and 8.3", "2025-05"),
    .init("Spectral OWASP ruleset, write-restricted and read-restricted", "2024-01"),
  ]
) { review, report in
  var open: [ElementID: [Endpoint]] = [:]
  var order: [ElementID] = []
  for endpoint in review.model.endpoints {
    let element = review.model[endpoint.element]
    guard !element.isExternal, review.isReachedFromOutside(endpoint), !isMeantForAnybody(endpoint, review)
    else { continue }
    let auth = review.authentication(of: endpoint)
    guard auth == nil || auth?.isAbsent == true else { continue }
    guard auth != nil || review.options.stage >= .agreed else {
      report.lacks("auth …", of: endpoint.api)
      continue
    }
    // What an api states, or leaves out, for all its endpoints is one fault.
    let subject = element.fact("auth") == nil ? endpoint.api : element.id
    if open[subject] == nil { order.append(subject) }
    open[subject, default: []].append(endpoint)
  }
  for subject in order {
    let (element, endpoints) = (review.model[subject], open[subject] ?? [])
    let auth = element.fact("auth")
    let writing = endpoints.filter(\.isWriting)
    let sensitive = endpoints.flatMap { review.sensitiveFields(of: $0) }
    report.add(
      writing.isEmpty && sensitive.isEmpty ? .warning : .error, on: .element(subject),
      auth == nil
        ? "`\(element.path)` can be reached from outside and does not state how callers prove who they are"
        : "`\(element.path)` can be reached from outside by anybody", at: auth?.range ?? element.nameRange,
      related: element.kind == .api
        ? endpoints.prefix(3).map { .init(review.model[$0.element].nameRange, "open to anybody") } : [],
      notes: (writing.isEmpty ? [] : ["it changes things"])
        + (sensitive.isEmpty ? [] : ["it answers with \(sensitive.uniqued.quotedList)"]),
      help: ["write `auth oidc` or the like; or `public because \"…\"` if anybody may use it"])
  }
}

/// Endpoints that must work before anybody has signed in, or that prove their caller in another way.
private func isMeantForAnybody(_ endpoint: Endpoint, _ review: Review) -> Bool {
  let element = review.model[endpoint.element]
  if review.isPublicOnPurpose(element.id) { return true }
  if review.model.ancestry(element.id).contains(where: { $0.states("signature") }) { return true }
  let path = endpoint.path.lowercased()
  return openPaths.contains { path.contains($0) }
}

private let openPaths = [
  "login", "log-in", "signin", "sign-in", "signup", "sign-up", "register", "registration", "token",
  "password", "oauth",
  "/health", "/livez", "/readyz", "/ready", "/ping", "/metrics", "/.well-known", "/session", "callback",
  "/jwks",
]
