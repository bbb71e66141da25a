/// Writes a contract as a design. What the language cannot say is counted, never passed over in silence.
package struct DesignWriter {
  /// What came of a contract.
  package struct Result: Sendable {
    /// The text of the design, in no particular layout.
    package let text: String
    /// What the language cannot say, with how often it was met, in the order in which it was met first.
    package let leftOut: [(what: String, count: Int)]
  }

  let contract: Contract
  let definitions: [String: ContractNode]
  /// What each named shape is called in the design.
  var names: [String: String] = [:]
  /// Names of types that are taken.
  var taken: Set<String> = []
  /// Shapes without a name that need one, still to be written.
  var pending: [(name: String, node: ContractNode)] = []
  private var order: [String] = []
  private var counts: [String: Int] = [:]

  /// The design of a contract, with one application that offers it.
  ///
  /// - Parameters:
  ///   - application: the name of the application, and of the design.
  ///   - api: the name of the api.
  package static func design(_ contract: Contract, application: String, api: String) -> Result {
    var writer = DesignWriter(contract)
    let text = writer.write(application, api)
    return writer.result(text)
  }

  func result(_ text: String) -> Result { Result(text: text, leftOut: order.map { ($0, counts[$0] ?? 0) }) }

  init(_ contract: Contract) {
    self.contract = contract
    definitions = contract.definitions
    for node in contract.root.children(.definition) {
      names[node.key] = unusedName(DesignText.canSay(node.key) ? node.key : "_")
    }
  }

  mutating func leaveOut(_ what: String) {
    if counts[what] == nil { order.append(what) }
    counts[what, default: 0] += 1
  }

  // MARK: The whole

  private mutating func write(_ application: String, _ api: String) -> String {
    let root = contract.root
    let title = root.text(.title) ?? api
    let operations = root.children(.operation)
    let base = basePath(root.children(.server))
    var head = "api \(DesignText.name(api, isClear: true)): rest"
    if let version = root.text(.version) {
      if let word = DesignText.version(version) {
        head += " \(word)"
      } else {
        leaveOut("the version `\(version)`")
      }
    }
    head += " \(DesignText.text(title))"
    if !base.isEmpty { head += " base \(DesignText.text(base))" }
    var lines = ["design \(DesignText.name(application, isClear: true)) \(DesignText.text(title))", ""]
    lines += ["application \(DesignText.name(application, isClear: true)): service {"]
    lines += DesignText.documentation(root.text(.description)) + [head + " {"]
    for operation in operations { lines += self.operation(operation) }
    lines += ["}", "}", ""]
    lines += declarations()
    for thing in [Thing.webhook, .callback] {
      for node in root.children(thing) + operations.flatMap({ $0.children(thing) }) {
        leaveOut("the \(thing.noun) `\(node.key)`")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The named shapes, then those that were given a name.
  mutating func declarations() -> [String] {
    var lines: [String] = []
    for node in contract.root.children(.definition) {
      lines += declaration(names[node.key] ?? node.key, node)
    }
    while !pending.isEmpty {
      let next = pending.removeFirst()
      lines += declaration(next.name, next.node)
    }
    return lines
  }

  /// The path of the first server, which stands before every operation's.
  private mutating func basePath(_ servers: [ContractNode]) -> String {
    for server in servers { leaveOut("the server `\(server.key)`, but for its path") }
    guard let url = servers.first?.key else { return "" }
    let rest = url.range(of: "://").map { url[$0.upperBound...] } ?? url[...]
    guard let slash = rest.firstIndex(of: "/") else { return "" }
    let path = String(rest[slash...]).trimmingSlashes
    return path.contains("{") ? "" : path
  }

  // MARK: Operations

  private mutating func operation(_ node: ContractNode) -> [String] {
    let words = node.key.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return [] }
    let hint = Self.hint(words[0], words[1])
    var out = "\(words[0]) \(path(words[1], node, hint))"
    let arguments = parameters(node, words[1], hint)
    if !arguments.isEmpty { out += " (\(arguments.joined(separator: ", ")))" }
    let answers = node.children.filter { $0.thing == .successStatus || $0.thing == .errorStatus }.map {
      answer($0, hint)
    }
    if !answers.isEmpty { out += " -> " + answers.joined(separator: " | ") }
    if let title = node.text(.title), !title.isEmpty { out += " \(DesignText.text(title))" }
    out += deprecation(node)
    if let tags = node.text(.tags) {
      out +=
        " tags "
        + tags.split(separator: ",").map { DesignText.text(String($0.drop { $0 == " " })) }.joined(
          separator: ", ")
    }
    if let name = node.text(.name) { out += " property \"operationId\" \(DesignText.text(name))" }
    out += authentication(node) + promises(node)
    return DesignText.documentation(node.text(.description)) + [out]
  }

  func deprecation(_ node: ContractNode) -> String {
    guard node.has(.deprecated) else { return "" }
    return " deprecated" + (node.text(.sunset).flatMap { $0.isDay ? " until \($0)" : nil } ?? "")
  }

  private mutating func promises(_ node: ContractNode) -> String {
    var out = ""
    if node.has(.paginated) {
      out += " paginated"
      if let most = node.count(.maxPageSize) { out += " at most \(most)" }
    }
    if node.has(.idempotent) {
      out += " idempotent"
      if let header = node.idempotencyHeader {
        out += " by header \(DesignText.name(header))"
      } else if let key = node.text(.idempotencyKey) {
        out += " by \(DesignText.name(key))"
      }
    }
    if let rate = node.text(.rateLimit) {
      if Rates.perSecond(rate) != nil {
        out += " limit \(rate)"
        if let scope = node.text(.rateLimitScope) { out += " per \(DesignText.name(scope))" }
      } else {
        leaveOut("the limit `\(rate)`")
      }
    }
    return out
  }

  /// The path with the types of its parameters.
  private mutating func path(_ path: String, _ node: ContractNode, _ hint: String) -> String {
    var out = ""
    var rest = path[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      out += rest[..<open] + "{" + DesignText.name(name, isClear: true)
      if let parameter = node.children.first(where: { $0.thing == .parameter && $0.key == "path \(name)" }) {
        out += ": \(parameterType(parameter, hint, name))"
      }
      out += "}"
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private mutating func parameterType(_ node: ContractNode, _ hint: String, _ name: String) -> String {
    if node.has(.description) { leaveOut("`description` of parameters") }
    if node.has(.example) { leaveOut("`example` of parameters") }
    for attribute in [Attribute.style, .explode, .allowReserved, .allowEmptyValue, .deprecated, .sunset]
    where node.has(attribute) {
      leaveOut("`\(attribute.rawValue)` of parameters")
    }
    if node.child(.mediaType) != nil { leaveOut("`content` of parameters") }
    guard let shape = node.child(.body) ?? node.child(.mediaType)?.child(.body) else { return "json" }
    return type(shape, hint + DesignText.capitalized(name))
      + (shape.has(.nullable) && node.has(.required) ? "?" : "")
  }

  private mutating func parameters(_ node: ContractNode, _ path: String, _ hint: String) -> [String] {
    var out: [String] = []
    for parameter in node.children(.parameter) {
      let words = parameter.key.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, ["query", "header", "cookie"].contains(words[0]) else {
        // One that its path does not name is a mistake of the document.
        if words.count == 2, words[0] != "path" || !path.contains("{\(words[1])}") {
          leaveOut("the parameter `\(words[1])` in `\(words[0])`")
        }
        continue
      }
      guard DesignText.canSay(words[1]) else {
        leaveOut("the parameter \(JSONText.quoted(words[1])), which is no name in a design")
        continue
      }
      guard words[0] != "query" || words[1] != "body" else {
        leaveOut("the query parameter `body`, whose name stands for the request's body")
        continue
      }
      let name = parameter.text(.name) ?? words[1]
      var text = words[0] == "query" ? "" : "\(words[0]) "
      text += "\(DesignText.name(name, isClear: true)): \(parameterType(parameter, hint, words[1]))"
      let isOptional = !parameter.has(.required)
      if let value = parameter.child(.body)?.text(.defaultValue) {
        if isOptional, let literal = DesignText.literal(value) {
          out.append("\(text) = \(literal)")
          continue
        }
        leaveOut("`default` of required parameters")
      }
      if isOptional, !text.hasSuffix("?") { text += "?" }
      out.append(text)
    }
    if let body = node.child(.requestBody) {
      if body.has(.description) { leaveOut("`description` of request bodies") }
      var text = "body: " + content(body, hint + "Body")
      if !body.has(.required), !text.hasSuffix("?") { text += "?" }
      out.append(text)
    }
    return out
  }

  private mutating func answer(_ node: ContractNode, _ hint: String) -> String {
    if node.has(.description) { leaveOut("`description` of answers") }
    for header in node.children(.header) { leaveOut("the header `\(header.key)` of answers") }
    let status = node.key == "default" ? node.key : node.key.lowercased()
    guard node.child(.mediaType) != nil else { return status }
    let suffix = status.first == "2" ? "Answer" : "Answer\(DesignText.capitalized(status))"
    let type = content(node, hint + suffix)
    // An answer is of one type; several have a name together.
    guard type.contains(" | "), let shape = preferred(node)?.child(.body) else { return "\(status) \(type)" }
    return "\(status) \(hoisted(hint + suffix, shape))" + (type.hasSuffix("?") ? "?" : "")
  }

  /// The media type that is told: JSON where there is any.
  private func preferred(_ node: ContractNode) -> ContractNode? {
    let all = node.children(.mediaType)
    return all.first { $0.key == "application/json" } ?? all.first { $0.key.contains("json") } ?? all.first
  }

  private mutating func content(_ node: ContractNode, _ hint: String) -> String {
    guard let chosen = preferred(node) else { return "json" }
    for media in node.children(.mediaType) {
      if media.key != chosen.key || !["application/json", "application/octet-stream"].contains(media.key) {
        leaveOut("the media type `\(media.key)`")
      }
      if media.has(.example) { leaveOut("`example` of media types") }
      if media.has(.encoding) { leaveOut("`encoding` of media types") }
    }
    guard let shape = chosen.child(.body) else {
      return chosen.key == "application/octet-stream" ? "binary" : "json"
    }
    return type(shape, hint) + (shape.has(.nullable) ? "?" : "")
  }

  private mutating func authentication(_ node: ContractNode) -> String {
    let schemes = contract.root.children(.securityScheme)
    guard let security = node.child(.security) else { return schemes.isEmpty ? "" : " auth none" }
    let alternatives = security.children.filter { $0.key != "none" }
    if alternatives.count < security.children.count { leaveOut("that authentication is optional") }
    guard let first = alternatives.first else { return " auth none" }
    if alternatives.count > 1 || first.key.contains(" + ") { leaveOut("further ways to authenticate") }
    let key = first.key.split(separator: " + ").first.map(String.init) ?? first.key
    guard let scheme = schemes.first(where: { $0.key == key }) else { return "" }
    if scheme.has(.description) { leaveOut("`description` of security schemes") }
    if scheme.has(.flows) { leaveOut("`flows` of security schemes") }
    if scheme.has(.url) { leaveOut("`openIdConnectUrl` of security schemes") }
    let scopes = first.children.filter { $0.key.hasPrefix("\(key) ") }.map {
      String($0.key.dropFirst(key.count + 1))
    }
    let arguments = scopes.isEmpty ? "" : "(\(DesignText.text(scopes.joined(separator: " "))))"
    switch (scheme.text(.schemeType) ?? "", scheme.text(.schemeName)?.lowercased() ?? "") {
    case ("http", "bearer"):
      return " auth \(scheme.text(.bearerFormat) == "JWT" ? "jwt" : "bearer")\(arguments)"
    case ("http", "basic"), ("http", "digest"), ("http", "negotiate"):
      return " auth \(scheme.text(.schemeName)?.lowercased() ?? "")"
    case ("apiKey", _):
      let name = scheme.text(.name).map { "(\(DesignText.text($0)))" } ?? ""
      return " auth api-key\(name) in \(scheme.text(.location) ?? "header")"
    case ("oauth2", _): return " auth oauth2\(arguments)"
    case ("openIdConnect", _): return " auth oidc\(arguments)"
    case ("mutualTLS", _): return " auth mtls"
    case (let type, let name):
      leaveOut("the security scheme `\(type) \(name)`")
      return ""
    }
  }

  /// `GET /products/{id}/parts` → `GetProductsIdParts`
  private static func hint(_ method: String, _ path: String) -> String {
    let words = path.split { !$0.isLetter && !$0.isNumber }
    return DesignText.capitalized(method.lowercased())
      + words.map { DesignText.capitalized(String($0)) }.joined()
  }
}

extension String {
  fileprivate var trimmingSlashes: String {
    var out = self
    while out.hasSuffix("/") { out.removeLast() }
    return out
  }
}
