import DesignModel

let mobileWithoutMinVersion = Rule(
  "WEB007", "mobile-without-min-version", .warning,
  what:
    "Finds mobile and desktop applications that call an api which will go away or has several live versions, and that force no update.",
  why:
    "Copies in users' hands cannot be replaced: the oldest of them keeps the oldest version of the api alive.",
  silent:
    "When a least version is stated (`min-version 3.2 forced`), and when only one version of the api is live.",
  fires: """
    application phone: mobile { calls api GET /old }
    application api: service { api a: rest { GET /old -> string deprecated until 2099-01-01 } }
    """,
  passes: """
    application phone: mobile { min-version 3.2 forced  calls api GET /old }
    application api: service { api a: rest { GET /old -> string deprecated until 2099-01-01 } }
    """,
  sources: [.init("Android Developers, in-app updates; Apple, App Store version history", "2024-01")]
) { review, report in
  for application in review.elements(.application) where ["mobile", "desktop"].contains(application.subtype) {
    guard application.fact("min-version") == nil else { continue }
    for (index, connection) in review.connections(review.outgoing[application.id])
    where connection.verb == .calls {
      guard let target = connection.target else { continue }
      let provider = review.owner(target)
      let called = review.model[connection.endpoint ?? target]
      let gone = review.model.ancestry(called.id).first { $0.states("deprecated") && $0.kind != .system }
      let apis = provider.children.map { review.model[$0] }.filter { $0.kind == .api && $0.version != nil }
      let versions = Set(apis.compactMap(\.version))
      guard gone != nil || versions.count > 1 else { continue }
      report.add(
        .warning, on: .connection(index),
        gone != nil
          ? "`\(application.path)` calls `\(called.path)`, which will go away, but old copies of it are never forced to update"
          : "`\(application.path)` calls `\(provider.path)`, of which \(versions.sorted().joinedWithAnd) are live, but old copies of it are never forced to update",
        at: application.nameRange, related: [.init(connection.range, "the call")],
        help: ["state the oldest version that may call: `min-version 3.2 forced`"])
      break
    }
  }
}
