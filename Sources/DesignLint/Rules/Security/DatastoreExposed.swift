import DesignModel

let datastoreExposed = Rule(
  "SEC018", "datastore-exposed", .error,
  what: """
    Finds databases, caches, search indexes and brokers that users, browsers or phones reach directly, or that are \
    exposed to the internet.
    """,
  why: """
    Whoever reaches a store directly needs its credentials, and these lie in the client for anyone to read. No \
    application checks what is read and written.
    """,
  silent: """
    When something in the store guards each row or object (`mediated by row-policy`, `mediated by signed-url`); for \
    databases that are a file on the device, such as SQLite; for web applications that have an api or state their \
    `cpu-time`, since a part of these runs on a server; for reading public objects from a storage; and for staff who \
    operate a store.
    """,
  fires: """
    application shop: mobile { reads db }
    database db: postgresql
    """,
  passes: """
    application shop: mobile { calls orders }
    application orders: service { reads db }
    database db: postgresql
    """,
  sources: [
    .init("OWASP Database Security Cheat Sheet", "2025-05"),
    .init("CWE-501, Trust Boundary Violation", "2006-07"),
    .init("Threagile, rule unguarded-direct-datastore-access", "2024-01"),
  ]
) { review, report in
  let model = review.model
  let guarded = ElementKinds.stores.union(ElementKinds(.broker))
  for (index, connection, target) in review.resolvedConnections {
    let store = review.owner(target)
    let client = review.owner(connection.source)
    guard guarded.contains(store.kind), review.isClient(client), !isOperator(client),
      !isRenderedOnServer(client, review),
      !isOnDevice(store, review)
    else {
      continue
    }
    guard connection.fact("mediated by") == nil, store.fact("mediated by") == nil else { continue }
    if store.kind == .storage, connection.verb == .reads || connection.verb == .connects { continue }
    report.add(
      .error, on: .connection(index),
      "`\(client.path)` \(verb(connection.verb)) \(store.kind.noun) `\(store.path)` with no application between",
      at: connection.range, label: client.kind == .person ? "" : "runs in its user's hands",
      related: [.init(store.nameRange, "the \(store.kind.noun)")],
      notes: ["a client can be taken apart: the credentials in it are public"],
      help: [
        "let a service stand between; or say what guards it: `mediated by row-policy` or `mediated by signed-url`"
      ] + (client.subtype == "web" ? ["if its pages are made on a server, it is a `service`"] : []))
  }
  let reachable = [ElementKind.database, .cache, .search, .broker].flatMap { Array(review.elements($0)) }
  for store in reachable {
    let stated =
      [store.fact("exposure")]
      + review.productionDeployments(of: store.id).map {
        review.deployments[$0].deployment.fact("exposure")
      }
    guard let exposure = stated.compactMap({ $0 }).first(where: { $0.word == "internet" }), !store.isExternal
    else {
      continue
    }
    report.add(
      .error, on: .element(store.id), "\(store.kind.noun) `\(store.path)` can be reached from the internet",
      at: exposure.range, notes: ["every scanner finds it, and only its passwords protect it"],
      help: ["write `exposure internal`, and let an application stand before it"])
  }
}

private func verb(_ verb: Connection.Verb) -> String {
  switch verb {
  case .reads: "reads"
  case .writes: "writes"
  case .publishes: "publishes to"
  case .consumes: "consumes from"
  case .calls, .connects: "uses"
  }
}

/// People who run the system reach its stores in their own ways.
private func isOperator(_ element: Element) -> Bool {
  element.kind == .person
    && ["staff", "operator", "administrator", "admin", "dba", "developer"].contains(element.subtype)
}

/// A web application that answers requests is more than files for a browser: what reads the store is its server's part.
private func isRenderedOnServer(_ client: Element, _ review: Review) -> Bool {
  client.subtype == "web"
    && (client.fact("cpu-time") != nil || client.children.contains { review.model[$0].kind == .api })
}

/// A file beside the application is no server.
private func isOnDevice(_ store: Element, _ review: Review) -> Bool {
  ["sqlite", "indexeddb", "realm", "core-data", "coredata", "local", "localstorage", "rocksdb", "leveldb"]
    .contains(
      store.subtype?.lowercased())
}
