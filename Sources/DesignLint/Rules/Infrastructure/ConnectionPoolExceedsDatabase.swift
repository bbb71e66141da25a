import DesignModel
import DesignSource

let connectionPoolExceedsDatabase = Rule(
  "INF013", "connection-pool-exceeds-database", .error,
  what:
    "Finds databases whose clients may open more connections than they accept: replicas × pool, over all clients.",
  why: "At peak, when the most replicas run, new ones cannot connect and fail one after another.",
  silent: "When `max-connections`, the pools or the replicas are unstated; what is stated is a lower bound.",
  fires: """
    application api: service { reads db { pool 20 } }
    database db: postgresql max-connections 100 reserved 3
    environment production { deploy api replicas 2..12  deploy db }
    """,
  passes: """
    application api: service { reads db { pool 8 } }
    database db: postgresql max-connections 100 reserved 3
    environment production { deploy api replicas 2..12  deploy db }
    """,
  sources: [
    .init("PostgreSQL 17 documentation, max_connections and superuser_reserved_connections", "2024-09")
  ]
) { review, report in
  for database in review.elements(.database) {
    for environment in review.model.environments.indices where review.isJudged(environment) {
      guard let demand = review.connectionDemand(of: database, in: environment, &report),
        demand.total > demand.usable
      else { continue }
      report.add(
        .error, on: .element(database.id),
        "clients may open \(demand.total) connections to `\(database.path)`, which accepts \(demand.usable)",
        at: demand.limit, related: demand.labels,
        notes: ["\(demand.sum) > \(demand.accepted)"],
        help: ["make the pools smaller, let a pooler stand between, or raise `max-connections`"])
    }
  }
}
