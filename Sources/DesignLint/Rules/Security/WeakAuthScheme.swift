import DesignModel
import DesignSource

let weakAuthScheme = Rule(
  "SEC012", "weak-auth-scheme", .error,
  what: """
    Finds HTTP Basic and Digest, NTLM, OAuth 1, keys in the address, and the OAuth 2 flows `implicit` and `password`; as a \
    warning an api key alone where users' applications call.
    """,
  why: """
    They send the password itself or something as good, show it in addresses and logs, or hand it to the application that \
    should never see it.
    """,
  silent: "Where no scheme is stated, and for calls within one pod.",
  fires: "application bank: service { api pay: rest auth basic { POST /pay } }",
  passes: "application bank: service { api pay: rest auth oauth2(flow: code, pkce: s256) { POST /pay } }",
  sources: [
    .init("RFC 9700, Best Current Practice for OAuth 2.0 Security, §2.1.2 and §2.4", "2025-01"),
    .init("OWASP ASVS 5.0.0, 10.4.4", "2025-05"),
    .init("Spectral OWASP ruleset, no-http-basic, auth-insecure-schemes, no-api-keys-in-url", "2024-01"),
  ]
) { review, report in
  let weak: [String: String] = [
    "basic": "sends the password with every request", "digest": "rests on MD5 of the password",
    "ntlm": "can be relayed, and rests on MD4", "oauth1": "has been replaced for good reasons",
  ]
  for authentication in review.authentications {
    let fact = authentication.fact
    guard let scheme = fact.word, !fact.isAbsent else { continue }
    if case .connection(let index) = authentication.subject,
      review.model.connections[index].fact("within pod") != nil
    {
      continue
    }
    let place = fact.fact("in")?.word
    let flow = fact.argument("flow")
    var reason = weak[scheme]
    if scheme == "api-key", let place, place == "query" || place == "path" {
      reason = "in the \(place) of the address stands in every log on the way"
    }
    if scheme == "oauth2", flow == "implicit" {
      reason = "with the implicit flow hands tokens out in the address"
    }
    if scheme == "oauth2", flow == "password" {
      reason = "with the password flow shows the password to the application"
    }
    let target = authentication.target.path
    if let reason {
      report.add(
        .error, on: authentication.subject, "`\(target)` is protected by \(scheme), which \(reason)",
        at: fact.range,
        help: ["write `auth oauth2(flow: code, pkce: s256)` for users, `auth mtls` between services"])
    } else if scheme == "api-key",
      authentication.caller.map(review.isClient) ?? review.isUserFacing(authentication.target.id)
    {
      report.add(
        .warning, on: authentication.subject,
        "`\(target)` is protected by an api key alone, but users' applications call it", at: fact.range,
        notes: ["the key is in every copy of the application, and does not tell users apart"],
        help: ["write `auth oauth2(flow: code, pkce: s256)`"])
    }
  }
}
