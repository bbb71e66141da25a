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
  for relation in review.relations {
    let table = relation.table
    let path = review.model[table.element].path
    let basis = DependencyBasis(relation.relation, relation.multivalued)
    for (dependency, stated) in zip(relation.multivalued, table.dependencies.filter(\.isMultivalued))
    where basis.violates(dependency) {
      report.add(
        .info, on: .element(table.element),
        "`\(path)` keeps lists of \(stated.dependents.quotedList) for each \(stated.determinant.quotedList) beside others",
        at: stated.range,
        notes: [
          "not in fourth normal form: the lists must be stored in every combination",
          review.fourthSplit(dependency, relation),
        ],
        help: [
          "split it: a table of `\((stated.determinant + stated.dependents).joined(separator: ", "))`, and one of the rest"
        ])
    }
  }
}
