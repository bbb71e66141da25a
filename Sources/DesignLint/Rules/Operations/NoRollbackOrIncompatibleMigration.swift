import DesignModel

let noRollbackOrIncompatibleMigration = Rule(
  "OPS010", "no-rollback-or-incompatible-migration", .warning,
  what:
    "Finds tables in the contracting step of a change while an application that uses them is deployed with two live versions.",
  why:
    "The old version still uses what the step removes: it fails while both run, and cannot be brought back.",
  silent: "For the expanding step, and for strategies that stop the old version first.",
  fires: """
    application api: service { writes db.order }
    database db: postgresql { table order change contract { id: int primary key } }
    environment production { deploy api replicas 3 strategy canary 10%  deploy db }
    """,
  passes: """
    application api: service { writes db.order }
    database db: postgresql { table order change expand { id: int primary key } }
    environment production { deploy api replicas 3 strategy canary 10%  deploy db }
    """,
  sources: [
    .init("D. Sato, Parallel Change (expand and contract)", "2014-05"),
    .init("squawk, ban-drop-column and renaming-column", "2024-06"),
  ]
) { review, report in
  for table in review.ownTables {
    let element = review.model[table.element]
    guard let change = element.fact("change"), change.word == "contract" else { continue }
    for (_, connection) in review.connections(review.reaching[table.element]) {
      let application = review.owner(connection.source)
      guard
        let strategy = review.productionDeployments(of: application.id).lazy.compactMap({ index in
          review.deployments[index].deployment.facts.first {
            $0.key.hasPrefix("strategy ") && $0.key != "strategy recreate"
          }
        }).first
      else { continue }
      report.add(
        .warning, on: .element(table.element),
        "two versions of `\(application.path)` run at once while `\(element.path)` loses what the older one uses",
        at: change.range,
        related: [.init(strategy.range, "two live versions"), .init(connection.range, "uses the table")],
        help: ["contract only when no version that uses it runs any more, in a release of its own"])
      break
    }
  }
}
