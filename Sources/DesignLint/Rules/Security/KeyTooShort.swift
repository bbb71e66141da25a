import DesignModel

let keyTooShort = Rule(
  "SEC008", "key-too-short", .error,
  what: """
    Finds keys that are named with too few bits: RSA below 2048 or elliptic curves below 224, and as a warning RSA below \
    3072 or curves below 256.
    """,
  why:
    "The effort of breaking a key grows with its length; below 112 bits of security it is within reach of states.",
  silent: "For keys whose length is not named.",
  fires: "application auth: service { tokens signed rsa-1024 }",
  passes: "application auth: service { tokens signed rsa-4096 }",
  sources: [Cryptography.keyLengths, Cryptography.standard]
) { review, report in
  func check(_ fact: Fact, _ subject: Subject, _ path: String) {
    for written in [fact.word].compactMap({ $0 }) + fact.arguments.map(\.value) {
      guard let verdict = Cryptography.key(written) else { continue }
      report.add(
        verdict.severity, on: subject, "`\(path)` uses \(written): \(verdict.reason)", at: fact.range,
        notes: ["\(Cryptography.keyLengths.title), as of \(Cryptography.keyLengths.date)"],
        help: ["use RSA with 3072 bits or more, or a curve of 256 bits"])
    }
  }
  for table in review.model.tables {
    for column in table.columns {
      if let fact = column.fact("encrypted") {
        check(fact, .element(column.element), review.model[column.element].path)
      }
    }
  }
  for kind in [ElementKind.application, .api, .endpoint] {
    for element in review.elements(kind) {
      for fact in element.facts("tokens").compactMap({ $0.fact("signed") }) + element.facts("signature")
        + element.facts("auth")
      {
        check(fact, .element(element.id), element.path)
      }
    }
  }
  for (index, connection, target) in review.resolvedConnections {
    if let fact = connection.fact("auth") { check(fact, .connection(index), review.model[target].path) }
  }
}
