import DesignModel

let notDeployed = Rule(
  "MOD008", "not-deployed", .warning,
  what:
    "Finds applications, stores and brokers that no environment runs, in designs that say what their environments run.",
  why: "Either its place was forgotten, and its cost and capacity with it, or it is not needed.",
  silent: """
    When no environment deploys anything; for what others or a provider run, for applications that users install, and for \
    stores that are a file.
    """,
  fires: """
    application api: service
    application worker: worker
    environment production { deploy api }
    """,
  passes: """
    application api: service
    application worker: worker
    environment production { deploy api, worker }
    """,
  sources: [.init("Structurizr inspections, model.container.notdeployed", "2025-01")]
) { review, report in
  guard !review.deployments.isEmpty else { return }
  for kind in [ElementKind.application, .database, .cache, .storage, .search, .broker] {
    for element in review.elements(kind) where !element.isExternal && review.deploymentsOf[element.id] == nil
    {
      guard !["mobile", "desktop"].contains(element.subtype), element.subtype != "sqlite",
        !element.states("managed"),
        !element.states("deprecated")
      else { continue }
      report.add(
        .warning, on: .element(element.id), "no environment runs \(kind.noun) `\(element.path)`",
        at: element.nameRange,
        help: [
          "write `deploy \(element.name)` in the place where it runs; or `managed`, or `external`, if somebody else runs it"
        ])
    }
  }
}
