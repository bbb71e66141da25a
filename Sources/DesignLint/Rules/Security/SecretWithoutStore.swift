import DesignModel

let secretWithoutStore = Rule(
  "SEC016", "secret-without-store", .warning,
  what:
    "Finds secrets that are kept where they should not be: in code, configuration files, images or plain environment variables.",
  why: "There they are copied with everything else, seen by many, and changed by nobody.",
  silent: "When it is unstated where a secret is kept, and for keys that anyone may see.",
  fires: "application pay: service { secret stripe_key in config }",
  passes: "application pay: service { secret stripe_key in vault }",
  sources: [.init("OWASP ASVS 5.0.0, 13.3.1", "2025-05"), .init("Threagile, rule missing-vault", "2024-01")]
) { review, report in
  let unfit: Set<String> = [
    "code", "source", "repository", "git", "config", "configuration", "file", "env", "environment",
    "env-file", "dotenv",
    "image", "none", "database", "wiki", "configmap",
  ]
  for secret in review.elements(.secret) where !secret.isExternal && !secret.states("publishable") {
    guard let fact = secret.fact("in"), let place = fact.word else {
      report.lacks("secret … in …", of: secret.id)
      continue
    }
    guard unfit.contains(place.lowercased()) else { continue }
    report.add(
      .warning, on: .element(secret.id),
      "`\(secret.path)` is kept in \(place), which is no place for secrets", at: fact.range,
      help: ["keep it in a vault or a key management service: `in vault`; or need none: `identity workload`"])
  }
}
