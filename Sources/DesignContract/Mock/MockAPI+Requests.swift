/// Holds requests against what was agreed.
extension MockAPI {
  // MARK: Who asks

  func checkAuthentication(_ request: MockRequest, _ operation: ContractNode) throws(MockProblem) {
    guard let security = operation.child(.security) else { return }
    let alternatives = security.children.map { $0.key.split(separator: " + ").map(String.init) }
    guard !alternatives.contains(where: { $0.allSatisfy { bears(request, $0) } }) else { return }
    let names = security.children.map { "`\($0.key)`" }.joined(separator: " or ")
    var challenges: [String] = []
    for alternative in security.children {
      for scheme in alternative.key.split(separator: " + ") {
        let challenge = challenge(String(scheme), alternative)
        if !challenges.contains(challenge) { challenges.append(challenge) }
      }
    }
    throw MockProblem(
      401, "the request says not who asks: \(names) is agreed on",
      headers: challenges.map { ("WWW-Authenticate", $0) })
  }

  /// Whether a request bears what a scheme asks for, whatever its value. What lies below HTTP is taken as given.
  private func bears(_ request: MockRequest, _ name: String) -> Bool {
    guard name != "none", let scheme = schemes[name] else { return true }
    switch scheme.text(.schemeType) ?? "http" {
    case "mutualTLS", "mtls": return true
    case "apiKey":
      let key = scheme.apiKeyName
      switch scheme.text(.location) ?? "header" {
      case "query": return request.parameters.contains { $0.name == key && !$0.value.isEmpty }
      case "cookie": return request.cookies.contains { $0.name == key && !$0.value.isEmpty }
      default: return !(request.header(key.lowercased()) ?? "").isEmpty
      }
    default:
      let words = (request.header("authorization") ?? "").split(separator: " ", maxSplits: 1)
      return words.count == 2 && words[0].lowercased() == scheme.authenticationScheme.lowercased()
    }
  }

  /// RFC 9110, section 11.6.1; RFC 6750, section 3, for the scopes.
  private func challenge(_ name: String, _ alternative: ContractNode) -> String {
    let scheme = schemes[name]
    var out = "\(scheme?.authenticationScheme ?? "Bearer") realm=\"\(self.name)\""
    let scopes = alternative.children.filter { $0.key.hasPrefix("\(name) ") }.map {
      String($0.key.dropFirst(name.count + 1))
    }
    if !scopes.isEmpty { out += ", scope=\"\(scopes.joined(separator: " "))\"" }
    return out
  }

  // MARK: What is asked

  func check(_ request: MockRequest, _ path: [String: String], _ operation: ContractNode) throws(MockProblem)
  {
    var parts: [MockProblem.Part] = []
    for parameter in operation.children(.parameter) { parts += misfits(parameter, request, path) }
    parts += MockPage.misfits(request, operation)
    try checkMediaType(request, operation)
    parts += try bodyMisfits(request, operation)
    guard !parts.isEmpty else { return }
    let more = parts.count > 5 ? "; and \(parts.count - 5) more" : ""
    let sentence = parts.prefix(5).map(\.sentence).joined(separator: "; ") + more
    throw MockProblem(400, sentence, parts: Array(parts.prefix(20)))
  }

