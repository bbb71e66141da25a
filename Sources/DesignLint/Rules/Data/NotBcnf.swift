import DesignModel

let notBcnf = Rule(
  "DAT009", "not-bcnf", .info,
  what: "Finds columns of a key that depend on columns which identify no row: Boyce-Codd normal form fails.",
  why:
    "The same fact stands in several rows, as in every violation; a split may cost a rule that then no key enforces.",
  silent: "Where no dependency is declared, and for tables that are denormalised on purpose.",
  fires: """
    database db: postgresql {
      table address {
        street: text
        city: text
        zip: text
        primary key (street, city)
        (street, city) determines zip
        zip determines city
      }
    }
    """,
  passes: """
    database db: postgresql {
      table address {
        street: text
        zip: text
        primary key (street, zip)
      }
      table zip_city { zip: text primary key  city: text }
    }
    """,
  sources: [
    .init(
      "C. Beeri and P. A. Bernstein, Computational Problems Related to the Design of Normal Form Relational Schemas, ACM TODS 4(1)",
      "1979-03")
  ]
) { review, report in
  for relation in review.relations {
    let table = review.model[relation.table.element]
    for (determinant, dependents) in relation.groups(relation.violations.boyceCodd) {
      report.add(
        .info, on: .element(table.id),
        "\(dependents.map { "\(table.path).\($0)" }.quotedList) depends on \(determinant.quotedList), which identifies no row",
        at: relation.range(determinant, dependents),
        notes: [
          "in third, but not in Boyce-Codd normal form",
          "a split that keeps every dependency enforced by a key may not exist",
          review.boyceCoddSplit(relation),
        ],
        help: [
          "leave it and check the dependency in the application, or split the table and give up one of the keys"
        ])
    }
  }
}
