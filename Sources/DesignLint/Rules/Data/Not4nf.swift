import DesignModel

let not4nf = Rule(
  "DAT010", "not-4nf", .info,
  what: "Finds declared multivalued dependencies on columns that identify no row: fourth normal form fails.",
  why:
    "Independent lists in one table must be stored in every combination, and each change touches many rows.",
  silent:
    "When the dependency says nothing (it names all other columns), and for tables denormalised on purpose.",
  fires: """
    database db: postgresql {
      table skill {
        person: int
        language: text
        sport: text
        primary key (person, language, sport)
        person determines many language
      }
    }
    """,
  passes: """
    database db: postgresql {
      table speaks { person: int  language: text  primary key (person, language) }
      table plays { person: int  sport: text  primary key (person, sport) }
    }
    """,
  sources: [
    .init(
      "R. Fagin, Multivalued Dependencies and a New Normal Form for Relational Databases, ACM TODS 2(3)",
      "1977-09")
  ]
) { review, report in
  for table in review.ownTables where !review.isReadModel(table) {
    let columns = Set(table.columns.map(\.name))
    for dependency in table.dependencies where dependency.isMultivalued {
      let left = Set(dependency.determinant)
      let right = Set(dependency.dependents).subtracting(left)
      guard !right.isEmpty, left.union(right) != columns, left.union(right).isSubset(of: columns) else {
        continue
      }
      let keys = [table.primaryKey].compactMap { $0 } + table.uniques
      guard !keys.contains(where: { left.isSuperset(of: $0.columns) }) else { continue }
      if let relation = review.relations.first(where: { $0.table.element == table.element }),
        relation.isSuperkey(dependency.determinant)
      {
        continue
      }
      let path = review.model[table.element].path
      report.add(
        .info, on: .element(table.element),
        "`\(path)` keeps lists of \(dependency.dependents.quotedList) for each \(dependency.determinant.quotedList) beside others",
        at: dependency.range,
        notes: ["not in fourth normal form: the lists must be stored in every combination"],
        help: [
          "split it: a table of `\((dependency.determinant + dependency.dependents).joined(separator: ", "))`, and one of the rest"
        ])
    }
  }
}
