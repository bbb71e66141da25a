import DesignSource

/// Paths, operations, parameters, bodies and answers.
extension OpenAPIReader {
  /// The methods of a path item (OpenAPI 3.1.1, section 4.8.9), in the order in which they are usually told.
  package static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

  mutating func operations(_ thing: Thing, _ path: String, _ node: Document) -> [ContractNode] {
    guard let item = followed(node) else { return [] }
    leaveOutOthers(
      of: item, than: Set(Self.methods + ["parameters", "summary", "description"]), in: "`\(path)`")
    let shared = item["parameters"]?.items ?? []
    return item.entries.filter { Self.methods.contains($0.key) }.map { entry in
      operation(thing, "\(entry.key.uppercased()) \(path)", entry.value, shared)
    }
  }

  private static let operationKeys = Set([
    "operationId", "summary", "description", "tags", "deprecated", "x-sunset", "parameters", "requestBody",
    "responses",
    "security", "callbacks",
  ]).union(Attribute.promises.map(\.extensionKey))

  private mutating func operation(_ thing: Thing, _ key: String, _ node: Document, _ shared: [Document])
    -> ContractNode
  {
    var out = ContractNode(thing, key)
    out[.name] = node["operationId"]?.word.map(Datum.text)
    out[.title] = node["summary"]?.text.map(Datum.text)
    out[.description] = node["description"]?.text.map(Datum.text)
    let tags = node["tags"]?.items.compactMap(\.word) ?? []
    if !tags.isEmpty { out[.tags] = .text(tags.joined(separator: ", ")) }
    deprecation(of: node, &out)
    if thing == .operation { promises(of: node, &out) }
    leaveOutOthers(of: node, than: Self.operationKeys, in: "`\(key)`")

    var parameters: [ContractNode] = []
    for item in shared + (node["parameters"]?.items ?? []) {
      guard let whole = followed(item), whole[Attribute.idempotencyKey.extensionKey]?.bool != true,
        let read = parameter(whole)
      else { continue }
      // An operation's own parameter replaces that of its path.
      if let index = parameters.firstIndex(where: { $0.key == read.key }) {
        parameters[index] = read
      } else {
        parameters.append(read)
      }
    }
    out.children = parameters
    if let body = node["requestBody"].flatMap({ followed($0) }) {
      var part = ContractNode(.requestBody)
      part[.description] = body["description"]?.text.map(Datum.text)
      if body["required"]?.bool ?? false { part[.required] = .flag }
      part.children = content(body["content"])
      leaveOutOthers(of: body, than: ["description", "required", "content"], in: "a request body")
      out.children.append(part)
    }
    for entry in node["responses"]?.entries ?? [] where !entry.key.hasPrefix("x-") {
      guard Self.isStatus(entry.key) else {
        leaveOut("the answer `\(entry.key)`, which is no status", at: entry)
        continue
      }
      if let answer = followed(entry.value) { out.children.append(response(entry.key, answer)) }
    }
    if thing != .webhook, let security = security(node["security"] ?? root["security"]) {
      out.children.append(security)
    }
    if thing != .callback {
      for callback in node["callbacks"]?.entries ?? [] {
        for entry in followed(callback.value)?.entries ?? [] where !entry.key.hasPrefix("x-") {
          out.children += operations(.callback, "\(callback.key) \(entry.key)", entry.value)
        }
      }
    } else {
      for entry in node["callbacks"]?.entries ?? [] {
        leaveOut("the callback `\(entry.key)` of a callback", at: entry)
      }
    }
    return out
  }

  /// A status, a class of them, or what stands for all others (OpenAPI 3.1.1, section 4.8.16).
  private static func isStatus(_ key: String) -> Bool {
    let key = key.uppercased()
    guard key != "DEFAULT" else { return true }
    let isKnown = key.first.map { ("1"..."5").contains(String($0)) } ?? false
    return isKnown && key.count == 3 && (key.hasSuffix("XX") || key.allSatisfy { $0.isASCII && $0.isNumber })
  }

  mutating func deprecation(of node: Document, _ out: inout ContractNode) {
    if node["deprecated"]?.bool ?? false { out[.deprecated] = .flag }
    if let sunset = node["x-sunset"]?.word {
      let day = String(sunset.prefix(10))
      out[.sunset] = .text(day.isDay ? day : sunset)
    }
  }

  private mutating func promises(of node: Document, _ out: inout ContractNode) {
    for attribute in Attribute.promises {
      out[attribute] = node[attribute.extensionKey].flatMap { Self.promise(attribute, $0) }
    }
  }

