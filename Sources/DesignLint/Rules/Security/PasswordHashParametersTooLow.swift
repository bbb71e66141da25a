import DesignModel

let passwordHashParametersTooLow = Rule(
  "SEC002", "password-hash-parameters-too-low", .error,
  what: "Finds password hashes whose parameters are below every recommended choice.",
  why: "A password hash is only as slow as its parameters make it, and computers get faster each year.",
  silent: """
    When the parameters are at least those of one recommended choice: less memory may be made up for by more \
    iterations. When they are unstated, which is SEC003.
    """,
  fires:
    "database shop: postgresql { table user { id: uuid primary key  password: text hashed bcrypt(cost: 8) } }",
  passes:
    "database shop: postgresql { table user { id: uuid primary key  password: text hashed bcrypt(cost: 12) } }",
  sources: [PasswordHashing.source, PasswordHashing.standard]
) { review, report in
  for column in review.passwordColumns {
    guard let hash = column.fact("hashed"), let written = hash.word,
      let algorithm = PasswordHashing.algorithm(written)
    else { continue }
    let choices = algorithm.rows(for: review.options.profiles)
    let stated = PasswordHashing.values(hash.arguments, of: algorithm)
    let values = stated.compactMap { $0 }
    guard values.count == stated.count else { continue }
    let passes = choices.contains { row in zip(values, row).allSatisfy { $0 >= $1 } }
    guard !passes else { continue }
    let path = review.model[column.element].path
    let rows = choices.map { algorithm.written($0) }
    report.add(
      .error, on: .element(column.element),
      "`\(path)` uses \(algorithm.written(values)), below every recommended choice", at: hash.range,
      notes: [
        "at least \(rows.count == 1 ? "" : "one of ")\(rows.joined(separator: "; "))",
        "\(PasswordHashing.source.title), as of \(PasswordHashing.asOf)",
      ],
      help: ["write `hashed \(algorithm.recommended)`"],
      fixIts: [
        .init(
          "raise the parameters", range: hash.range, replacement: "hashed \(algorithm.recommended)",
          safety: .suggested)
      ])
  }
}
