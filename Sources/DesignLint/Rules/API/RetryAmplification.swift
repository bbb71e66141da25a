import DesignModel
import DesignSource

let retryAmplification = Rule(
  "API016", "retry-amplification", .warning,
  what: "Finds chains of calls whose retries multiply one request to more than ten at the end.",
  why:
    "When the last one is slow for a moment, everyone before it asks again, and what was slow breaks down.",
  silent: "For calls that nobody waits for, and calls without stated retries, which count as one.",
  fires: """
    application a: web { calls b { retries 3 } }
    application b: service { calls c { retries 3 } }
    application c: service
    """,
  passes: """
    application a: web { calls b { retries 3 } }
    application b: service { calls c }
    application c: service
    """,
  sources: [
    .init("B. Beyer et al., Site Reliability Engineering, ch. 22, handling overload and retries", "2016-04"),
    .house,
  ],
  parameters: [.mostRequests]
) { review, report in
  var chains = RetryChains(review)
  let called = Set(
    review.resolvedConnections.filter { $0.connection.isSynchronous }.map { review.owner($0.target).id })
  for application in review.elements(.application) where !called.contains(application.id) {
    let chain = chains.worst(from: application.id)
    guard Double(chain.product) > report.figure(.mostRequests), let first = chain.connections.first else {
      continue
    }
    let connections = chain.connections.map { review.model.connections[$0] }
    let factors = connections.compactMap { $0.fact("retries")?.count }.filter { $0 > 0 }.map { "\($0 + 1)" }
    let last = connections.last?.target.map { review.owner($0).path } ?? ""
    report.add(
      .warning, on: .connection(first),
      "one request of `\(application.path)` may become \(chain.product) of `\(last)`",
      at: connections[0].range,
      related: connections.compactMap { connection in
        connection.fact("retries").map { .init($0.range, "\(($0.count ?? 0) + 1) attempts") }
      },
      notes: [
        "\(factors.joined(separator: " × ")) = \(chain.product); more than \(Written.number(report.figure(.mostRequests))) is much, \(report.origin(.mostRequests))"
      ],
      help: ["retry at one place of the chain only, best at the one nearest to what fails"])
  }
}

/// The chains of calls that multiply most.
private struct RetryChains {
  struct Chain {
    var product = 1
    var connections: [Int] = []
  }

  private let review: Review
  private var known: [ElementID: Chain] = [:]
  private var onWay: Set<ElementID> = []

  init(_ review: Review) { self.review = review }

  /// From an application on, with rings of calls taken once.
  mutating func worst(from id: ElementID) -> Chain {
    if let chain = known[id] { return chain }
    guard onWay.insert(id).inserted else { return Chain() }
    defer { onWay.remove(id) }
    var worst = Chain()
    for (index, connection) in review.connections(review.outgoing[id])
    where connection.isSynchronous && connection.verb == .calls {
      guard let target = connection.target else { continue }
      let rest = self.worst(from: review.owner(target).id)
      let attempts = 1 + min(connection.fact("retries")?.count ?? 0, 1000)
      let product = min(attempts * rest.product, 1_000_000)
      if product > worst.product { worst = Chain(product: product, connections: [index] + rest.connections) }
    }
    known[id] = worst
    return worst
  }
}
