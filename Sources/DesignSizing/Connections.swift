package import DesignModel
package import DesignSource

/// The connections that a database's clients may open in an environment.
package struct ConnectionDemand: Sendable {
  package struct Client: Sendable {
    package let element: ElementID
    /// At most.
    package let replicas: Int
    package let pool: Int
    package let range: SourceRange
  }

  package let database: ElementID
  package let clients: [Client]
  /// Connections that it accepts, those included that it reserves for itself.
  package let limit: Int
  package let reserved: Int
  package let limitRange: SourceRange
  package let lacks: [Lack]

  package var total: Int { clients.reduce(0) { Replicas.sum($0, Replicas.product($1.replicas, $1.pool)) } }
  package var accepted: Int { limit - reserved }
}

/// A demand, or what keeps it from being known.
package enum ConnectionAnswer: Sendable {
  case known(ConnectionDemand)
  case unknown([Lack])
}

extension SizedDesign {
  /// Nil when the database does not run in the environment, or no client states a pool.
  package func connectionDemand(of database: Element, in environment: Int) -> ConnectionAnswer? {
    let own = deployments(of: database.id, in: environment).map { placement.deployments[$0].deployment }
    // A program that asks in several ways has one pool.
    var pools: [ElementID: (size: Int, fact: Fact)] = [:]
    for connection in connections(incoming[database.id]) {
      guard let fact = connection.fact("pool"), let size = fact.count else { continue }
      let client = owner(connection.source)
      if size > pools[client]?.size ?? 0 { pools[client] = (size, fact) }
    }
    guard !own.isEmpty, !pools.isEmpty else { return nil }
    guard let fact = own.compactMap({ $0.fact("max-connections") }).first ?? database.fact("max-connections"),
      let limit = fact.count
    else { return .unknown([Lack("max-connections …", of: database)]) }
    let reserved = fact.values.dropFirst().lazy.compactMap { value -> Int? in
      if case .quantity(.count(let count), _) = value { count } else { nil }
    }.first
    var clients: [ConnectionDemand.Client] = []
    var lacks: [Lack] = []
    for client in pools.keys.sorted() {
      guard let pool = pools[client] else { continue }
      var replicas = 0
      for index in deployments(of: client, in: environment) {
        let deployment = placement.deployments[index].deployment
        guard let most = deployment.replicas?.upperBound, most < Int.max else {
          lacks.append(
            Lack("deploy … replicas …", of: model[client].path, element: client, at: deployment.range))
          continue
        }
        replicas = Replicas.sum(replicas, most)
      }
      guard replicas > 0 else { continue }
      clients.append(.init(element: client, replicas: replicas, pool: pool.size, range: pool.fact.range))
    }
    return .known(
      ConnectionDemand(
        database: database.id, clients: clients, limit: limit, reserved: reserved ?? 0,
        limitRange: fact.range, lacks: lacks))
  }
}
