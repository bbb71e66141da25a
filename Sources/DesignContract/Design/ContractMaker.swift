package import DesignModel

/// Makes the contract of an api, a topic or queue, or a database from the design.
package struct ContractMaker {
  let model: Model
  /// The declared types that are used, in the order in which they are met, with what they are called.
  var names: [ElementID: String] = [:]
  private var pending: [ElementID] = []

  private init(_ model: Model) { self.model = model }

  /// What can be agreed on.
  package static let kinds = ElementKinds(.api, .topic, .queue, .database)

  /// The contract of an element of these kinds, or of all topics of a broker; nil for any other.
  package static func contract(of id: ElementID, in model: Model) -> Contract? {
    var maker = ContractMaker(model)
    let element = model[id]
    var root = ContractNode(.contract)
    switch element.kind {
    case .api:
      root[.title] = .text(element.title)
      root[.version] = element.version.map(Datum.text)
      root[.description] = element.summary.map(Datum.text)
      root.children = maker.operations(of: element)
    case .topic, .queue: root.children = [maker.topic(element)]
    case .broker:
      root[.title] = .text(element.title)
      root[.description] = element.summary.map(Datum.text)
      root.children = element.children.map { model[$0] }.filter { [.topic, .queue].contains($0.kind) }.map {
        maker.topic($0)
      }
    case .database: root.children = maker.publishedTables(of: element)
    default: return nil
    }
    root.children += maker.definitions()
    return Contract(root: root)
  }

  /// The shape of a type of the design, and a contract of the named shapes that it refers to.
  package static func shape(of type: DataType, in model: Model) -> (shape: ContractNode, contract: Contract) {
    var maker = ContractMaker(model)
    let shape = maker.schema(type, .body)
    return (shape, Contract(root: ContractNode(.contract, "", [:], maker.definitions())))
  }

  /// The same of a declared type.
  package static func shape(declared id: ElementID, in model: Model) -> (
    shape: ContractNode, contract: Contract
  ) {
    var maker = ContractMaker(model)
    let shape = ContractNode(.body, "", [.reference: .text(maker.name(of: id))])
    return (shape, Contract(root: ContractNode(.contract, "", [:], maker.definitions())))
  }

  // MARK: Apis

  private mutating func operations(of api: Element) -> [ContractNode] {
    var out: [ContractNode] = []
    var schemes: [String: ContractNode] = [:]
    for child in api.children {
      guard let endpoint = model.endpoint(child) else { continue }
      let element = model[child]
      if endpoint.method == "receives" || endpoint.method == "sends" {
        out.append(message(endpoint, element))
        continue
      }
      var node = ContractNode(.operation, Self.key(of: endpoint, in: api))
      node[.title] = element.label.map(Datum.text)
      node[.description] = element.summary.map(Datum.text)
      node[.name] = element.facts("property").first { $0.words.first == "operationId" }?.words.last.map(
        Datum.text)
      let tags = element.fact("tags")?.words ?? []
      if !tags.isEmpty { node[.tags] = .text(tags.joined(separator: ", ")) }
      deprecation(of: [element, api], &node)
      promises(of: endpoint, element, api, &node)
      node.children = parameters(of: endpoint) + answers(of: endpoint)
      if let fact = element.fact("auth") ?? api.fact("auth"), let scheme = Self.securityScheme(fact) {
        schemes[scheme.key] = scheme
        node.children.append(Self.security(fact, scheme.key))
      }
      out.append(node)
    }
    return schemes.keys.sorted().compactMap { schemes[$0] } + out
  }

  /// The name of the part of a contract that an endpoint is.
  package static func key(of endpoint: Endpoint, in api: Element) -> String {
    guard HTTPMethod.all.contains(endpoint.method) else { return "\(endpoint.method) \(endpoint.path)" }
    let base = api.fact("base")?.word ?? ""
    let path =
      base.hasSuffix("/") && endpoint.path.hasPrefix("/")
      ? String(base.dropLast()) + endpoint.path : base + endpoint.path
    return "\(endpoint.method) \(path)"
  }

  /// A message of a websocket api.
  private mutating func message(_ endpoint: Endpoint, _ element: Element) -> ContractNode {
    let flow: Direction = endpoint.method == "sends" ? .published : .consumed
    var node = ContractNode(.topic, "\(endpoint.method) \(element.name)", [.flow: .text(flow.rawValue)])
    node[.description] = (element.label ?? element.summary).map(Datum.text)
    deprecation(of: [element], &node)
    let type = endpoint.parameters.first?.type ?? endpoint.responses.first?.type
    node.children = type.map { [body($0)] } ?? []
    return node
  }

  private mutating func parameters(of endpoint: Endpoint) -> [ContractNode] {
    var out: [ContractNode] = []
    for parameter in endpoint.parameters {
      guard parameter.place != .body else {
        var part = ContractNode(.requestBody)
        if !(parameter.type?.isOptional ?? false) { part[.required] = .flag }
        if let type = parameter.type { part.children = [content(type.unwrapped)] }
        out.append(part)
        continue
      }
      let name = parameter.place == .header ? parameter.name.lowercased() : parameter.name
      var part = ContractNode(.parameter, "\(parameter.place.rawValue) \(name)")
      if name != parameter.name { part[.name] = .text(parameter.name) }
      let isOptional = parameter.defaultValue != nil || parameter.type?.isOptional ?? false
      if parameter.place == .path || !isOptional { part[.required] = .flag }
      if let type = parameter.type {
        var shape = schema(type.unwrapped, .body)
        shape[.defaultValue] = parameter.defaultValue.map { .text(Self.json($0, shape)) }
        part.children = [shape]
      }
      out.append(part)
    }
    return out
  }

  private mutating func answers(of endpoint: Endpoint) -> [ContractNode] {
    endpoint.responses.map { response in
      let status = (response.status ?? "200").uppercased()
      let code = status == "DEFAULT" ? "default" : status
      let isError = code.hasPrefix("4") || code.hasPrefix("5")
      let parts = response.type.map { [content($0)] } ?? []
      return ContractNode(isError ? .errorStatus : .successStatus, code, [:], parts)
    }
  }

  private mutating func content(_ type: DataType) -> ContractNode {
    // Bytes are sent as they are.
    let isBinary = type.name.map { $0.target == nil && $0.name == "binary" } ?? false
    return ContractNode(
      .mediaType, isBinary ? "application/octet-stream" : "application/json", [:], [body(type)])
  }

  mutating func body(_ type: DataType) -> ContractNode { schema(type, .body) }

  /// The last day is that of the endpoint, or of its api.
  private func deprecation(of elements: [Element], _ node: inout ContractNode) {
    guard let fact = elements.lazy.compactMap({ $0.fact("deprecated") }).first, !fact.isAbsent else { return }
    node[.deprecated] = .flag
    if case .quantity(_, let written)? = fact.fact("until")?.values.first { node[.sunset] = .text(written) }
  }

  /// What callers may rely on beyond the data; what an endpoint says goes before what its api says.
  private func promises(
    of endpoint: Endpoint, _ element: Element, _ api: Element, _ node: inout ContractNode
  ) {
    func fact(_ key: String) -> Fact? {
      let fact = element.fact(key) ?? api.fact(key)
      return fact.map { $0.isAbsent ? nil : $0 } ?? nil
    }
    if let paginated = fact("paginated") {
      node[.paginated] = .flag
      if case .count(let most)? = paginated.quantity { node[.maxPageSize] = .number(Number(most)) }
    }
    if let idempotent = fact("idempotent") {
      node[.idempotent] = .flag
      // A field of the request, or a parameter; whatever else it is called stands in a header.
      let body = endpoint.parameters.first { $0.place == .body }?.type?.unwrapped.name?.target
      let names = (body.flatMap { model.fields[$0] } ?? []).map(\.name) + endpoint.parameters.map(\.name)
      node[.idempotencyKey] = idempotent.words.last.map { .text(names.contains($0) ? $0 : "header \($0)") }
    }
    if let limit = fact("limit"), let rate = limit.word {
      node[.rateLimit] = .text(rate)
      node[.rateLimitScope] = limit.fact("per")?.word.map(Datum.text)
    }
  }

  private static func securityScheme(_ fact: Fact) -> ContractNode? {
    guard !fact.isAbsent, let word = fact.word, word != "none" else { return nil }
    var node = ContractNode(.securityScheme, word)
    switch word {
    case "bearer", "jwt":
      node[.schemeType] = .text("http")
      node[.schemeName] = .text("bearer")
      if word == "jwt" { node[.bearerFormat] = .text("JWT") }
    case "basic", "digest", "negotiate":
      node[.schemeType] = .text("http")
      node[.schemeName] = .text(word)
    case "api-key", "session":
      let place = fact.fact("in")?.word ?? (word == "session" ? "cookie" : "header")
      node[.schemeType] = .text("apiKey")
      node[.location] = .text(place)
      node[.name] = fact.arguments.first.map { .text($0.value) }
    case "mtls": node[.schemeType] = .text("mutualTLS")
    case "oauth2": node[.schemeType] = .text(word)
    case "oidc": node[.schemeType] = .text("openIdConnect")
    default:
      // What OpenAPI has no type for is a scheme of HTTP.
      node[.schemeType] = .text("http")
      node[.schemeName] = .text(word)
    }
    return node
  }

  private static func security(_ fact: Fact, _ scheme: String) -> ContractNode {
    let hasScopes = !["api-key", "session"].contains(scheme)
    let scopes = (hasScopes ? fact.arguments : []).filter { $0.name == nil || $0.name == "scopes" }.flatMap {
      argument in
      argument.value.split { $0 == " " || $0 == "," }.map { ContractNode(.scope, "\(scheme) \($0)") }
    }
    return ContractNode(.security, "", [:], [ContractNode(.securityAlternative, scheme, [:], scopes)])
  }

  // MARK: Topics

  private mutating func topic(_ element: Element) -> ContractNode {
    var node = ContractNode(.topic, element.name)
    node[.description] = (element.label ?? element.summary).map(Datum.text)
    node[.partitionKey] = element.fact("key")?.word.map(Datum.text)
    node[.flow] = .text(flow(of: element).rawValue)
    deprecation(of: [element], &node)
    node.children = model.payloads[element.id].map { [body($0)] } ?? []
    return node
  }

  /// Whoever answers for a topic publishes to it, or, when it takes commands, listens to it.
  private func flow(of topic: Element) -> Direction {
    guard let owner = topic.fact("owned by")?.references.first else { return .published }
    let uses = model.connections.filter { $0.target == topic.id && isWithin($0.source, owner) }
    let publishes = uses.contains { $0.verb == .publishes || $0.verb == .writes }
    return uses.contains { $0.verb == .consumes || $0.verb == .reads } && !publishes ? .consumed : .published
  }

  func isWithin(_ id: ElementID, _ outer: ElementID) -> Bool {
    model.ancestry(id).contains { $0.id == outer }
  }

  // MARK: Shapes

  /// The name of a declared type in the contract: its own, or with those around it when another has it already.
  mutating func name(of id: ElementID) -> String {
    if let known = names[id] { return known }
    let element = model[id]
    let name = names.values.contains(element.name) ? element.path : element.name
    names[id] = name
    pending.append(id)
    return name
  }

  private mutating func definitions() -> [ContractNode] {
    var out: [ContractNode] = []
    while !pending.isEmpty {
      let id = pending.removeFirst()
      var node = definition(of: model[id])
      node.key = names[id] ?? node.key
      out.append(node)
    }
    return out
  }
}

/// The methods of HTTP that endpoints begin with.
enum HTTPMethod {
  static let all: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
}
