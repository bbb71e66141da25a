import DesignModel

let passwordHashParametersUnstated = Rule(
  "SEC003", "password-hash-parameters-unstated", .error,
  what: "Finds password hashes that name a good algorithm, but not all of its parameters.",
  why:
    "Libraries have defaults of very different age, some of them far too low: whoever builds it should not guess.",
  silent:
    "For parameters that the algorithm's definition settles. It is an error from the stage `release` on.",
  fires: "database shop: postgresql { table user { id: uuid primary key  password: text hashed argon2id } }",
  passes:
    "database shop: postgresql { table user { id: uuid primary key  password: text hashed bcrypt(cost: 12) } }",
  sources: [PasswordHashing.standard, PasswordHashing.source]
) { review, report in
  for column in review.passwordColumns {
    guard let hash = column.fact("hashed"), let written = hash.word,
      let algorithm = PasswordHashing.algorithm(written)
    else { continue }
    let values = PasswordHashing.values(hash.arguments, of: algorithm)
    let missing = zip(algorithm.parameters, values).filter { $0.1 == nil }.map(\.0.name)
    guard !missing.isEmpty else { continue }
    report.add(
      review.options.stage >= .release ? .error : .warning, on: .element(column.element),
      "`\(review.model[column.element].path)` uses \(written), but does not state its \(missing.joinedWithAnd)",
      at: hash.range,
      notes: [
        "at least `\(algorithm.recommended)` (\(PasswordHashing.source.title), as of \(PasswordHashing.asOf))"
      ],
      help: ["write `hashed \(algorithm.recommended)`, or more"],
      fixIts: [.write("hashed \(algorithm.recommended)", at: hash.range)])
  }
}
