import DesignModel

let not2nfPartialDependency = Rule(
  "DAT007", "not-2nf-partial-dependency", .warning,
  what: """
    Finds columns outside of all keys that depend on a part of a key, by the dependencies that are declared: second \
    normal form fails.
    """,
  why: """
    The same fact stands in every row that shares that part. Changing it means changing them all, and with the last of \
    those rows it is lost.
    """,
  silent: """
    Where no dependency is declared: none is guessed. For columns that say of themselves that they are a copy, derived \
    or a snapshot, and for tables that say `read model because "…"`.
    """,
  fires: """
    database shop: postgresql {
      table line {
        order_id: bigint
        product_id: bigint
        name: text
        primary key (order_id, product_id)
        product_id determines name
      }
    }
    """,
  passes: """
    database shop: postgresql {
      table product { id: bigint primary key  name: text }
      table line { order_id: bigint  product_id: bigint -> product.id  primary key (order_id, product_id) }
    }
    """,
  sources: [
    .init("E. F. Codd, Further Normalization of the Data Base Relational Model", "1971-08"),
    .init("C. L. Lucchesi and S. L. Osborn, Candidate Keys for Relations, JCSS 17(2)", "1978-10"),
  ]
) { review, report in
  for relation in review.relations {
    let table = review.model[relation.table.element]
    for (part, dependents) in relation.groups(relation.violations.partial) {
      let key = relation.relation.keys.map { relation.columns($0) }.first { Set(part).isStrictSubset(of: $0) }
      report.add(
        .warning, on: .element(table.id),
        "\(dependents.map { "\(table.path).\($0)" }.quotedList) depends on \(part.quotedList) alone, a part of the key",
        at: relation.range(part, dependents),
        related: relation.table.primaryKey.map { [.init($0.range, "the primary key")] } ?? [],
        notes: [
          key.map { "the key is \($0.quotedList): not in second normal form" } ?? "not in second normal form",
          "every row with the same \(part.joinedWithAnd) repeats \(dependents.joinedWithAnd): a change must reach all of them, and the last row takes the fact with it",
          review.synthesis(relation),
        ],
        help: review.remedies(relation, part, dependents))
    }
  }
}
