import DesignModel
import DesignSource

let chattyScreen = Rule(
  "WEB004", "chatty-screen", .warning,
  what:
    "Finds screens whose calls, one after another, take longer than the screen may: round trips and the times that the endpoints promise.",
  why: "Each call that must wait for another costs a whole round trip, which no faster server makes up for.",
  silent: "When the screen states no budget, or no round-trip time for it.",
  fires: """
    application shop: web {
      screen home {
        budget 200ms rtt 80ms
        uses api GET /me
        uses api GET /cart after GET /me
        uses api GET /items after GET /cart
      }
    }
    application api: service {
      api a: rest { GET /me -> string  GET /cart -> string  GET /items -> string }
    }
    """,
  passes: """
    application shop: web {
      screen home {
        budget 200ms rtt 80ms
        uses api GET /me
        uses api GET /cart
      }
    }
    application api: service { api a: rest { GET /me -> string  GET /cart -> string } }
    """,
  sources: [
    .init(
      "I. Grigorik, High Performance Browser Networking, ch. 1 and 10, latency as the bottleneck", "2013-09")
  ]
) { review, report in
  for screen in review.elements(.screen) {
    guard let budget = screen.fact("budget"), let allowed = budget.seconds else { continue }
    guard let rtt = budget.fact("rtt")?.seconds else {
      report.lacks("budget … rtt …", of: screen.id)
      continue
    }
    let uses = review.uses(of: screen)
    var chain: [Connection] = []
    var longest = 0.0
    for use in uses {
      let candidate = waitingChain(use, uses, review)
      let time = candidate.reduce(0) { $0 + rtt + latency($1, review) }
      if time > longest { (longest, chain) = (time, candidate) }
    }
    guard longest > allowed + 1e-9 else { continue }
    let server = chain.reduce(0) { $0 + latency($1, review) }
    report.add(
      .warning, on: .element(screen.id),
      "`\(screen.path)` needs \(Written.duration(longest)) for \(chain.count) \(chain.count == 1 ? "call" : "calls one after another"), but may take \(Written.duration(allowed))",
      at: budget.range, related: chain.map { .init($0.range, "waits for an answer") },
      notes: [
        "\(chain.count) × \(Written.duration(rtt))\(server > 0 ? " + \(Written.duration(server)) in the servers" : "") = \(Written.duration(longest)) > \(Written.duration(allowed))"
      ],
      help: ["call them at once, or offer one endpoint that answers with all of it"])
  }
}

/// The calls that one must wait for, and itself, first to last.
private func waitingChain(_ use: Connection, _ uses: [Connection], _ review: Review) -> [Connection] {
  var chain = [use]
  while let first = chain.first, let after = first.fact("after")?.word, chain.count <= uses.count {
    guard
      let before = uses.first(where: { other in
        other.endpoint.map { review.model[$0].name == after } ?? false
      }), !chain.contains(where: { $0.range == before.range })
    else { break }
    chain.insert(before, at: 0)
  }
  return chain
}

/// The time that the endpoint promises for 95 of 100 requests, in seconds; 0 when it promises none.
private func latency(_ use: Connection, _ review: Review) -> Double {
  guard let endpoint = use.endpoint else { return 0 }
  let latencies = review.model[endpoint].facts("slo").flatMap { $0.facts("latency") }
  return (latencies.first { $0.word == "p95" } ?? latencies.first)?.seconds ?? 0
}
