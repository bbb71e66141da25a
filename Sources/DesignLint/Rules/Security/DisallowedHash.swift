import DesignModel

let disallowedHash = Rule(
  "SEC007", "disallowed-hash", .error,
  what:
    "Finds MD5, SHA-1 and their like where they protect something: hashed values, signatures, checksums for integrity.",
  why: "For these hashes two texts of one hash can be made, so that what they protect can be exchanged.",
  silent:
    "For checksums that protect nothing (`checksum md5 for dedupe`), and for passwords, which are SEC001's.",
  fires:
    "database db: postgresql { table file { id: int primary key  sum: text checksum md5 for integrity } }",
  passes:
    "database db: postgresql { table file { id: int primary key  sum: text checksum sha-256 for integrity } }",
  sources: [Cryptography.standard, Cryptography.transitions]
) { review, report in
  func check(_ written: String?, _ fact: Fact, _ subject: Element, _ what: String) {
    guard let written, let verdict = Cryptography.hash(written, for: review.options.profiles) else { return }
    report.add(
      verdict.severity, on: .element(subject.id),
      "`\(subject.path)` \(what) \(written), which \(verdict.reason)",
      at: fact.range, notes: ["\(Cryptography.standard.title), as of \(Cryptography.asOf)"],
      help: ["use SHA-256 or better; for signatures `hmac-sha256`"])
  }
  let protecting = ["integrity", "signature", "mac", "authentication", "authenticity", "security", "tamper"]
  for table in review.model.tables {
    for column in table.columns where column.fact("hashed") != nil || column.fact("checksum") != nil {
      guard !column.isPassword else { continue }
      let element = review.model[column.element]
      if let fact = column.fact("hashed") { check(fact.word, fact, element, "is hashed with") }
      if let fact = column.fact("checksum"),
        fact.words.dropFirst().contains(where: { word in
          protecting.contains { word.hasPrefix($0) }
        })
      {
        check(fact.word, fact, element, "is protected by")
      }
    }
  }
  for kind in [ElementKind.api, .endpoint] {
    for element in review.elements(kind) {
      if let fact = element.fact("signature") { check(fact.word, fact, element, "is signed with") }
    }
  }
}
