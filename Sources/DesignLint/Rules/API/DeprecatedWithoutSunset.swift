import DesignModel

let deprecatedWithoutSunset = Rule(
  "API012", "deprecated-without-sunset", .error,
  what: """
    Finds apis and endpoints that will go away without a day or a replacement, and as an error those whose day has passed \
    while somebody still calls them.
    """,
  why: "Callers do not move while they are not told until when and to what.",
  silent: "When a day or a replacement is stated; whether the day has passed is only known when today is.",
  fires: "application api: service { api a: rest { GET /x -> string deprecated } }",
  passes: """
    application api: service {
      api a: rest {
        GET /x -> string deprecated until 2099-01-01 replaced by GET /y
        GET /y -> string
      }
    }
    """,
  sources: [
    .init("RFC 8594, The Sunset HTTP Header Field", "2019-05"),
    .init("RFC 9745, The Deprecation HTTP Response Header Field", "2025-03"),
  ]
) { review, report in
  for kind in [ElementKind.api, .endpoint] {
    for element in review.elements(kind) where !element.isExternal {
      guard let fact = element.fact("deprecated"), !fact.isAbsent else { continue }
      let until = fact.fact("until")
      if until == nil, fact.fact("replaced by") == nil {
        report.add(
          .warning, on: .element(element.id),
          "`\(element.path)` will go away, but not when, nor what to use then", at: fact.range,
          help: ["write `deprecated until DATE replaced by …`"])
      }
      guard let day = CalendarDay(until?.quantity), let today = review.options.today, day < today else {
        continue
      }
      let ids = kind == .api ? [element.id] + element.children : [element.id]
      let callers = ids.flatMap { review.reaching[$0] ?? [] }.map { review.model.connections[$0] }
      guard let caller = callers.first else { continue }
      report.add(
        .error, on: .element(element.id),
        "`\(element.path)` was to go away on \(day), but `\(review.owner(caller.source).path)` still calls it",
        at: until?.range ?? fact.range, related: [.init(caller.range, "still called")],
        help: ["move the callers, or state a later day"])
    }
  }
}
