import DesignModel

let testKindMissing = Rule(
  "OPS007", "test-kind-missing", .error,
  what: """
    Finds flows whose performance test runs at less than their peak, which is an error; and from the stage `agreed` on flows \
    with people in them that state no end-to-end test.
    """,
  why: "A test at less than the peak says nothing about the peak.",
  silent: "When no load is stated of the test or of the flow; in a sketch for tests that are not stated.",
  fires:
    "person p\napplication shop: web\nflow buying { traffic 300 rps peak 1200 rps  tested by performance at 500 rps  p -> shop }",
  passes:
    "person p\napplication shop: web\nflow buying { traffic 300 rps peak 1200 rps  tested by performance, e2e at 1200 rps  p -> shop }",
  sources: [
    .init("J. Humble and D. Farley, Continuous Delivery, ch. 9 testing nonfunctional requirements", "2010-07")
  ]
) { review, report in
  for flow in review.model.flows {
    let element = review.model[flow.element]
    let tests = element.facts("tested by")
    if let peak = element.fact("traffic")?.peakRate {
      for test in tests {
        guard let at = test.fact("at"), let load = at.perSecond, load < peak * (1 - 1e-9) else { continue }
        report.add(
          .error, on: .element(element.id),
          "`\(element.path)` is tested at \(Written.number(load)) requests/s, but its peak is \(Written.number(peak))",
          at: at.range,
          related: (element.fact("traffic")?.range).map { [.init($0, "the peak")] } ?? [],
          help: ["test it at \(Written.number(peak)) rps or more"],
          fixIts: [.write("at \(Int(peak.rounded(.up))) rps", at: at.range)])
      }
    }
    let people = flow.allMessages.contains { message in
      [message.source, message.target].contains { $0.map { review.model[$0].kind == .person } ?? false }
    }
    guard people, !tests.flatMap(\.words).contains("e2e") else { continue }
    guard review.options.stage >= .agreed else {
      report.lacks("tested by …", of: element.id)
      continue
    }
    report.add(
      .warning, on: .element(element.id),
      "no end-to-end test is stated for `\(element.path)`, in which people take part", at: element.nameRange,
      help: ["write `tested by e2e`"])
  }
}
