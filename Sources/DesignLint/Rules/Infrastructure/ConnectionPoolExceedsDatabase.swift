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
    // A program that asks in several ways has one pool.
    var pools: [ElementID: (size: Int, fact: Fact)] = [:]
    for (_, connection) in review.connections(review.incoming[database.id]) {
      guard let fact = connection.fact("pool"), let size = fact.count else { continue }
      let client = review.owner(connection.source).id
      if size > pools[client]?.size ?? 0 { pools[client] = (size, fact) }
    }
    guard !pools.isEmpty else { continue }
    for environment in review.model.environments.indices where review.isJudged(environment) {
      check(database, pools, environment, review, &report)
    }
  }
}

private func check(
  _ database: Element, _ pools: [ElementID: (size: Int, fact: Fact)], _ environment: Int, _ review: Review,
  _ report: inout Report
) {
  func deployments(_ id: ElementID) -> [Deployment] {
    (review.deploymentsOf[id] ?? []).map { review.deployments[$0] }.filter { $0.environment == environment }
      .map(\.deployment)
  }
  let own = deployments(database.id)
  guard !own.isEmpty else { return }
  guard let limit = own.compactMap({ $0.fact("max-connections") }).first ?? database.fact("max-connections"),
    let accepted = limit.count
  else { return report.lacks("max-connections …", of: database.id) }
  let reserved =
    limit.values.dropFirst().compactMap { value -> Int? in
      if case .quantity(.count(let count), _) = value { count } else { nil }
    }.first ?? 0
  var terms: [String] = []
  var labels: [Diagnostic.Label] = []
  var total = 0
  for client in pools.keys.sorted() {
    guard let pool = pools[client] else { continue }
    var replicas = 0
    for deployment in deployments(client) {
      guard let most = deployment.replicas?.upperBound, most < Int.max else {
        report.lacks("deploy … replicas …", of: client)
        continue
      }
      replicas += most
    }
    guard replicas > 0 else { continue }
    total += replicas * pool.size
    terms.append("\(review.model[client].name) \(replicas) × \(pool.size)")
    labels.append(.init(pool.fact.range, "\(replicas) replicas × \(pool.size)"))
  }
  guard total > accepted - reserved else { return }
  let minus = reserved > 0 ? " − \(reserved) reserved" : ""
  report.add(
    .error, on: .element(database.id),
    "clients may open \(total) connections to `\(database.path)`, which accepts \(accepted - reserved)",
    at: limit.range,
    related: labels,
    notes: ["\(terms.joined(separator: " + ")) = \(total) > \(accepted)\(minus) = \(accepted - reserved)"],
    help: ["make the pools smaller, let a pooler stand between, or raise `max-connections`"])
}
