import DesignModel

let secretWithoutRotation = Rule(
  "SEC017", "secret-without-rotation", .warning,
  what: """
    Finds secrets that are changed less than once a year, and from the stage `agreed` on those that do not say. A warning \
    for keys that sign, an info for others.
    """,
  why:
    "A secret that is never changed stays in the hands of everyone who ever had it, and changing it is never practised.",
  silent:
    "For keys that anyone may see, and for users' passwords, which must not be changed by the calendar.",
  fires: "application auth: service { secret signing_key in vault rotated 5y }",
  passes: "application auth: service { secret signing_key in vault rotated 90d }",
  sources: [.init("OWASP ASVS 5.0.0, 13.1.4 and 13.3.4", "2025-05"), .house],
  parameters: [.secretRotation]
) { review, report in
  for secret in review.elements(.secret) where !secret.isExternal && !secret.states("publishable") {
    let name = secret.name.lowercased()
    let signs = ["sign", "jwt", "jwk"].contains { name.contains($0) }
    if let fact = secret.fact("rotated") {
      guard let period = fact.seconds, period > report.figure(.secretRotation) else { continue }
      report.add(
        signs ? .warning : .info, on: .element(secret.id),
        "`\(secret.path)` is changed every \(Written.duration(period)) only",
        at: fact.range,
        notes: [
          "more than \(Written.duration(report.figure(.secretRotation))) is much, \(report.origin(.secretRotation))"
        ],
        help: ["write `rotated 90d`"], fixIts: [.write("rotated 90d", at: fact.range)])
    } else if review.options.stage >= .agreed {
      report.add(
        signs ? .warning : .info, on: .element(secret.id),
        "`\(secret.path)` does not say how often it is changed",
        at: secret.nameRange, help: ["write `rotated 90d`"])
    } else {
      report.lacks("secret … rotated …", of: secret.id)
    }
  }
}
