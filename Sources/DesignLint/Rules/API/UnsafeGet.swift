import DesignModel

let unsafeGet = Rule(
  "API009", "unsafe-get", .error,
  what: "Finds endpoints with GET or HEAD, and graphql queries, that write to a store.",
  why: """
    Browsers, crawlers and caches repeat such requests, or answer them themselves, because the method promises that nothing \
    changes.
    """,
  silent: "For caches, which may be filled, and for tables of logs and audits.",
  fires: """
    application api: service { api a: rest { GET /buy -> string { writes db } } }
    database db: postgresql
    """,
  passes: """
    application api: service { api a: rest { POST /buy -> string { writes db } } }
    database db: postgresql
    """,
  sources: [.init("RFC 9110, HTTP Semantics, §9.2.1 safe methods", "2022-06")]
) { review, report in
  for (index, connection, target) in review.resolvedConnections where connection.verb == .writes {
    guard let endpoint = connection.during.flatMap({ review.model.endpoint($0) }),
      ["GET", "HEAD", "query"].contains(endpoint.method)
    else { continue }
    let written = review.model[target]
    guard review.owner(target).kind != .cache, !isLog(written) else { continue }
    let element = review.model[endpoint.element]
    report.add(
      .error, on: .connection(index),
      "`\(element.path)` writes `\(written.path)`, but \(endpoint.method) promises to change nothing",
      at: connection.range, related: [.init(element.nameRange, "the endpoint")],
      help: ["make it a POST, PUT or PATCH (a `mutation` in graphql)"])
  }
}

private func isLog(_ element: Element) -> Bool {
  let tags = element.fact("tags")?.words ?? []
  return ["log", "audit", "history", "statistics"].contains {
    tags.contains($0) || element.name.lowercased().contains($0)
  }
}
