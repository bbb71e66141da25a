import DesignModel

let errorResponsesUndefined = Rule(
  "API006", "error-responses-undefined", .warning,
  what:
    "Finds endpoints, from the stage `agreed` on and in agreed apis, that take input but define no answer for wrong input.",
  why: "A front end that does not know what errors look like shows none, or the wrong ones.",
  silent: "In earlier stages; for endpoints that take nothing; and where `default` or `4xx` is defined.",
  fires: """
    application api: service {
      api a: rest agreed 2026-10-01 by "A", "B" { GET /x/{id: int} -> string }
    }
    """,
  passes: """
    type Problem { title: string }
    application api: service {
      api a: rest agreed 2026-10-01 by "A", "B" { GET /x/{id: int} -> string | 404 Problem }
    }
    """,
  sources: [
    .init("RFC 9457, Problem Details for HTTP APIs", "2023-07"),
    .init("Spectral OWASP ruleset, define-error-responses-401, -429, -500", "2024-01"),
  ]
) { review, report in
  for endpoint in review.model.endpoints where endpoint.path.hasPrefix("/") && !endpoint.responses.isEmpty {
    let element = review.model[endpoint.element]
    let isAgreed = review.model[endpoint.api].fact("agreed") != nil
    guard !element.isExternal, isAgreed || review.options.stage >= .agreed, !endpoint.parameters.isEmpty
    else { continue }
    let statuses = endpoint.responses.compactMap(\.status)
    guard !statuses.contains(where: { $0.hasPrefix("4") || $0 == "default" }) else { continue }
    report.add(
      .warning, on: .element(element.id), "`\(element.path)` defines no answer for wrong input",
      at: element.nameRange,
      help: ["add the errors it may answer with: `| 404 Problem | 422 Problem`, or `| default Problem`"])
  }
}
