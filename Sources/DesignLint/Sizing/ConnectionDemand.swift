import DesignModel
import DesignSource

/// The connections that the clients of a database may hold at once: pool × replicas, summed.
struct ConnectionDemand {
  let total: Int
  /// What the database accepts, less what is reserved.
  let usable: Int
  /// `catalog 14 × 20 + orders 8 × 10 = 360`
  let sum: String
  /// `400 − 3 reserved = 397`, or the number alone.
  let accepted: String
  let limit: SourceRange
  let labels: [Diagnostic.Label]
}

extension Review {
  /// Nil where no client states a pool or the database is not in the environment; what is lacking is told to the report.
  func connectionDemand(of database: Element, in environment: Int, _ report: inout Report)
    -> ConnectionDemand?
  {
    // A program that asks in several ways has one pool.
    var pools: [ElementID: (size: Int, fact: Fact)] = [:]
    for (_, connection) in connections(incoming[database.id]) {
      guard let fact = connection.fact("pool"), let size = fact.count else { continue }
      let client = owner(connection.source).id
      if size > pools[client]?.size ?? 0 { pools[client] = (size, fact) }
    }
    let own = deployed(database.id, in: environment)
    guard !pools.isEmpty, !own.isEmpty else { return nil }
    guard
      let limit = own.compactMap({ $0.fact("max-connections") }).first ?? database.fact("max-connections"),
      let accepted = limit.count
    else {
      report.lacks("max-connections …", of: database.id)
      return nil
    }
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
      for deployment in deployed(client, in: environment) {
        guard let most = deployment.replicas?.upperBound, most < Int.max else {
          report.lacks("deploy … replicas …", of: client)
          continue
        }
        replicas += most
      }
      guard replicas > 0 else { continue }
      total += replicas * pool.size
      terms.append("\(model[client].name) \(replicas) × \(pool.size)")
      labels.append(.init(pool.fact.range, "\(replicas) replicas × \(pool.size)"))
    }
    let usable = accepted - reserved
    return ConnectionDemand(
      total: total, usable: usable, sum: "\(terms.joined(separator: " + ")) = \(total)",
      accepted: reserved > 0 ? "\(accepted) − \(reserved) reserved = \(usable)" : "\(accepted) = \(usable)",
      limit: limit.range, labels: labels)
  }

  private func deployed(_ id: ElementID, in environment: Int) -> [Deployment] {
    (deploymentsOf[id] ?? []).map { deployments[$0] }.filter { $0.environment == environment }.map(
      \.deployment)
  }
}
