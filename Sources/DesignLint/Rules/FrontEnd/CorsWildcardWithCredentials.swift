import DesignModel

let corsWildcardWithCredentials = Rule(
  "WEB005", "cors-wildcard-with-credentials", .error,
  what: """
    Finds apis that any page may call from a browser with the user's credentials; and as a warning apis that ask who calls \
    and that any page may call.
    """,
  why: "Any page that a signed-in user visits can then act in the user's name and read the answers.",
  silent: "For apis that anybody may use without credentials.",
  fires: "application api: service { api a: rest cors any credentials { GET /x -> string } }",
  passes:
    "application api: service { api a: rest cors \"https://shop.example\" credentials { GET /x -> string } }",
  sources: [
    .init("Fetch Standard, CORS protocol and credentials", "2025-01"),
    .init("OWASP ASVS 5.0.0, 3.4.2", "2025-05"),
  ]
) { review, report in
  for kind in [ElementKind.api, .endpoint] {
    for element in review.elements(kind) {
      guard let cors = element.fact("cors"), cors.words.contains(where: { $0 == "any" || $0 == "*" }) else {
        continue
      }
      if cors.fact("credentials") != nil {
        report.add(
          .error, on: .element(element.id), "any page may call `\(element.path)` with the user's credentials",
          at: cors.range,
          help: ["name the origins: `cors \"https://…\" credentials`"])
      } else if let auth = element.fact("auth") ?? element.parent.flatMap({ review.model[$0].fact("auth") }),
        !auth.isAbsent,
        !review.isPublicOnPurpose(element.id)
      {
        report.add(
          .warning, on: .element(element.id), "any page may call `\(element.path)`, which is not for anybody",
          at: cors.range,
          related: [.init(auth.range, "it asks who calls")], help: ["name the origins: `cors \"https://…\"`"])
      }
    }
  }
}
