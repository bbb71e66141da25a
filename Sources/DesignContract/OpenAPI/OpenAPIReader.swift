package import DesignSource

/// Reads OpenAPI 3.0 and 3.1 documents (OpenAPI Specification 3.0.4 and 3.1.1, 2024-10), in YAML or JSON.
package struct OpenAPIReader {
  /// What came of a document.
  package struct Result: Sendable {
    package var contract: Contract
    /// Errors; and as infos what a contract does not hold.
    package var diagnostics: [Diagnostic]
  }

  let root: Document
  let places: DocumentPlaces
  /// Whether it is of the 3.0 line, whose schemas are no JSON Schema.
  let isOld: Bool
  var diagnostics: [Diagnostic] = []
  /// Named shapes that are referred to from outside of the components, and that are still to be read.
  var pending: [(name: String, node: Document)] = []
  var definitionNames: Set<String> = []

  /// Reads a document. Pure: bytes in, values out.
  package static func read(_ source: SourceFile, file: FileID = FileID(0)) -> Result {
    let places = DocumentPlaces(source, file: file)
    func failure(_ message: String, line: Int32 = 1, column: Int32 = 1, help: [String] = []) -> Result {
      let diagnostic = Diagnostic(
        .error, "unreadable-document", message, at: places.range(line: line, column: column), help: help)
      return Result(contract: Contract(), diagnostics: [diagnostic])
    }
    switch DocumentReader.read(source, file: file) {
    case .failure(let problem): return failure(problem.message, line: problem.line, column: problem.column)
    case .success(let root):
      guard root.isMapping else { return failure("this is no OpenAPI document: it is not a mapping") }
      if let version = root["swagger"] {
        return failure(
          "this is Swagger \(version.word ?? ""), which came before OpenAPI 3", line: version.line,
          column: version.column,
          help: ["convert it to OpenAPI 3.0 first, as Swagger Editor and swagger2openapi do"])
      }
      if root["asyncapi"] != nil { return failure("this is an AsyncAPI document, not an OpenAPI one") }
      guard let version = root["openapi"] else {
        return failure(
          "this is no OpenAPI document: it has no `openapi` with the version",
          help: ["begin it with `openapi: 3.1.0`"])
      }
      guard let word = version.word, word.hasPrefix("3.0") || word.hasPrefix("3.1") else {
        return failure(
          "OpenAPI \(version.word ?? "of this version") is not known here", line: version.line,
          column: version.column,
          help: ["3.0 and 3.1 are"])
      }
      var reader = OpenAPIReader(root: root, places: places, isOld: word.hasPrefix("3.0"))
      let contract = reader.contract()
      return Result(contract: contract, diagnostics: reader.diagnostics.sortedByPlace())
    }
  }

  init(root: Document, places: DocumentPlaces, isOld: Bool) {
    self.root = root
    self.places = places
    self.isOld = isOld
  }

  // MARK: Telling

  mutating func error(_ message: String, at node: Document, help: [String] = []) {
    diagnostics.append(
      Diagnostic(
        .error, "invalid-document", message, at: places.range(line: node.line, column: node.column),
        help: help))
  }

  /// Tells what a contract does not hold.
  mutating func leaveOut(_ what: String, at entry: Document.Entry) {
    diagnostics.append(
      Diagnostic(
        .info, "left-out", "\(what) is left out", at: places.range(line: entry.line, column: entry.column)))
  }

  /// Tells of every key of a mapping that nothing was made of.
  mutating func leaveOutOthers(of node: Document, than known: Set<String>, in what: String) {
    for entry in node.entries where !known.contains(entry.key) {
      leaveOut("`\(entry.key)` of \(what)", at: entry)
    }
  }

  // MARK: References

  /// What a node stands for, through references to components of any kind but shapes.
  mutating func followed(_ node: Document) -> Document? {
    var node = node
    var seen: Set<String> = []
    while let reference = node["$ref"]?.text {
      guard seen.insert(reference).inserted else {
        error("`\(reference)` leads back to itself", at: node)
        return nil
      }
      guard let target = target(of: reference, from: node) else { return nil }
      node = target
    }
    return node
  }

  /// The node that a reference names; a reference that leads nowhere is told.
  mutating func target(of reference: String, from node: Document) -> Document? {
    guard reference.hasPrefix("#") else {
      error(
        "`\(reference)` is in another file", at: node["$ref"] ?? node,
        help: ["bring the parts together in one file first, as `redocly bundle` does"])
      return nil
    }
    var target = root
    for part in reference.dropFirst().split(separator: "/") {
      let key = Self.unescaped(String(part))
      let isIndex = Int(key).map { target.items.indices.contains($0) } ?? false
      guard let next = target[key] ?? (isIndex ? Int(key).map { target.items[$0] } : nil) else {
        error("`\(reference)` leads nowhere", at: node["$ref"] ?? node)
        return nil
      }
      target = next
    }
    return target
  }

  /// A step of a JSON pointer in a URI fragment (RFC 6901, sections 3 and 6).
  static func unescaped(_ text: String) -> String {
    PercentCoding.decoded(text).replacing("~1", with: "/").replacing("~0", with: "~")
  }

  // MARK: The document

  private mutating func contract() -> Contract {
    var out = ContractNode(.contract)
    let info = root["info"]
    out[.title] = info?["title"]?.word.map(Datum.text)
    out[.version] = info?["version"]?.word.map(Datum.text)
    out[.description] = info?["description"]?.text.map(Datum.text)
    if let info {
      leaveOutOthers(of: info, than: ["title", "version", "description"], in: "the document's description")
    }
    leaveOutOthers(
      of: root,
      than: [
        "openapi", "info", "servers", "paths", "webhooks", "components", "security", "jsonSchemaDialect",
      ],
      in: "the document")

    for server in root["servers"]?.items ?? [] {
      guard let url = server["url"]?.text else { continue }
      var node = ContractNode(.server, url)
      node[.description] = server["description"]?.text.map(Datum.text)
      leaveOutOthers(of: server, than: ["url", "description"], in: "a server")
      out.children.append(node)
    }
    let components = root["components"]
    for entry in components?["securitySchemes"]?.entries ?? [] {
      if let node = followed(entry.value) { out.children.append(securityScheme(entry.key, node)) }
    }
    for entry in root["paths"]?.entries ?? [] where !entry.key.hasPrefix("x-") {
      guard entry.key.hasPrefix("/") else {
        leaveOut("the path `\(entry.key)`, which does not begin with `/`,", at: entry)
        continue
      }
      out.children += operations(.operation, entry.key, entry.value)
    }
    for entry in root["webhooks"]?.entries ?? [] {
      out.children += operations(.webhook, entry.key, entry.value)
    }
    for entry in components?["schemas"]?.entries ?? [] {
      definitionNames.insert(entry.key)
      out.children.append(schema(entry.value, .definition, entry.key))
    }
    while let next = pending.popLast() { out.children.append(schema(next.node, .definition, next.name)) }
    return Contract(root: out)
  }

  private mutating func securityScheme(_ name: String, _ node: Document) -> ContractNode {
    var out = ContractNode(.securityScheme, name)
    for (key, attribute) in Self.schemeFacts { out[attribute] = node[key]?.word.map(Datum.text) }
    if let flows = node["flows"] { out[.flows] = .text(flows.json) }
    leaveOutOthers(
      of: node, than: Set(Self.schemeFacts.map(\.0) + ["flows"]), in: "the security scheme `\(name)`")
    return out
  }

  static let schemeFacts: [(String, Attribute)] = [
    ("type", .schemeType), ("description", .description), ("in", .location), ("name", .name),
    ("scheme", .schemeName),
    ("bearerFormat", .bearerFormat), ("openIdConnectUrl", .url),
  ]
}