  private static func promise(_ attribute: Attribute, _ value: Document) -> Datum? {
    switch attribute.order {
    case .flag: value.bool == true ? .flag : nil
    case .number: value.number.map(Datum.number)
    default: value.word.map(Datum.text)
    }
  }

  private static let parameterKeys: Set<String> = [
    "name", "in", "description", "required", "deprecated", "x-sunset", "allowEmptyValue", "style", "explode",
    "allowReserved", "schema", "content", "example",
  ]

  private mutating func parameter(_ node: Document) -> ContractNode? {
    guard let name = node["name"]?.word, let place = node["in"]?.text else {
      error("a parameter needs `name` and `in`", at: node)
      return nil
    }
    // The names of headers are the same in capitals (RFC 9110, section 5.1).
    var out = ContractNode(.parameter, "\(place) \(place == "header" ? name.lowercased() : name)")
    if place == "header", name != name.lowercased() { out[.name] = .text(name) }
    out[.description] = node["description"]?.text.map(Datum.text)
    if node["required"]?.bool ?? false || place == "path" { out[.required] = .flag }
    deprecation(of: node, &out)
    if node["allowEmptyValue"]?.bool ?? false { out[.allowEmptyValue] = .flag }
    if node["allowReserved"]?.bool ?? false { out[.allowReserved] = .flag }
    // Defaults by place: OpenAPI 3.1.1, section 4.8.12.
    let usual = place == "query" || place == "cookie" ? "form" : "simple"
    let style = node["style"]?.text ?? usual
    if style != usual { out[.style] = .text(style) }
    if let explode = node["explode"]?.bool, explode != (style == "form") {
      out[.explode] = .text("\(explode)")
    }
    if let example = node["example"] { out[.example] = .text(example.json) }
    leaveOutOthers(of: node, than: Self.parameterKeys, in: "the parameter `\(name)`")
    if let shape = node["schema"] { out.children.append(schema(shape, .body, "")) }
    out.children += content(node["content"])
    return out
  }

  private mutating func response(_ status: String, _ node: Document) -> ContractNode {
    let code = status.uppercased() == "DEFAULT" ? "default" : status.uppercased()
    let isError = code.hasPrefix("4") || code.hasPrefix("5")
    var out = ContractNode(isError ? .errorStatus : .successStatus, code)
    out[.description] = node["description"]?.text.flatMap { $0.isEmpty ? nil : .text($0) }
    for entry in node["headers"]?.entries ?? [] {
      guard let header = followed(entry.value) else { continue }
      var part = ContractNode(.header, entry.key.lowercased())
      part[.description] = header["description"]?.text.map(Datum.text)
      if header["required"]?.bool ?? false { part[.required] = .flag }
      if header["deprecated"]?.bool ?? false { part[.deprecated] = .flag }
      if let example = header["example"] { part[.example] = .text(example.json) }
      leaveOutOthers(
        of: header, than: ["description", "required", "deprecated", "example", "schema", "content"],
        in: "the header `\(entry.key)`")
      if let shape = header["schema"] { part.children.append(schema(shape, .body, "")) }
      part.children += content(header["content"])
      out.children.append(part)
    }
    out.children += content(node["content"])
    leaveOutOthers(of: node, than: ["description", "headers", "content"], in: "the answer `\(status)`")
    return out
  }

  private mutating func content(_ node: Document?) -> [ContractNode] {
    (node?.entries ?? []).map { entry in
      var out = ContractNode(.mediaType, entry.key.lowercased().filter { $0 != " " })
      if let example = entry.value["example"] { out[.example] = .text(example.json) }
      if let encoding = entry.value["encoding"] { out[.encoding] = .text(encoding.json) }
      if let shape = entry.value["schema"] { out.children.append(schema(shape, .body, "")) }
      var known: Set<String> = ["example", "encoding", "schema"]
      if entry.value["examples"]?.entries.map(\.key) == [OpenAPIWriter.exampleName] {
        known.insert("examples")
      }
      leaveOutOthers(of: entry.value, than: known, in: "`\(entry.key)`")
      return out
    }
  }

  /// The ways in which callers must authenticate; nil when they need not.
  private func security(_ node: Document?) -> ContractNode? {
    guard let node, !node.items.isEmpty else { return nil }
    let alternatives = node.items.map { item in
      let schemes = item.entries.sorted { $0.key < $1.key }
      let scopes = schemes.flatMap { scheme in
        scheme.value.items.compactMap(\.word).map { ContractNode(.scope, "\(scheme.key) \($0)") }
      }
      let name = schemes.isEmpty ? "none" : schemes.map(\.key).joined(separator: " + ")
      return ContractNode(.securityAlternative, name, [:], scopes)
    }
    return ContractNode(.security, "", [:], alternatives)
  }
}