  private func misfits(_ parameter: ContractNode, _ request: MockRequest, _ path: [String: String])
    -> [MockProblem.Part]
  {
    let words = parameter.key.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return [] }
    let (place, name) = (words[0], words[1])
    func part(_ reason: String) -> [MockProblem.Part] {
      [MockProblem.Part(place: place, name: parameter.text(.name) ?? name, reason: reason)]
    }
    let sent: [String] =
      switch place {
      case "path": path[name].map { [$0] } ?? []
      case "query": request.parameters.filter { $0.name == name || $0.name == "\(name)[]" }.map(\.value)
      case "cookie": request.cookies.filter { $0.name == name }.map(\.value)
      default: request.header(name).map { [$0] } ?? []
      }
    guard let shape = parameter.child(.body) else { return [] }
    let whole = definitions.merged(definitions.resolved(shape).node)
    guard !sent.isEmpty else {
      // The names of an object's properties may stand for its own.
      let isObject = whole.text(.type) == "object"
      return parameter.has(.required) && !isObject ? part("is missing") : []
    }
    if sent == [""], parameter.has(.allowEmptyValue) { return [] }
    let types = (whole.text(.type) ?? "").split(separator: " ")
    if sent.count > 1, !types.isEmpty, !types.contains("array"), !types.contains("object") {
      return part("is there more than once")
    }
    guard let value = ParameterText.value(sent, whole, parameter, definitions) else { return [] }
    var check = ValueCheck(definitions, direction: .request)
    return check.misfits(value, shape).first { $0.kind != .undeclared }.map { part($0.message) } ?? []
  }

  private func checkMediaType(_ request: MockRequest, _ operation: ContractNode) throws(MockProblem) {
    let agreed = operation.child(.requestBody)?.children(.mediaType).map(\.key) ?? []
    guard !agreed.isEmpty, !request.body.isEmpty, let sent = request.mediaType else { return }
    guard agreed.contains(where: { Self.admits($0, sent) }) else {
      throw MockProblem(
        415, "`\(sent)` is not agreed on; \(agreed.map { "`\($0)`" }.joined(separator: " or ")) is",
        headers: [("Accept", agreed.joined(separator: ", "))])
    }
  }

  /// Whether a media type is one of a range, as `image/*`.
  private static func admits(_ range: String, _ type: String) -> Bool {
    let range = range.split(separator: ";").first.map(String.init) ?? range
    return range == type || range == "*/*" || range.hasSuffix("/*") && type.hasPrefix(range.dropLast())
  }

  private func bodyMisfits(_ request: MockRequest, _ operation: ContractNode) throws(MockProblem)
    -> [MockProblem.Part]
  {
    guard let body = operation.child(.requestBody) else { return [] }
    func part(_ pointer: String, _ reason: String) -> MockProblem.Part {
      MockProblem.Part(place: "body", name: pointer, reason: reason)
    }
    guard !request.body.isEmpty else { return body.has(.required) ? [part("", "is missing")] : [] }
    let agreed = body.children(.mediaType)
    let media = agreed.first { $0.key == request.mediaType } ?? agreed.first
    // Only JSON can be looked into.
    guard let media, media.key.contains("json"), let shape = media.child(.body) else { return [] }
    do {
      let value = try JSONReader.read(request.body)
      var check = ValueCheck(definitions, direction: .request)
      return check.misfits(value, shape).filter { $0.kind != .undeclared }.map {
        part($0.pointer, $0.message)
      }
    } catch {
      return [part("", "is no JSON: \(error.reason)")]
    }
  }
}

/// What parameters say, which are sent as texts.
enum ParameterText {
  /// The value that texts stand for; nil where the type says not how it is written.
  static func value(
    _ texts: [String], _ shape: ContractNode, _ parameter: ContractNode, _ definitions: [String: ContractNode]
  ) -> Document? {
    let types = Set((shape.text(.type) ?? "").split(separator: " ").map(String.init))
    if types.contains("array") {
      // OpenAPI 3.1.1, section 4.8.12.2: one after the other, or between separators.
      let separator: Character =
        switch parameter.text(.style) {
        case "spaceDelimited": " "
        case "pipeDelimited": "|"
        default: ","
        }
      let isSplit = parameter.key.hasPrefix("query ") == false || parameter.text(.explode) == "false"
      let words = isSplit ? texts.flatMap { $0.split(separator: separator).map(String.init) } : texts
      let item = definitions.merged(definitions.resolved(shape.child(.items) ?? ContractNode(.items)).node)
      return Document.list(words.map { one($0, item) })
    }
    guard !types.contains("object"), texts.count == 1, let text = texts.first else { return nil }
    return one(text, shape)
  }

  private static func one(_ text: String, _ shape: ContractNode) -> Document {
    let types = Set((shape.text(.type) ?? "string").split(separator: " ").map(String.init))
    if !types.isDisjoint(with: ["integer", "number"]), let number = Number(text) {
      return Document(.number(number, written: text))
    }
    if types.contains("boolean"), text == "true" || text == "false" { return Document(.bool(text == "true")) }
    if shape.has(.nullable), text == "null" { return Document(.null) }
    return Document.text(text)
  }
}

extension ContractNode {
  /// Of a security scheme, the word before the credentials.
  var authenticationScheme: String {
    switch text(.schemeType) ?? "http" {
    case "http":
      (text(.schemeName) ?? "bearer").prefix(1).uppercased() + (text(.schemeName) ?? "bearer").dropFirst()
    case "apiKey": "ApiKey"
    default: "Bearer"
    }
  }

  /// Of a security scheme, the name of the header, cookie or query parameter with the key.
  var apiKeyName: String { text(.name) ?? (text(.location) == "cookie" ? "session" : "X-API-Key") }
}
