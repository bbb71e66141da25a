import DesignModel

let foreignKeyTypeMismatch = Rule(
  "DAT003", "foreign-key-type-mismatch", .error,
  what: "Finds foreign keys whose column has another type than the column it refers to.",
  why: "Many databases refuse such a key; others convert at every join, so that no index helps.",
  silent: """
    For spellings of one type (`int` and `integer`, `serial` and `integer`), for types that differ in length alone, and \
    for domains that rest on the same type.
    """,
  fires: """
    database shop: postgresql {
      table customer { id: uuid primary key }
      table order { id: bigint primary key  customer_id: bigint -> customer.id }
    }
    """,
  passes: """
    database shop: postgresql {
      table customer { id: uuid primary key }
      table order { id: bigint primary key  customer_id: uuid -> customer.id }
    }
    """,
  sources: [.init("SchemaCrawler lint, LinterForeignKeyMismatch", "2025-01")]
) { review, report in
  for table in review.ownTables {
    for key in table.foreignKeys {
      guard let target = key.target.flatMap({ review.model.table($0) }),
        key.columns.count == key.targetColumns.count
      else { continue }
      for (name, targetName) in zip(key.columns, key.targetColumns) {
        guard let own = table.column(name), let other = target.column(targetName) else { continue }
        let (ownType, otherType) = (review.resolved(own.type), review.resolved(other.type))
        guard ColumnTypes.canonicalName(ownType) != ColumnTypes.canonicalName(otherType) else { continue }
        let wanted = review.text(other.typeRange).replacing("?", with: "") + (own.isNullable ? "?" : "")
        report.add(
          .error, on: .element(own.element),
          "`\(review.model[own.element].path)` is `\(own.type.unwrapped.description)`, but `\(review.model[other.element].path)` is `\(other.type.unwrapped.description)`",
          at: own.typeRange, related: [.init(other.typeRange, "what it refers to has this type")],
          help: ["write `\(wanted)`"],
          fixIts: serialFree(wanted).map {
            [.init("write `\($0)`", range: own.typeRange, replacement: $0, safety: .suggested)]
          } ?? [])
      }
    }
  }
}

/// A type that counts up by itself is none for a column that refers to one.
private func serialFree(_ type: String) -> String? { type.contains("serial") ? nil : type }
