import DesignModel

let flowStepWithoutConnection = Rule(
  "MOD011", "flow-step-without-connection", .warning,
  what: "Finds steps of flows between two elements that the design does not connect.",
  why: "The picture of the flow shows what the pictures of the applications do not: one of them is wrong.",
  silent: """
    For steps within one application, for answers, and for steps of which an end is not known. A connection of anything \
    within the two, in either direction, is one between them.
    """,
  fires: """
    application web: web { calls orders }
    application orders: service
    application mail: service
    flow buying { web calls orders  orders calls mail }
    """,
  passes: """
    application web: web { calls orders }
    application orders: service { calls mail }
    application mail: service
    flow buying { web calls orders  orders calls mail }
    """,
  sources: [.house]
) { review, report in
  var connected: Set<Pair> = []
  for connection in review.model.connections {
    guard let target = connection.target else { continue }
    for pair in pairs(connection.source, target, review) { connected.insert(pair) }
  }
  for flow in review.model.flows {
    for message in flow.allMessages {
      guard let source = message.source, let target = message.target else { continue }
      let (from, to) = (review.owner(source), review.owner(target))
      guard from.id != to.id, !connected.contains(Pair(from.id, to.id)) else { continue }
      report.add(
        .warning, on: .element(flow.element),
        "`\(from.path)` and `\(to.path)` are not connected, but this step runs between them",
        at: message.range,
        help: ["state the connection in one of them, or correct the step"])
    }
  }
}

/// Two elements, whichever acts.
private struct Pair: Hashable {
  let a: ElementID
  let b: ElementID

  init(_ a: ElementID, _ b: ElementID) { (self.a, self.b) = a < b ? (a, b) : (b, a) }
}

/// The ends of a connection, and for what is consumed or published also its topic itself.
private func pairs(_ source: ElementID, _ target: ElementID, _ review: Review) -> [Pair] {
  let (from, to) = (review.owner(source).id, review.owner(target).id)
  // A system that others run may be named whole, or by what is in it.
  let around = [source, target].map { id in review.model.ancestry(id).map(\.id) }
  return [Pair(from, to)] + around[0].map { Pair($0, to) } + around[1].map { Pair(from, $0) }
}
