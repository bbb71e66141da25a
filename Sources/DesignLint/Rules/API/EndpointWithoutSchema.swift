import DesignModel

let endpointWithoutSchema = Rule(
  "API005", "endpoint-without-schema", .error,
  what: """
    Finds endpoints that do not say what they answer with, or what body they take. An error in agreed apis, a warning from \
    the stage `agreed` on.
    """,
  why: "Both sides can only build at the same time when they know what goes over the line.",
  silent: "In earlier stages; for answers without a body (204, 3xx) and deletions.",
  fires: "application api: service { api a: rest agreed 2026-10-01 by \"A\", \"B\" { GET /x } }",
  passes: "application api: service { api a: rest agreed 2026-10-01 by \"A\", \"B\" { GET /x -> string } }",
  sources: [.init("OpenAPI Specification 3.1, §4.8.10 operation", "2021-02")]
) { review, report in
  for endpoint in review.model.endpoints where endpoint.path.hasPrefix("/") {
    let element = review.model[endpoint.element]
    let isAgreed = review.model[endpoint.api].fact("agreed") != nil
    guard !element.isExternal, isAgreed || review.options.stage >= .agreed else { continue }
    var missing: [String] = []
    if endpoint.responses.isEmpty, endpoint.method != "DELETE", endpoint.method != "HEAD",
      endpoint.method != "OPTIONS"
    {
      missing.append("what it answers with")
    }
    if ["POST", "PUT", "PATCH"].contains(endpoint.method),
      endpoint.parameters.allSatisfy({ $0.place == .path })
    {
      missing.append("what body it takes")
    }
    guard !missing.isEmpty else { continue }
    report.add(
      isAgreed ? .error : .warning, on: .element(element.id),
      "`\(element.path)` does not say \(missing.joinedWithAnd)",
      at: element.nameRange, help: ["write `\(element.name) (body: …) -> …`"])
  }
}
