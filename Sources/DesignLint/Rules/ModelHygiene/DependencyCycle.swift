import DesignModel

let dependencyCycle = Rule(
  "MOD007", "dependency-cycle", .warning,
  what: "Finds applications that wait for one another in a ring of calls.",
  why: "None of them can be started, deployed or understood alone, and one that is slow holds up itself.",
  silent: "For messages and calls that nobody waits for, and for rings over what others run.",
  fires: "application a: service { calls b }\napplication b: service { calls a }",
  passes: "application a: service { calls b }\napplication b: service { calls a async }",
  sources: [
    .init(
      "R. Tarjan, Depth-First Search and Linear Graph Algorithms, SIAM Journal on Computing 1(2)", "1972-06")
  ]
) { review, report in
  let applications = Set(review.elements(.application).filter { !$0.isExternal }.map(\.id))
  let graph = DependencyGraph(review) { connection, source, target in
    connection.verb == .calls && connection.isSynchronous && applications.contains(source)
      && applications.contains(target)
  }
  let rings = graph.components.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  for ring in rings {
    let members = Set(ring)
    let calls = ring.flatMap { id in
      review.connections(review.outgoing[id]).filter { _, connection in
        connection.verb == .calls && connection.isSynchronous
          && connection.target.map { members.contains(review.ownerID($0)) } ?? false
      }
    }
    guard let call = calls.first else { continue }
    report.add(
      .warning, on: .element(ring[0]),
      "\(ring.map { review.model[$0].path }.quotedList) wait for one another in a ring of calls",
      at: call.connection.range,
      related: calls.dropFirst().prefix(5).map { .init($0.connection.range, "closes the ring") },
      help: ["turn one of the calls into a message, or move what both need into a third application"])
  }
}
