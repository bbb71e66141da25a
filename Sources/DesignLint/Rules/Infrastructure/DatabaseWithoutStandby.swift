import DesignModel

let databaseWithoutStandby = Rule(
  "INF010", "database-without-standby", .error,
  what: """
    Finds databases that production runs as one instance. An error when an application of which 99.9 % or more are wanted \
    uses it; a warning otherwise.
    """,
  why: "When its machine fails, everything that needs it stands still until somebody has restored it.",
  silent: """
    When it is not said that there is only one (`replicas 1`, or `as primary` alone), for what a provider manages, and for \
    what can be rebuilt.
    """,
  fires: """
    database shop: postgresql
    environment production { node db-1 { deploy shop as primary } }
    """,
  passes: """
    database shop: postgresql
    environment production { node db-1 { deploy shop as primary }  node db-2 { deploy shop as replica } }
    """,
  sources: [.init("Microsoft Azure Well-Architected Framework, RE:05 redundancy of data stores", "2024-11")],
  parameters: [.highAvailability]
) { review, report in
  for database in review.elements(.database) where !database.isExternal {
    guard !database.states("managed"), !database.states("rebuildable"), database.subtype != "sqlite" else {
      continue
    }
    let byEnvironment = Dictionary(grouping: review.productionDeployments(of: database.id)) {
      review.deployments[$0].environment
    }
    for environment in byEnvironment.keys.sorted() {
      let indices = byEnvironment[environment] ?? []
      guard indices.count == 1, let index = indices.first else { continue }
      let deployment = review.deployments[index].deployment
      guard !deployment.states("managed"), !deployment.states("rebuildable"),
        !isManaged(review.deployments[index], review)
      else { continue }
      guard deployment.replicas == 1...1 || (deployment.replicas == nil && deployment.role == "primary")
      else {
        if deployment.replicas == nil { report.lacks("deploy … replicas …", of: database.id) }
        continue
      }
      let clients = review.connections(review.incoming[database.id]).map {
        review.owner($0.connection.source).id
      }
      let wanted = (clients + [database.id]).compactMap { review.wantedAvailability(of: $0) }.max()
      report.add(
        (wanted ?? 0) >= report.figure(.highAvailability) ? .error : .warning, on: .deployment(index),
        "`\(database.path)` has no standby in \(review.model[review.model.environments[environment].element].name)",
        at: deployment.targetRange,
        notes: wanted.map { ["\(Written.percent($0, digits: 3)) are wanted of it or of what uses it"] } ?? [],
        help: ["deploy a second one `as replica` in another zone; or write `managed` or `rebuildable`"])
    }
  }
}

/// A managed cluster has standbys of its own.
private func isManaged(_ placed: PlacedDeployment, _ review: Review) -> Bool {
  review.machines(of: placed).map { review.places[$0].place.states("managed") } ?? false
}
