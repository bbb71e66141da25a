import DesignModel

let endpointWithoutConsumer = Rule(
  "API004", "endpoint-without-consumer", .info,
  what: "Finds endpoints that nobody calls, of apis whose other endpoints are called one by one.",
  why:
    "What nobody calls is built, tested and kept secure for nothing; or its caller is missing from the design.",
  silent: """
    For apis for partners or the public, and when somebody calls the application or api as a whole, so that it is not said \
    which endpoints.
    """,
  fires: """
    application shop: web { calls api GET /x }
    application api: service { api a: rest { GET /x -> string  GET /y -> string } }
    """,
  passes: """
    application shop: web { calls api GET /x  calls api GET /y }
    application api: service { api a: rest { GET /x -> string  GET /y -> string } }
    """,
  sources: [.init("M. Fowler, Tolerant Reader and consumer-driven contracts", "2011-05")]
) { review, report in
  for api in review.elements(.api) where !api.isExternal {
    let application = review.owner(api.id)
    guard !["public", "partner"].contains(api.fact("audience")?.word),
      !["internet", "partner"].contains(application.fact("exposure")?.word)
    else { continue }
    let whole = (review.reaching[application.id] ?? []) + (review.reaching[api.id] ?? [])
    let shown = (review.messagesTo[application.id] ?? []) + (review.messagesTo[api.id] ?? [])
    guard whole.isEmpty else { continue }
    let inFlows = Set(shown.compactMap(\.endpoint))
    let endpoints = api.children.filter { review.model[$0].kind == .endpoint }
    func isCalled(_ id: ElementID) -> Bool { review.reaching[id] != nil || inFlows.contains(id) }
    guard endpoints.contains(where: isCalled) else { continue }
    for id in endpoints where !isCalled(id) {
      let element = review.model[id]
      guard !["public", "partner"].contains(element.fact("audience")?.word),
        !["/health", "/metrics", "/ready", "/live"].contains(where: { element.name.contains($0) })
      else { continue }
      report.add(
        .info, on: .element(id), "nobody calls `\(element.path)`", at: element.nameRange,
        help: ["state who does, or `audience partner` if they are outside of this design; or remove it"])
    }
  }
}
