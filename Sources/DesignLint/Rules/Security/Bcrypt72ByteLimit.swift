import DesignModel

let bcrypt72ByteLimit = Rule(
  "SEC004", "bcrypt-72-byte-limit", .warning,
  what: """
    Finds passwords hashed with bcrypt where longer ones than 72 bytes are allowed, or where they are first hashed with a \
    plain fast hash.
    """,
  why: """
    bcrypt ignores what comes after 72 bytes, so that different long passwords are the same to it. A plain fast hash \
    before it lets stolen fast hashes from elsewhere be tried against it without knowing any password.
    """,
  silent: """
    When the greatest length of a password is unstated or at most 72, and when the hash before it is keyed: \
    `prehash: hmac-sha384`.
    """,
  fires: """
    application shop: service { passwords { length 12..128 }  writes db }
    database db: postgresql { table user { id: int primary key  password: text hashed bcrypt(cost: 12) } }
    """,
  passes: """
    application shop: service { passwords { length 12..64 }  writes db }
    database db: postgresql { table user { id: int primary key  password: text hashed bcrypt(cost: 12) } }
    """,
  sources: [PasswordHashing.source, .init("OWASP ASVS 5.0.0, 6.2.8 and 6.2.9", "2025-05")]
) { review, report in
  for column in review.passwordColumns {
    guard let hash = column.fact("hashed"), hash.word?.lowercased() == "bcrypt" else { continue }
    let path = review.model[column.element].path
    let prehash = hash.arguments.first { $0.name == "prehash" }?.value.lowercased()
    if let prehash, prehash.hasPrefix("hmac") { continue }
    if let prehash, prehash != "none" {
      report.add(
        .warning, on: .element(column.element),
        "`\(path)` hashes with \(prehash) before bcrypt, without a key",
        at: hash.range, notes: ["hashes stolen elsewhere can be tried against it as they are"],
        help: [
          "write `hashed \(PasswordHashing.recommended(for: review.options.profiles))`; or a keyed hash: `prehash: hmac-sha384`"
        ])
      continue
    }
    let writers = review.connections(review.incoming[review.ownerID(column.element)]).map {
      review.owner($0.connection.source)
    }
    let policies = writers.flatMap { $0.facts("passwords") }
    let lengths = policies.compactMap { $0.fact("length") }
    guard !lengths.isEmpty else {
      report.lacks("passwords { length … }", of: column.element)
      continue
    }
    for length in lengths {
      guard let bounds = length.bounds else { continue }
      let most = bounds.high.flatMap { quantity in
        if case .count(let count) = quantity { count } else { nil }
      }
      guard most ?? Int.max > PasswordPolicy.bcryptBytes else { continue }
      report.add(
        .warning, on: .element(column.element),
        "`\(path)` uses bcrypt, which ignores what comes after 72 bytes, but passwords may be longer",
        at: hash.range,
        related: [.init(length.range, most.map { "up to \($0) characters" } ?? "of any length")],
        notes: [
          "a character takes up to 4 bytes in UTF-8, and ASVS 6.2.9 wants at least 64 characters allowed"
        ],
        help: [
          "write `hashed \(PasswordHashing.recommended(for: review.options.profiles))`, which has no such limit"
        ])
      break
    }
  }
}
