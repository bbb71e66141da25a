import DesignModel
import DesignSource

let sloUnreachable = Rule(
  "INF008", "slo-unreachable", .error,
  what: """
    Finds flows and applications of which more availability is wanted than the product of what is stated for everything \
    that they need.
    """,
  why:
    "What depends on several things fails whenever any of them does: no effort in between can make up for that.",
  silent: """
    For what is `optional`, for messages, which wait, and for what states no availability: the product of what is stated is \
    an upper bound already.
    """,
  fires: """
    application api: service slo availability 99.95% { calls bank }
    external application bank: service availability 99.9%
    """,
  passes: """
    application api: service slo availability 99.9% { calls bank }
    external application bank: service availability 99.95%
    """,
  sources: [
    .init("Microsoft Azure Well-Architected Framework, composite service-level objectives", "2024-11"),
    .init("B. Treynor et al., The Calculus of Service Availability, ACM Queue 15(2)", "2017-04"),
  ]
) { review, report in
  let dependencies = StatedDependencies(review)
  guard !dependencies.stated.isEmpty else { return }
  for application in review.elements(.application) {
    guard let wanted = application.wantedAvailability, let slo = application.fact("slo") else { continue }
    check(dependencies.of(application.id), wanted, application, slo, review, &report)
  }
  for flow in review.model.flows {
    let element = review.model[flow.element]
    guard let wanted = element.wantedAvailability, let slo = element.fact("slo") else { continue }
    var needed: [ElementID] = []
    for message in flow.allMessages where message.verb != "publishes" && message.verb != "consumes" {
      for id in [message.source, message.target].compactMap({ $0 }).map({ review.owner($0).id })
      where !needed.contains(id) && !review.model[id].states("optional") {
        needed.append(id)
      }
    }
    check(needed, wanted, element, slo, review, &report)
  }
}

private func check(
  _ needed: [ElementID], _ wanted: Double, _ subject: Element, _ slo: Fact, _ review: Review,
  _ report: inout Report
) {
  let factors = needed.compactMap { id in
    review.model[id].statedAvailability.map { (review.model[id].path, $0) }
  }
  guard !factors.isEmpty else { return }
  let product = factors.reduce(1.0) { $0 * $1.1 / 100 } * 100
  guard product < wanted - 1e-9 else { return }
  let terms = factors.map { "\($0.0) \(Written.percent($0.1, digits: 5))" }.joined(separator: " × ")
  func minutes(_ availability: Double) -> String {
    "\(Written.number((100 - availability) / 100 * 43_200, digits: 1)) min"
  }
  report.add(
    .error, on: .element(subject.id),
    "`\(subject.path)` cannot reach \(Written.percent(wanted, digits: 5)): what it needs reaches \(Written.percent(product, digits: 4)) together",
    at: slo.fact("availability")?.range ?? slo.range,
    notes: [
      "\(terms) = \(Written.percent(product, digits: 4)), \(minutes(product)) of outage in 30 days; wanted are \(minutes(wanted))",
      "failures are taken to be independent; what states no availability is left out, so the real figure is lower",
    ],
    help: [
      "want less, demand more of what is needed, or make it dispensable and say `optional because \"…\"`"
    ])
}

/// For everything that runs, which of the elements that state an availability it waits for and cannot do without.
private struct StatedDependencies {
  /// The elements that state one, in the order of the design.
  let stated: [ElementID]
  private var reached: [ElementID: AttributeSet] = [:]

  init(_ review: Review) {
    let stated = review.model.elements.filter {
      ElementKinds.deployable.contains($0.kind) && $0.statedAvailability != nil
    }.map(\.id)
    self.stated = stated
    guard !stated.isEmpty else { return }
    let dispensable = Set(review.model.elements.filter { $0.states("optional") }.map(\.id))
    let graph = DependencyGraph(review) { connection, _, target in
      connection.isSynchronous && !connection.states("optional") && !dispensable.contains(target)
    }
    var numbers: [ElementID: Int] = [:]
    for (number, id) in stated.enumerated() { numbers[id] = number }
    // What a group leads to comes before it, so that a set is complete when it is asked for.
    for group in graph.components {
      var set = AttributeSet(capacity: stated.count)
      for id in group {
        if let number = numbers[id] { set.insert(number) }
        for next in graph.successors(id) { if let known = reached[next] { set.formUnion(known) } }
      }
      for id in group { reached[id] = set }
    }
  }

  func of(_ id: ElementID) -> [ElementID] {
    guard let set = reached[id] else { return stated.contains(id) ? [id] : [] }
    return set.map { stated[$0] }
  }
}
