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
    review.resolvedConnections.filter {
      $0.connection.isSynchronous && review.owner($0.connection.source).kind == .application
    }.map { review.owner($0.target).id })
  var told: Set<Int> = []
  for application in review.elements(.application) where !called.contains(application.id) {
    let product = chains.worst(from: application.id).product
    guard Double(product) > report.figure(.mostRequests) else { continue }
    // Who calls without retrying multiplies nothing: the chain begins with the first that does.
    let chain = chains.connections(from: application.id).drop {
      (review.model.connections[$0].fact("retries")?.count ?? 0) < 1
    }
    guard let first = chain.first, told.insert(first).inserted else { continue }
    let connections = chain.map { review.model.connections[$0] }
    let caller = review.owner(connections[0].source)
    let times = product < RetryChains.most ? "\(product)" : "a million or more"
    let factors = connections.compactMap { $0.fact("retries")?.count }.filter { $0 > 0 }.map { "\($0 + 1)" }
    let last = connections.last?.target.map { review.owner($0).path } ?? ""
    report.add(
      .warning, on: .connection(first),
      "one request of `\(caller.path)` may become \(times) of `\(last)`",
      at: connections[0].range,
      related: connections.compactMap { connection in
        connection.fact("retries").map { .init($0.range, "\(($0.count ?? 0) + 1) attempts") }
      },
      notes: [
        "\(factors.joined(separator: " × ")) = \(times); more than \(Written.number(report.figure(.mostRequests))) is much, \(report.origin(.mostRequests))"
      ],
      help: ["retry at one place of the chain only, best at the one nearest to what fails"])
  }
}

/// The chains of calls that multiply most.
private struct RetryChains {
  /// What follows an element: how many calls one may become, and over which connection to which element.
  struct Link {
    var product = 1
    var next: (connection: Int, element: ElementID)?
  }

  /// Products from here on are not told apart.
  static let most = 1_000_000
  /// No chain is followed further: what retries would long have multiplied beyond bounds.
  private static let deepest = 1000

  private let review: Review
  private var known: [ElementID: Link] = [:]
  private var onWay: Set<ElementID> = []

  init(_ review: Review) { self.review = review }

  /// From an application on, with rings of calls taken once.
  mutating func worst(from id: ElementID) -> Link {
    if let link = known[id] { return link }
    guard onWay.count < Self.deepest, onWay.insert(id).inserted else { return Link() }
    defer { onWay.remove(id) }
    var worst = Link()
    for (index, connection) in review.connections(review.outgoing[id])
    where connection.isSynchronous && connection.verb == .calls {
      guard let target = connection.target else { continue }
      let callee = review.owner(target).id
      let attempts = 1 + min(connection.fact("retries")?.count ?? 0, 1000)
      let product = min(attempts * self.worst(from: callee).product, Self.most)
      if product > worst.product { worst = Link(product: product, next: (index, callee)) }
    }
    known[id] = worst
    return worst
  }

  /// The connections of the worst chain from an element on, as far as it multiplies.
  func connections(from id: ElementID) -> [Int] {
    var out: [Int] = []
    var seen: Set<ElementID> = []
    var element = id
    while seen.insert(element).inserted, let next = known[element]?.next {
      out.append(next.connection)
      element = next.element
    }
    return out
  }
}
