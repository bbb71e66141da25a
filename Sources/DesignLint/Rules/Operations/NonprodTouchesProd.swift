import DesignModel

let nonprodTouchesProd = Rule(
  "OPS005", "nonprod-touches-prod", .warning,
  what: """
    Finds environments that run an application, and stores, but not the store which that application writes, while \
    production has it.
    """,
  why: "Unless the store is there too, tests write to the one that production uses.",
  silent: """
    When the environment deploys no store at all, so that it is not said what it has; for stores that others run; and when \
    it says why it differs (`differs "…"`).
    """,
  fires: """
    application api: service { writes shop }
    database shop: postgresql
    cache quick: redis
    environment production { deploy api, shop, quick }
    environment dev { deploy api, quick }
    """,
  passes: """
    application api: service { writes shop }
    database shop: postgresql
    cache quick: redis
    environment production { deploy api, shop, quick }
    environment dev { deploy api, shop, quick }
    """,
  sources: [.init("OWASP ASVS 5.0.0, 13.4 and 15.2, separation of environments", "2025-05")]
) { review, report in
  let model = review.model
  var present = [Set<ElementID>](repeating: [], count: model.environments.count)
  var inProduction: Set<ElementID> = []
  for placed in review.deployments {
    present[placed.environment].insert(placed.target)
    if model.environments[placed.environment].isProduction { inProduction.insert(placed.target) }
  }
  for (index, environment) in model.environments.enumerated() where !environment.isProduction {
    guard environment.kind != nil, model[environment.element].fact("differs") == nil,
      present[index].contains(where: { ElementKinds.stores.contains(model[$0].kind) })
    else { continue }
    for application in present[index].sorted() where model[application].kind == .application {
      var told: Set<ElementID> = []
      for (_, connection) in review.connections(review.outgoing[application]) where connection.verb == .writes
      {
        guard let store = connection.target.map({ review.owner($0) }), !store.isExternal,
          inProduction.contains(store.id),
          !present[index].contains(store.id), told.insert(store.id).inserted
        else { continue }
        report.add(
          .warning, on: .element(environment.element),
          "`\(model[environment.element].name)` runs `\(model[application].path)`, which writes `\(store.path)`, but only production has that",
          at: model[environment.element].nameRange, related: [.init(connection.range, "writes it")],
          help: ["deploy `\(store.path)` there too; or say what stands in for it: `differs \"…\"`"])
      }
    }
  }
}
