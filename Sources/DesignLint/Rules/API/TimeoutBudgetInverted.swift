import DesignModel
import DesignSource

let timeoutBudgetInverted = Rule(
  "API015", "timeout-budget-inverted", .error,
  what: "Finds callers that give up before what they call has given up on its own calls: timeout × attempts.",
  why: """
    The caller is told nothing but that time ran out, while the work goes on behind it, and its retries start it again and \
    again.
    """,
  silent: """
    When a timeout is unstated, and for calls that nobody waits for. Where the callee makes several calls, only those \
    stated in the endpoint that is called are known to lie on the way.
    """,
  fires: """
    application web: web { calls api { timeout 2s } }
    application api: service { calls bank { timeout 1s  retries 2 } }
    external application bank: service
    """,
  passes: """
    application web: web { calls api { timeout 5s } }
    application api: service { calls bank { timeout 1s  retries 2 } }
    external application bank: service
    """,
  sources: [
    .init("OWASP ASVS 5.0.0, 13.1.3", "2025-05"),
    .init("B. Beyer et al., Site Reliability Engineering, ch. 22, deadlines", "2016-04"),
  ]
) { review, report in
  let waits = Waits(review)
  for (index, connection, target) in review.resolvedConnections where connection.isSynchronous {
    guard let fact = connection.fact("timeout"), let budget = fact.seconds else { continue }
    let callee = review.ownerID(target)
    guard callee != review.ownerID(connection.source),
      let wait = waits.longest(of: callee, answering: connection.endpoint), budget <= wait.seconds
    else { continue }
    let inner = review.model.connections[wait.connection]
    let once = Written.duration(wait.seconds / Double(wait.attempts))
    report.add(
      .error, on: .connection(index),
      "`\(review.owner(connection.source).path)` gives up on `\(review.model[callee].path)` after \(Written.duration(budget)), which itself waits up to \(Written.duration(wait.seconds)) for `\(inner.target.map { review.owner($0).path } ?? "")`",
      at: fact.range,
      related: inner.fact("timeout").map {
        [.init($0.range, wait.attempts > 1 ? "\(once) × \(wait.attempts) attempts" : "waits this long")]
      } ?? [],
      notes: ["\(Written.duration(budget)) ≤ \(once) × \(wait.attempts) = \(Written.duration(wait.seconds))"],
      help: ["give the outer call more time, or the inner one less time or fewer attempts"])
  }
}

/// How long applications wait for what they call themselves, the longest first.
private struct Waits {
  struct Wait {
    let seconds: Double
    let attempts: Int
    let connection: Int
    let during: ElementID?
  }

  private var byApplication: [ElementID: [Wait]] = [:]
  /// How many calls an application waits for.
  private var calls: [ElementID: Int] = [:]

  init(_ review: Review) {
    for (index, connection, _) in review.resolvedConnections where connection.isSynchronous {
      calls[review.ownerID(connection.source), default: 0] += 1
      guard let once = connection.fact("timeout")?.seconds else { continue }
      let attempts = 1 + min(connection.fact("retries")?.count ?? 0, 1000)
      byApplication[review.ownerID(connection.source), default: []].append(
        Wait(
          seconds: once * Double(attempts), attempts: attempts, connection: index, during: connection.during))
    }
    for id in Array(byApplication.keys) {
      byApplication[id]?.sort { ($1.seconds, $0.connection) < ($0.seconds, $1.connection) }
    }
  }

  /// The longest that is known to happen while an endpoint answers: calls stated in that endpoint, or the only call of
  /// the application.
  func longest(of id: ElementID, answering endpoint: ElementID?) -> Wait? {
    byApplication[id]?.first { wait in
      wait.during.map { $0 == endpoint } ?? (calls[id] == 1)
    }
  }
}
