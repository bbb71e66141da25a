import DesignModel

let tokenInBrowserStorage = Rule(
  "WEB006", "token-in-browser-storage", .error,
  what: """
    Finds tokens that are kept in the browser's local storage, cookies without `secure`, which is an error, `http-only` or \
    `same-site`, and `hsts` for less than a year.
    """,
  why: "Every script of the page reads local storage and open cookies, also one that an attacker got in.",
  silent: "When it is not stated where tokens are kept, or what a cookie is like.",
  fires: "application shop: web { tokens kept in local-storage }",
  passes: "application shop: web { tokens kept in cookie(secure, http-only, same-site: lax) }",
  sources: [
    .init("OWASP ASVS 5.0.0, 3.3.1, 3.3.2, 3.3.4, 3.4.1 and 14.3.3", "2025-05"),
    .init("OWASP Session Management Cheat Sheet", "2025-05"),
  ]
) { review, report in
  let cookie = "kept in cookie(secure, http-only, same-site: lax)"
  for application in review.elements(.application) {
    for tokens in application.facts("tokens") {
      guard let kept = tokens.fact("kept in") else { continue }
      func add(_ isError: Bool, _ message: String) {
        report.add(
          isError ? .error : .warning, on: .element(application.id), "`\(application.path)` \(message)",
          at: kept.range,
          help: ["write `\(cookie)`"], fixIts: [.write(cookie, at: kept.range)])
      }
      if kept.word == "local-storage" {
        add(false, "keeps tokens where every script of the page can read them")
      }
      guard kept.word == "cookie", !kept.arguments.isEmpty else { continue }
      let stated = Set(kept.arguments.map { ($0.name ?? $0.value).lowercased() })
      if !stated.contains("secure") {
        add(true, "keeps tokens in a cookie that is also sent without encryption")
      }
      if !stated.contains("http-only") { add(false, "keeps tokens in a cookie that every script can read") }
      if !stated.contains("same-site") {
        add(false, "keeps tokens in a cookie that other sites' requests bear too")
      }
    }
    if let hsts = application.fact("hsts"), let seconds = hsts.seconds,
      seconds < PasswordPolicy.strictTransport
    {
      report.add(
        .warning, on: .element(application.id),
        "browsers may use `\(application.path)` without encryption again after \(Written.duration(seconds))",
        at: hsts.range, notes: ["ASVS 3.4.1: at least a year"], help: ["write `hsts 1y`"],
        fixIts: [.write("hsts 1y", at: hsts.range)])
    }
  }
}
