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
  for (index, connection, target) in review.resolvedConnections where connection.isSynchronous {
    guard let fact = connection.fact("timeout"), let budget = fact.seconds else { continue }
    let callee = review.owner(target)
    guard callee.kind == .application, callee.id != review.owner(connection.source).id else { continue }
    let outgoing = Array(review.connections(review.outgoing[callee.id]).filter(\.connection.isSynchronous))
    for (_, inner) in outgoing {
      guard inner.during.map({ $0 == connection.endpoint }) ?? (outgoing.count == 1) else { continue }
      guard let innerFact = inner.fact("timeout"), let once = innerFact.seconds,
        let innerTarget = inner.target
      else { continue }
      let attempts = 1 + (inner.fact("retries")?.count ?? 0)
      let longest = once * Double(attempts)
      guard budget <= longest else { continue }
      report.add(
        .error, on: .connection(index),
        "`\(review.owner(connection.source).path)` gives up on `\(callee.path)` after \(Written.duration(budget)), which itself waits up to \(Written.duration(longest)) for `\(review.owner(innerTarget).path)`",
        at: fact.range,
        related: [
          .init(
            innerFact.range,
            attempts > 1 ? "\(Written.duration(once)) × \(attempts) attempts" : "waits this long")
        ],
        notes: [
          "\(Written.duration(budget)) ≤ \(Written.duration(once)) × \(attempts) = \(Written.duration(longest))"
        ],
        help: ["give the outer call more time, or the inner one less time or fewer attempts"])
    }
  }
}
