import DesignModel
import DesignSource

let pathConflict = Rule(
  "API013", "path-conflict", .error,
  what: """
    Finds endpoints of one api whose method and template match the same requests, templates that name a parameter twice, and \
    paths that end with a slash.
    """,
  why:
    "Which of two matching endpoints answers depends on the framework, and a slash at the end is another path to some.",
  silent:
    "For a fixed part beside a parameter (`/users/me` and `/users/{id}`), where the fixed one goes first.",
  fires:
    "application api: service { api a: rest { GET /items/{id} -> string  GET /items/{name} -> string } }",
  passes:
    "application api: service { api a: rest { GET /items/{id} -> string  GET /items/by-name/{name} -> string } }",
  sources: [
    .init("OpenAPI Specification 3.1, §4.8.8 templates of one hierarchy", "2021-02"),
    .init("Spectral, path-params, path-keys-no-trailing-slash", "2024-01"),
  ]
) { review, report in
  for api in review.elements(.api) {
    var known: [String: Element] = [:]
    for id in api.children {
      guard let endpoint = review.model.endpoint(id), endpoint.path.hasPrefix("/") else { continue }
      let element = review.model[id]
      var parameters: [Substring] = []
      var shape = ""
      for part in endpoint.path.split(separator: "/") {
        shape += "/"
        if part.hasPrefix("{") {
          let name = part.dropFirst().prefix { $0 != "}" }
          if parameters.contains(name) {
            report.add(
              .error, on: .element(id), "`\(element.path)` names the parameter `\(name)` twice",
              at: element.nameRange,
              help: ["give each parameter its own name"])
          }
          parameters.append(name)
          shape += "{}"
        } else {
          shape += part
        }
      }
      if endpoint.path.count > 1, endpoint.path.hasSuffix("/") {
        let last = SourceRange(
          file: element.nameRange.file, start: Int(element.nameRange.end) - 1, end: Int(element.nameRange.end)
        )
        report.add(
          .error, on: .element(id), "the path of `\(element.path)` ends with a slash", at: element.nameRange,
          help: ["leave the last slash out"],
          fixIts: review.text(last) == "/" ? [.init("remove the slash", range: last, replacement: "")] : [])
      }
      let key = "\(endpoint.method) \(shape)"
      if let other = known[key], other.name != element.name {
        report.add(
          .error, on: .element(id), "`\(element.path)` matches the same requests as `\(other.name)`",
          at: element.nameRange, related: [.init(other.nameRange, "the other")],
          help: ["give one of them a fixed part, such as `/by-name/{name}`"])
      }
      known[key] = known[key] ?? element
    }
  }
}
