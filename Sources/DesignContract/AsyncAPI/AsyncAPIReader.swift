package import DesignSource

/// Reads AsyncAPI 3.0 documents (AsyncAPI Specification 3.0.0, 2023-12), and those of later 3.x as far as they are the
/// same, in YAML or JSON.
package struct AsyncAPIReader {
  /// What came of a document: the contract, errors, and the protocol of its first server, such as `kafka`.
  package struct Result: Sendable {
    package let contract: Contract
    package let diagnostics: [Diagnostic]
    package let protocolName: String?
  }

  /// References and shapes are those of OpenAPI 3.1.
  private var document: OpenAPIReader
  private var root: Document { document.root }

  /// Reads a document. Pure: bytes in, values out.
  package static func read(_ source: SourceFile, file: FileID = FileID(0)) -> Result {
    let places = DocumentPlaces(source, file: file)
    func failure(_ message: String, line: Int32 = 1, column: Int32 = 1, help: [String] = []) -> Result {
      let diagnostic = Diagnostic(
        .error, "unreadable-document", message, at: places.range(line: line, column: column), help: help)
      return Result(contract: Contract(), diagnostics: [diagnostic], protocolName: nil)
    }
    switch DocumentReader.read(source, file: file) {
    case .failure(let problem): return failure(problem.message, line: problem.line, column: problem.column)
    case .success(let root):
      guard let version = root["asyncapi"] else {
        return failure(
          "this is no AsyncAPI document: it has no `asyncapi` with the version",
          help: ["begin it with `asyncapi: 3.0.0`"])
      }
      guard let word = version.word, word.hasPrefix("3.") else {
        return failure(
          "AsyncAPI \(version.word ?? "of this version") is not read here", line: version.line,
          column: version.column,
          help: ["convert it to AsyncAPI 3.0 first, as `asyncapi convert` does"])
      }
      var reader = AsyncAPIReader(document: OpenAPIReader(root: root, places: places, isOld: false))
      let contract = reader.contract()
      return Result(
        contract: contract, diagnostics: reader.document.diagnostics.sortedByPlace(),
        protocolName: root["servers"]?.entries.first?.value["protocol"]?.word)
    }
  }

  private init(document: OpenAPIReader) { self.document = document }

  private mutating func contract() -> Contract {
    var out = ContractNode(.contract)
    let info = root["info"]
    out[.title] = info?["title"]?.word.map(Datum.text)
    out[.version] = info?["version"]?.word.map(Datum.text)
    out[.description] = info?["description"]?.text.map(Datum.text)
    if let info {
      document.leaveOutOthers(
        of: info, than: ["title", "version", "description"], in: "the document's description")
    }
    document.leaveOutOthers(
      of: root,
      than: ["asyncapi", "id", "info", "channels", "operations", "components", "defaultContentType"],
      in: "the document")
    let flows = flows()
    for entry in root["channels"]?.entries ?? [] {
      if let channel = document.followed(entry.value) {
        out.children.append(topic(entry.key, channel, flows[entry.key] ?? []))
      }
    }
    for entry in root["components"]?["schemas"]?.entries ?? [] {
      document.definitionNames.insert(entry.key)
      out.children.append(schema(entry.value, .definition, entry.key))
    }
    while let next = document.pending.popLast() {
      out.children.append(schema(next.node, .definition, next.name))
    }
    return Contract(root: out)
  }

  /// What is done with each channel, by its key.
  private mutating func flows() -> [String: Set<Direction>] {
    var out: [String: Set<Direction>] = [:]
    for entry in root["operations"]?.entries ?? [] {
      guard let operation = document.followed(entry.value) else { continue }
      let prefix = "#/channels/"
      guard let channel = operation["channel"]?["$ref"]?.text, channel.hasPrefix(prefix) else {
        document.error("an operation needs `channel` with a reference to one of `channels`", at: operation)
        continue
      }
      let name = OpenAPIReader.unescaped(String(channel.dropFirst(prefix.count)))
      out[name, default: []].insert(operation["action"]?.text == "receive" ? .consumed : .published)
      document.leaveOutOthers(of: operation, than: ["action", "channel", "messages"], in: "an operation")
    }
    return out
  }

  private mutating func topic(_ key: String, _ node: Document, _ flows: Set<Direction>) -> ContractNode {
    // On the wire a channel is known by its address.
    var out = ContractNode(.topic, node["address"]?.text ?? key)
    let directions = [Direction.published, .consumed].filter(flows.contains)
    out[.flow] = .text(
      (directions.isEmpty ? [.published] : directions).map(\.rawValue).joined(separator: " "))
    out[.description] = (node["title"] ?? node["summary"] ?? node["description"])?.text.map(Datum.text)
    out[.partitionKey] = node["x-partition-key"]?.word.map(Datum.text)
    if node["x-deprecated"]?.bool ?? false { out[.deprecated] = .flag }
    out[.sunset] = node["x-sunset"]?.word.map(Datum.text)
    document.leaveOutOthers(
      of: node,
      than: [
        "address", "messages", "title", "summary", "description", "x-partition-key", "x-deprecated",
        "x-sunset",
      ],
      in: "a channel")
    let bodies = (node["messages"]?.entries ?? []).compactMap { entry in message(entry.key, entry.value) }
    if bodies.count > 1 {
      let alternatives = bodies.map { body in
        var body = body
        body.thing = .alternative
        body.key = body.reference ?? body.key
        return body
      }
      out.children = [ContractNode(.body, "", [:], [ContractNode(.oneOf, "", [:], alternatives)])]
    } else if var body = bodies.first {
      body.key = ""
      out.children = [body]
    }
    return out
  }

  /// The shape of a message, with the message's name as its key; nil when it has none that is read here.
  private mutating func message(_ name: String, _ node: Document) -> ContractNode? {
    guard let message = document.followed(node) else { return nil }
    document.leaveOutOthers(
      of: message, than: ["name", "title", "summary", "description", "payload", "contentType"],
      in: "a message")
    guard
      let payload = message["payload"].flatMap({
        document.isReferenceToShape($0) ? $0 : document.followed($0)
      })
    else {
      return ContractNode(.body, name)
    }
    guard let format = payload["schemaFormat"] else { return schema(payload, .body, name) }
    let isJSON = (format.word ?? "").contains("json") || (format.word ?? "").contains("aai.asyncapi")
    guard isJSON, let inner = payload["schema"] else {
      document.diagnostics.append(
        Diagnostic(
          .info, "left-out", "a payload of the format `\(format.word ?? "")` is left out",
          at: document.places.range(line: format.line, column: format.column)))
      return ContractNode(.body, name)
    }
    return schema(inner, .body, name)
  }

  private mutating func schema(_ node: Document, _ thing: Thing, _ key: String) -> ContractNode {
    document.schema(node, thing, key)
  }
}

extension OpenAPIReader {
  /// Whether a node refers to a named shape.
  func isReferenceToShape(_ node: Document) -> Bool {
    node["$ref"]?.text?.hasPrefix("#/components/schemas/") ?? false
  }
}
