import DesignModel
import DesignSource

let sensitiveDataUnencryptedAtRest = Rule(
  "SEC020", "sensitive-data-unencrypted-at-rest", .error,
  what: """
    Finds databases that hold classified columns and say they are not encrypted. A warning for personal data, an error for cards, \
    health, secrets and what is confidential.
    """,
  why: "Disks are thrown away, backups are lost, snapshots are shared: what is not encrypted is read.",
  silent: "When nothing is stated of encryption, and for columns that are hashed or encrypted themselves.",
  fires: """
    database shop: postgresql not encrypted {
      table card { id: int primary key  pan: text classified payment-card }
    }
    """,
  passes: """
    database shop: postgresql encrypted at rest {
      table card { id: int primary key  pan: text classified payment-card }
    }
    """,
  sources: [
    .init("CWE-311, Missing Encryption of Sensitive Data", "2006-07"),
    .init("OWASP ASVS 5.0.0, 14.1.2 and 14.2.4", "2025-05"),
  ]
) { review, report in
  let byDatabase = Dictionary(grouping: review.ownTables.map { $0 }, by: \.database)
  for database in review.elements(.database) where !database.isExternal {
    guard let denial = denial(database, review) else { continue }
    let columns = (byDatabase[database.id] ?? []).flatMap(\.columns).filter {
      !$0.states("hashed") && !$0.states("encrypted") && !sensitiveClasses($0, review).isEmpty
    }
    guard !columns.isEmpty else { continue }
    let classes = columns.flatMap { sensitiveClasses($0, review) }.uniqued
    let isPersonal = classes.allSatisfy { $0 == "pii" || $0 == "personal" }
    let names = columns.map { String(review.model[$0.element].path.dropFirst(database.path.count + 1)) }
    report.add(
      isPersonal ? .warning : .error, on: .element(database.id),
      "`\(database.path)` holds \(classes.joinedWithAnd), but is not encrypted", at: denial,
      related: columns.prefix(3).map { column in
        .init(
          column.fact("classified")?.range ?? column.nameRange,
          sensitiveClasses(column, review).joinedWithAnd)
      },
      notes: ["columns: " + names.quotedList],
      help: ["write `encrypted at rest` on the database, or `encrypted aes-256-gcm` on the columns"])
  }
}

/// The classes of a column that no disk may show.
private func sensitiveClasses(_ column: Column, _ review: Review) -> [String] {
  review.classes(column).filter { Review.sensitiveClasses.contains($0) }
}

/// Where it is said that the database, or its disk in production, is not encrypted.
private func denial(_ database: Element, _ review: Review) -> SourceRange? {
  if let fact = database.fact("encrypted") ?? database.fact("encrypted at rest") {
    return fact.isAbsent ? fact.range : nil
  }
  for index in review.productionDeployments(of: database.id) {
    let placed = review.deployments[index]
    let own = placed.deployment.fact("encrypted") ?? placed.deployment.fact("encrypted at rest")
    let machine = review.machines(of: placed).map { review.places[$0].place }
    if let fact = own ?? machine?.fact("encrypted") ?? machine?.fact("encrypted at rest"), fact.isAbsent {
      return fact.range
    }
  }
  return nil
}
