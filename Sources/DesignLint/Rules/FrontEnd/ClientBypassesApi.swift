import DesignModel

let clientBypassesApi = Rule(
  "WEB001", "client-bypasses-api", .warning,
  what:
    "Finds web, mobile and desktop applications that call a service directly although a gateway stands before it.",
  why:
    "What the gateway does for all (sign-in, limits, logs) is missing on the second way in, and must be built twice.",
  silent: """
    When no gateway calls the service, and for services that say that they are reached from outside (`exposure internet`). \
    A screen that `uses` an endpoint says what it shows, not by which way: it is silent when the client calls the gateway. \
    So are clients for staff alone (`exposure internal`), for whom the gateway was not built. \
    Clients that reach stores directly are SEC018's to tell.
    """,
  fires: """
    application shop: web { calls gate  calls orders }
    application gate: gateway { calls orders }
    application orders: service
    """,
  passes: """
    application shop: web { calls gate }
    application gate: gateway { calls orders }
    application orders: service
    """,
  sources: [.init("C. Richardson, Microservices Patterns, §8.2 the API gateway pattern", "2018-11")]
) { review, report in
  var behind: [ElementID: Element] = [:]
  var callers: [ElementID: Set<ElementID>] = [:]
  for (_, connection, target) in review.resolvedConnections
  where connection.verb == .calls || connection.verb == .connects {
    let source = review.owner(connection.source)
    if source.kind == .application, source.subtype == "gateway" { behind[review.owner(target).id] = source }
    callers[review.owner(target).id, default: []].insert(source.id)
  }
  guard !behind.isEmpty else { return }
  for (index, connection, target) in review.resolvedConnections {
    let client = review.owner(connection.source)
    let service = review.owner(target)
    guard client.kind == .application, review.isClient(client), client.fact("exposure")?.word != "internal",
      service.kind == .application,
      service.subtype != "gateway", !review.isClient(service), let gateway = behind[service.id],
      !["internet", "partner"].contains(service.fact("exposure")?.word)
    else { continue }
    let isOnScreen = review.model[connection.source].kind == .screen
    if isOnScreen, callers[gateway.id]?.contains(client.id) ?? false { continue }
    report.add(
      .warning, on: .connection(index),
      "`\(client.path)` calls `\(service.path)` past its gateway `\(gateway.path)`",
      at: connection.targetRange, related: [.init(gateway.nameRange, "the gateway")],
      help: [
        "call it by way of `\(gateway.path)`; or write `exposure internet` on `\(service.path)` if it is meant to be reached"
      ])
  }
}
