import DesignModel
import DesignSizing
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
      switch review.sizing.connectionDemand(of: database, in: environment) {
      case .known(let demand):
        for lack in demand.lacks { report.lacks(lack.fact, of: lack.element ?? database.id) }
        check(demand, database, review, &report)
      case .unknown(let lacks): for lack in lacks { report.lacks(lack.fact, of: database.id) }
      case nil: continue
      }
    }
  }
}

private func check(_ demand: ConnectionDemand, _ database: Element, _ review: Review, _ report: inout Report)
{
  let (total, accepted) = (demand.total, demand.accepted)
  guard total > accepted else { return }
  let terms = demand.clients.map { "\(review.model[$0.element].name) \($0.replicas) × \($0.pool)" }
  let minus = demand.reserved > 0 ? " − \(demand.reserved) reserved" : ""
  report.add(
    .error, on: .element(database.id),
    "clients may open \(total) connections to `\(database.path)`, which accepts \(accepted)",
    at: demand.limitRange,
    related: demand.clients.map { .init($0.range, "\($0.replicas) replicas × \($0.pool)") },
    notes: ["\(terms.joined(separator: " + ")) = \(total) > \(demand.limit)\(minus) = \(accepted)"],
    help: ["make the pools smaller, let a pooler stand between, or raise `max-connections`"])
}
