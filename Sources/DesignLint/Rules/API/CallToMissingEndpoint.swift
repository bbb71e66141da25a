let callToMissingEndpoint = Rule(
  "API003", "call-to-missing-endpoint", .error,
  what:
    "Finds calls, screens and steps of flows that name a method and path which the application's apis do not have.",
  why:
    "Front end and back end have understood each other differently, and will find out when they are put together.",
  silent: "When only the application or its api is named, and no endpoint.",
  fires:
    "application shop: web { calls api GET /item }\napplication api: service { api a: rest { GET /items -> [string] } }",
  passes:
    "application shop: web { calls api GET /items }\napplication api: service { api a: rest { GET /items -> [string] } }",
  sources: [.init("OpenAPI Specification 3.1, §4.8.8 paths", "2021-02")]
) { review, report in
  for problem in review.problems["API003"] ?? [] {
    report.add(problem, on: review.element(at: problem.range))
  }
}
