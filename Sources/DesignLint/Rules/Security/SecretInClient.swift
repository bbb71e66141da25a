import DesignModel

let secretInClient = Rule(
  "SEC014", "secret-in-client", .error,
  what: "Finds web, mobile and desktop applications that hold a secret.",
  why: "A client is in the hands of its users: what is in it can be read by all of them.",
  silent: "For keys that are meant to be seen (`publishable`).",
  fires: "application shop: mobile { secret stripe_key }",
  passes: "application shop: mobile { secret stripe_key publishable }",
  sources: [
    .init("RFC 8252, OAuth 2.0 for Native Apps, §8.5", "2017-10"),
    .init("CWE-798, Use of Hard-coded Credentials", "2010-01"),
  ]
) { review, report in
  for secret in review.elements(.secret) {
    guard let holder = secret.parent.map({ review.model[$0] }), review.isClient(holder),
      !secret.states("publishable")
    else { continue }
    report.add(
      .error, on: .element(secret.id),
      "`\(secret.path)` is a secret in the hands of every user of `\(holder.path)`",
      at: secret.nameRange, related: [.init(holder.nameRange, "a \(holder.subtype ?? "client")")],
      help: ["let a service hold it and act for the client; or write `publishable` if anyone may see it"])
  }
}
