import DesignModel

let not3nfTransitiveDependency = Rule(
  "DAT008", "not-3nf-transitive-dependency", .warning,
  what: """
    Finds columns outside of all keys that depend on columns which identify no row, by the dependencies that are \
    declared: third normal form fails.
    """,
  why: """
    The same fact stands in every row that has those columns alike. Changing it means changing them all, and with the \
    last of those rows it is lost.
    """,
  silent: """
    Where no dependency is declared: none is guessed. For columns that say of themselves that they are a copy, derived \
    or a snapshot, and for tables that say `read model because "…"`.
    """,
  fires: """
    database shop: postgresql {
      table customer {
        id: bigint primary key
        zip: char(5)
        city: text
        zip determines city
      }
    }
    """,
  passes: """
    database shop: postgresql {
      table place { zip: char(5) primary key  city: text }
      table customer { id: bigint primary key  zip: char(5) -> place.zip }
    }
    """,
  sources: [
    .init("E. F. Codd, Further Normalization of the Data Base Relational Model", "1971-08"),
    .init("P. A. Bernstein, Synthesizing Third Normal Form Relations, ACM TODS 1(4)", "1976-12"),
  ]
) { review, report in
  for relation in review.relations {
    let table = review.model[relation.table.element]
    let violations = relation.violations
    if violations.isUndetermined {
      report.add(
        .info, on: .element(table.id),
        "`\(table.path)` has more than \(Relation.keyLimit) candidate keys, so its normal form is not determined",
        at: table.nameRange,
        notes: ["which columns are part of a key can only be told when all keys are known"],
        help: ["state the dependencies that matter, or split the table"])
    }
    for (determinant, dependents) in relation.groups(violations.transitive) {
      report.add(
        .warning, on: .element(table.id),
        "\(dependents.map { "\(table.path).\($0)" }.quotedList) depends on \(determinant.quotedList), which identifies no row",
        at: relation.range(determinant, dependents),
        related: relation.table.primaryKey.map { [.init($0.range, "the primary key")] } ?? [],
        notes: [
          "not in third normal form",
          "every row with the same \(determinant.joinedWithAnd) repeats \(dependents.joinedWithAnd): a change must reach all of them, and the last row takes the fact with it",
          review.synthesis(relation),
        ],
        help: review.remedies(relation, determinant, dependents))
    }
  }
}
