import DesignModel

let tokenLifetime = Rule(
  "SEC024", "token-lifetime", .error,
  what: """
    Finds tokens that are not signed, which is an error, access tokens that live for more than an hour, and refresh tokens of \
    users' applications that are not used once.
    """,
  why: "A signed token cannot be called back: whoever steals it may use it until it expires.",
  silent: "For what is not stated of tokens.",
  fires: "application auth: service { tokens access 1d signed es256 }",
  passes:
    "application auth: service { tokens access 15m refresh 30d rotated signed es256 audience \"shop\" }",
  sources: [
    .init("OWASP ASVS 5.0.0, 9.1.2, 9.2.1 and 10.4.5", "2025-05"),
    .init("RFC 8725, JSON Web Token Best Current Practices, §3.1", "2020-02"),
    .house,
  ],
  parameters: [.accessTokenLifetime]
) { review, report in
  let longest = report.figure(.accessTokenLifetime)
  for application in review.elements(.application) {
    for tokens in application.facts("tokens") {
      func add(
        _ isError: Bool, _ fact: Fact, _ message: String, _ note: String, _ edit: String, _ why: String = ""
      ) {
        report.add(
          isError ? .error : .warning, on: .element(application.id), "`\(application.path)` \(message)",
          at: fact.range,
          notes: [note], help: ["write `\(edit)`\(why)"], fixIts: [.write(edit, at: fact.range)])
      }
      if let signed = tokens.fact("signed"), signed.isAbsent {
        add(
          true, signed, "does not sign its tokens, so that anybody can make them",
          "RFC 8725: the algorithm `none` must not be accepted", "signed es256")
      }
      if let access = tokens.fact("access"), let seconds = access.seconds, seconds > longest {
        add(
          false, access, "lets a stolen access token work for \(Written.duration(seconds))",
          "more than \(Written.duration(longest)) is much, \(report.origin(.accessTokenLifetime))",
          "access 15m", ", and `refresh …` for longer sessions")
      }
      if tokens.fact("refresh") != nil, let rotated = tokens.fact("rotated"), rotated.isAbsent {
        add(
          false, rotated, "lets a stolen refresh token work again and again", "ASVS 10.4.5", "rotated")
      }
    }
  }
}
