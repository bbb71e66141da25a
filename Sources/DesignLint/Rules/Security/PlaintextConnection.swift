import DesignModel
import DesignSource

let plaintextConnection = Rule(
  "SEC009", "plaintext-connection", .error,
  what: """
    Finds connections over a protocol that does not encrypt, or that say `tls off`. An error when they leave the team's \
    own systems, carry sensitive data or credentials; a warning otherwise.
    """,
  why: "Whoever sits on the way reads and changes what goes over it: passwords, sessions, orders.",
  silent: """
    When no protocol is stated; within one pod or machine; when something underneath encrypts (`encrypted by mesh`); \
    when TLS is stated beside the protocol; and for endpoints of monitoring, such as `/metrics`.
    """,
  fires: """
    application shop: web { calls orders over http }
    application orders: service
    """,
  passes: """
    application shop: web { calls orders over https }
    application orders: service
    """,
  sources: [
    .init("OWASP ASVS 5.0.0, 12.2.1, 12.3.1, 12.3.3", "2025-05"),
    .init("CWE-319, Cleartext Transmission of Sensitive Information", "2006-07"),
    .init("Threagile, rule unencrypted-communication", "2024-01"),
  ]
) { review, report in
  for (index, connection, target) in review.resolvedConnections {
    let off = connection.fact("tls off")
    let over = connection.fact("over")
    let secure = over?.word.flatMap { CleartextProtocols.replacement(for: $0) }
    guard let fact = off ?? (secure == nil || connection.fact("tls") != nil ? nil : over) else { continue }
    guard connection.fact("within pod") == nil, connection.fact("encrypted by").map(\.isAbsent) ?? true,
      !isMonitoring(connection, review)
    else { continue }
    let reasons = reasons(connection, review)
    let source = review.owner(connection.source)
    let path = review.model[target].path
    report.add(
      reasons.isEmpty ? .warning : .error, on: .connection(index),
      off == nil
        ? "`\(source.path)` uses `\(path)` over \(over?.word ?? "?"), which does not encrypt"
        : "`\(source.path)` uses `\(path)` with TLS turned off",
      at: fact.range, notes: reasons,
      help: [
        secure.map { "write `over \($0)`; or say what encrypts it: `encrypted by mesh`, or `within pod`" }
          ?? "remove `tls off`; or say what encrypts it: `encrypted by mesh`, or `within pod`"
      ],
      fixIts: off == nil
        ? secure.map {
          [.init("use \($0)", range: fact.range, replacement: "over \($0)", safety: .suggested)]
        } ?? [] : [])
  }
}

/// What makes it worse that anybody on the way can read along.
private func reasons(_ connection: Connection, _ review: Review) -> [String] {
  var out: [String] = []
  if review.crossesTrustBoundary(connection) { out.append("it leaves the systems that the team controls") }
  let data = review.sensitiveData(connection)
  if !data.isEmpty { out.append("it carries \(data.joinedWithAnd)") }
  if let auth = connection.fact("auth"), !auth.isAbsent, let scheme = auth.word, scheme != "mtls" {
    out.append("it carries credentials (\(scheme))")
  }
  return out
}

/// Health and metrics are asked for inside, often by what knows no TLS.
private func isMonitoring(_ connection: Connection, _ review: Review) -> Bool {
  if connection.fact("tags")?.words.contains("monitoring") ?? false { return true }
  guard let path = connection.endpoint.flatMap({ review.model.endpoint($0)?.path }) else { return false }
  return ["/metrics", "/health", "/healthz", "/livez", "/readyz", "/ready", "/ping"].contains {
    path.hasSuffix($0)
  }
}
