import DesignModel

let invalidHttpToken = Rule(
  "API014", "invalid-http-token", .error,
  what: "Finds status codes that are not registered.",
  why: "Clients, proxies and monitoring treat an unknown code by its first digit alone, or not at all.",
  silent: "For classes of codes such as `4xx`, and `default`.",
  fires: "application api: service { api a: rest { GET /x -> 299 string } }",
  passes: "application api: service { api a: rest { GET /x -> 200 string } }",
  sources: [
    .init("IANA, HTTP Status Code Registry", HTTPStatus.asOf),
    .init("RFC 9110, HTTP Semantics, §15", "2022-06"),
  ]
) { review, report in
  for endpoint in review.model.endpoints where endpoint.path.hasPrefix("/") {
    for response in endpoint.responses {
      guard let status = response.status, !HTTPStatus.isKnown(status) else { continue }
      let element = review.model[endpoint.element]
      report.add(
        .error, on: .element(element.id), "`\(element.path)` answers with \(status), which is no HTTP status",
        at: response.range,
        help: ["use one of the registry's, such as 200, 404 or 422"])
    }
  }
}
