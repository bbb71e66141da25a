import DesignModel
import DesignSource

let publicClientWithoutPkce = Rule(
  "SEC013", "public-client-without-pkce", .error,
  what:
    "Finds web, mobile and desktop applications that use the OAuth 2 code flow without PKCE, or with `plain` challenges.",
  why:
    "Such a client keeps no secret, so whoever gets hold of the code in between can exchange it for a token.",
  silent: "When the flow is not spelled out, or no user's application calls.",
  fires: "application shop: web { calls api { auth oauth2(flow: code) } }\napplication api: service",
  passes:
    "application shop: web { calls api { auth oauth2(flow: code, pkce: s256) } }\napplication api: service",
  sources: [
    .init("RFC 7636, Proof Key for Code Exchange", "2015-09"), .init("OWASP ASVS 5.0.0, 10.4.6", "2025-05"),
    .init("RFC 9700, §2.1.1", "2025-01"),
  ]
) { review, report in
  for authentication in review.authentications {
    let fact = authentication.fact
    guard ["oauth2", "oidc"].contains(fact.word),
      ["code", "authorization-code"].contains(fact.argument("flow"))
    else {
      continue
    }
    guard authentication.caller.map(review.isClient) ?? review.isUserFacing(authentication.target.id) else {
      continue
    }
    let pkce = fact.argument("pkce")
    guard pkce == nil || pkce == "plain" || pkce == "none" else { continue }
    let end = SourceRange(file: fact.range.file, start: Int(fact.range.end) - 1, end: Int(fact.range.end) - 1)
    let canAppend = pkce == nil && review.text(fact.range).hasSuffix(")")
    report.add(
      .error, on: authentication.subject,
      pkce == "plain"
        ? "users' applications reach `\(authentication.target.path)` with plain PKCE challenges"
        : "users' applications reach `\(authentication.target.path)` by the code flow without PKCE",
      at: fact.range,
      help: ["write `pkce: s256` among the arguments"],
      fixIts: canAppend ? [.init("add PKCE", range: end, replacement: ", pkce: s256")] : [])
  }
}
