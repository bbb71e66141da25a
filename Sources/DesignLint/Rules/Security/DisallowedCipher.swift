import DesignModel

let disallowedCipher = Rule(
  "SEC006", "disallowed-cipher", .error,
  what:
    "Finds columns encrypted with ciphers or modes that are disallowed, or that need something beside them.",
  why: "Old ciphers and modes without authentication can be read or changed without the key.",
  silent:
    "For XTS, which is made for disks, and for encryption whose algorithm is unstated. Keys of 128 bits are an info.",
  fires: "database db: postgresql { table card { id: int primary key  pan: text encrypted aes-256-ecb } }",
  passes: "database db: postgresql { table card { id: int primary key  pan: text encrypted aes-256-gcm } }",
  sources: [Cryptography.standard, Cryptography.transitions]
) { review, report in
  for table in review.model.tables {
    for column in table.columns {
      guard let fact = column.fact("encrypted"), !fact.isAbsent, !column.isPassword, let written = fact.word,
        let verdict = Cryptography.cipher(written, for: review.options.profiles)
      else { continue }
      report.add(
        verdict.severity, on: .element(column.element),
        "`\(review.model[column.element].path)` is encrypted with \(written), \(verdict.reason)",
        at: fact.range,
        notes: ["\(Cryptography.standard.title), as of \(Cryptography.asOf)"],
        help: ["write `encrypted aes-256-gcm`"],
        fixIts: [
          .init(
            "use aes-256-gcm", range: fact.range, replacement: "encrypted aes-256-gcm", safety: .suggested)
        ])
    }
  }
}
