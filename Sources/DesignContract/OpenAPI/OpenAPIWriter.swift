/// Writes contracts as OpenAPI 3.1 documents.
package struct OpenAPIWriter {
  private let contract: Contract
  private let definitions: [String: ContractNode]

  /// The document of an api's contract.
  package static func document(_ contract: Contract) -> Document {
    OpenAPIWriter(contract: contract, definitions: contract.definitions).document()
  }

  private func document() -> Document {
    let root = contract.root
    var out = MappingBuilder()
    out.put("openapi", "3.1.0")
    var info = MappingBuilder()
    info.put("title", root.text(.title) ?? "API")
    info.put("version", root.text(.version) ?? "0")
    info.put("description", root.text(.description))
    out.put("info", info.document)
    out.put(
      "servers",
      root.children(.server).map { server in
        var entry = MappingBuilder()
        entry.put("url", server.key)
        entry.put("description", server.text(.description))
        return entry.document
      })
    out.put("paths", paths(root.children(.operation), whole: true).document)
    out.put("webhooks", paths(root.children(.webhook), whole: true))

    var components = MappingBuilder()
    var schemas = MappingBuilder()
    for node in root.children(.definition) { schemas.put(node.key, SchemaWriter.document(node)) }
    components.put("schemas", schemas)
    var schemes = MappingBuilder()
    for node in root.children(.securityScheme) { schemes.put(node.key, Self.securityScheme(node)) }
    components.put("securitySchemes", schemes)
    out.put("components", components)
    return out.document
  }

  /// Operations by path, each path where it is met first.
  private func paths(_ operations: [ContractNode], whole: Bool) -> MappingBuilder {
    var order: [String] = []
    var items: [String: MappingBuilder] = [:]
    for node in operations {
      let words = node.key.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      if items[words[1]] == nil { order.append(words[1]) }
      items[words[1], default: MappingBuilder()].put(words[0].lowercased(), operation(node))
    }
    var out = MappingBuilder()
    for path in order { out.put(path, items[path]?.document) }
    return out
  }

  private func operation(_ node: ContractNode) -> Document {
    var out = MappingBuilder()
    let isCalledBack = node.thing != .operation
    out.put("operationId", node.text(.name))
    out.put("summary", node.text(.title))
    out.put("description", node.text(.description))
    out.put(
      "tags", (node.text(.tags) ?? "").split(separator: ",").map { .text(String($0.drop { $0 == " " })) })
    Self.putDeprecation(node, &out)
    Self.putPromises(node, &out)
    out.put(
      "parameters", node.children(.parameter).map(parameter) + [Self.idempotencyKey(node)].compactMap { $0 })
    if let body = node.child(.requestBody) {
      var entry = MappingBuilder()
      entry.put("description", body.text(.description))
      entry.flag("required", body.has(.required))
      entry.put("content", content(body, isCalledBack ? .published : .request).document)
      out.put("requestBody", entry.document)
    }
    var responses = MappingBuilder()
    for answer in node.children where answer.thing == .successStatus || answer.thing == .errorStatus {
      responses.put(answer.key, response(answer, isCalledBack ? .consumed : .response))
    }
    out.put("responses", responses)
    if let security = node.child(.security) {
      out.put("security", security.children.map(Self.alternative))
    }
    putCallbacks(node.children(.callback), &out)
    return out.document
  }

  private func putCallbacks(_ callbacks: [ContractNode], _ out: inout MappingBuilder) {
    var order: [String] = []
    var byName: [String: [ContractNode]] = [:]
    for callback in callbacks {
      // `POST created {$request.body#/url}`: the reader puts the method first.
      let words = callback.key.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3 else { continue }
      if byName[words[1]] == nil { order.append(words[1]) }
      var operation = callback
      operation.key = "\(words[0]) \(words[2])"
      byName[words[1], default: []].append(operation)
    }
    var entries = MappingBuilder()
    for name in order { entries.put(name, paths(byName[name] ?? [], whole: false).document) }
    out.put("callbacks", entries)
  }

  private static func putDeprecation(_ node: ContractNode, _ out: inout MappingBuilder) {
    out.flag("deprecated", node.has(.deprecated))
    out.put("x-sunset", node.text(.sunset))
  }

  private static func putPromises(_ node: ContractNode, _ out: inout MappingBuilder) {
    for attribute in Attribute.promises {
      switch node[attribute] {
      case .flag?: out.put(attribute.extensionKey, Document.yes)
      case .number(let number)?: out.put(attribute.extensionKey, Document.number(number))
      case .text(let text)?: out.put(attribute.extensionKey, text)
      case nil: break
      }
    }
  }

  /// The header by which a request is known again, so that tools send it; its mark says that it is no parameter of the
  /// contract's own.
  private static func idempotencyKey(_ node: ContractNode) -> Document? {
    guard let name = node.idempotencyHeader,
      !node.children(.parameter).contains(where: { $0.key == "header \(name.lowercased())" })
    else { return nil }
    var (out, schema) = (MappingBuilder(), MappingBuilder())
    out.put("name", name)
    out.put("in", "header")
    schema.put("type", "string")
    out.put("schema", schema.document)
    out.flag(Attribute.idempotencyKey.extensionKey, true)
    return out.document
  }

  private func parameter(_ node: ContractNode) -> Document {
    let words = node.key.split(separator: " ", maxSplits: 1).map(String.init)
    var out = MappingBuilder()
    out.put("name", node.text(.name) ?? words.last ?? "")
    out.put("in", words.first ?? "query")
    out.put("description", node.text(.description))
    out.flag("required", node.has(.required))
    Self.putDeprecation(node, &out)
    out.flag("allowEmptyValue", node.has(.allowEmptyValue))
    out.put("style", node.text(.style))
    out.put("explode", node.text(.explode).map { Document(.bool($0 == "true")) })
    out.flag("allowReserved", node.has(.allowReserved))
    putShape(node, &out)
    return out.document
  }

  /// A parameter's or header's shape: either a schema, or the content of one media type.
  private func putShape(_ node: ContractNode, _ out: inout MappingBuilder) {
    let media = content(node)
    if media.isEmpty {
      out.put("schema", node.child(.body).map(SchemaWriter.document) ?? MappingBuilder().document)
      out.put("example", node.text(.example).map(Document.json))
    } else {
      out.put("content", media.document)
    }
  }

  /// The media types of a body, or of a parameter or header, which go in no direction here and have no examples made.
  private func content(_ node: ContractNode, _ direction: Direction? = nil) -> MappingBuilder {
    var out = MappingBuilder()
    for media in node.children(.mediaType) {
      var entry = MappingBuilder()
      entry.put("schema", media.child(.body).map(SchemaWriter.document))
      entry.put("example", media.text(.example).map(Document.json))
      entry.put("examples", direction.flatMap { examples(media, $0) })
      entry.put("encoding", media.text(.encoding).map(Document.json))
      out.put(media.key, entry.document)
    }
    return out
  }

  /// The name of the example that is made of the type; readers pass over it, since they would make the same.
  static let exampleName = "generated"

  /// An example of what a media type holds, where it shows more than the type does.
  private func examples(_ media: ContractNode, _ direction: Direction) -> Document? {
    guard !media.has(.example), media.key.contains("json"), let body = media.child(.body) else { return nil }
    var maker = ExampleMaker(definitions, direction: direction)
    let value = maker.example(of: body)
    guard !value.entries.isEmpty || !value.items.isEmpty, maker.fits(value, body) else { return nil }
    var (entry, out) = (MappingBuilder(), MappingBuilder())
    entry.put("value", value)
    out.put(Self.exampleName, entry.document)
    return out.document
  }

  private func response(_ node: ContractNode, _ direction: Direction) -> Document {
    var out = MappingBuilder()
    // The document must say something.
    out.put("description", node.text(.description) ?? "Answer \(node.key)")
    var headers = MappingBuilder()
    for header in node.children(.header) {
      var entry = MappingBuilder()
      entry.put("description", header.text(.description))
      entry.flag("required", header.has(.required))
      entry.flag("deprecated", header.has(.deprecated))
      putShape(header, &entry)
      headers.put(header.key, entry.document)
    }
    out.put("headers", headers)
    out.put("content", content(node, direction))
    return out.document
  }

  private static func alternative(_ node: ContractNode) -> Document {
    var out = MappingBuilder()
    guard node.key != "none" else { return out.document }
    for scheme in node.key.split(separator: " + ") {
      let scopes = node.children.filter { $0.key.hasPrefix("\(scheme) ") }
      out.put(String(scheme), Document.list(scopes.map { .text(String($0.key.dropFirst(scheme.count + 1))) }))
    }
    return out.document
  }

  private static func securityScheme(_ node: ContractNode) -> Document {
    var out = MappingBuilder()
    let type = node.text(.schemeType) ?? "http"
    // One that does not say where its keys are cannot be told as what it is.
    let isVague = type == "openIdConnect" && !node.has(.url)
    out.put("type", isVague ? "http" : type)
    if isVague { out.put("scheme", "oidc") }
    for (key, attribute) in OpenAPIReader.schemeFacts where key != "type" {
      out.put(key, node.text(attribute))
    }
    if type == "apiKey", !node.has(.name) {
      out.put("name", node.text(.location) == "cookie" ? "session" : "X-API-Key")
    }
    if type == "oauth2" || node.has(.flows) {
      out.put("flows", node.text(.flows).map(Document.json) ?? MappingBuilder().document)
    }
    return out.document
  }
}

extension Document {
  /// The value of a text of JSON; the text itself when it is none.
  static func json(_ text: String) -> Document {
    guard case .success(let document) = DocumentReader.read(.init(path: "", text: text), file: .init(0))
    else {
      return .text(text)
    }
    return document
  }
}
