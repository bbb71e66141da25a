/// Writes the topics of a contract as an AsyncAPI 3.0 document, seen from the side that answers for them.
package enum AsyncAPIWriter {
  /// The document.
  package static func document(_ contract: Contract) -> Document {
    let root = contract.root
    var out = MappingBuilder()
    out.put("asyncapi", "3.0.0")
    var info = MappingBuilder()
    info.put("title", root.text(.title) ?? "Events")
    info.put("version", root.text(.version) ?? "0")
    info.put("description", root.text(.description))
    out.put("info", info.document)
    out.put("defaultContentType", "application/json")
    var channels = MappingBuilder()
    var operations = MappingBuilder()
    for (index, topic) in root.children(.topic).enumerated() {
      let name = identifier(topic.key, index)
      channels.put(name, channel(topic))
      for word in (topic.text(.flow) ?? "published").split(separator: " ") {
        let isSent = word != "consumed"
        var operation = MappingBuilder()
        operation.put("action", isSent ? "send" : "receive")
        var reference = MappingBuilder()
        reference.put("$ref", "#/channels/\(name)")
        operation.put("channel", reference.document)
        operations.put("\(isSent ? "send" : "receive")-\(name)", operation.document)
      }
    }
    out.put("channels", channels)
    out.put("operations", operations)
    var schemas = MappingBuilder()
    for node in root.children(.definition) { schemas.put(node.key, SchemaWriter.document(node)) }
    var components = MappingBuilder()
    components.put("schemas", schemas)
    out.put("components", components)
    return out.document
  }

  /// Names of channels are made of letters, digits, `.`, `-` and `_` here, since references name them.
  private static func identifier(_ key: String, _ index: Int) -> String {
    let name = String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" })
    return name == key ? name : "\(name)-\(index + 1)"
  }

  private static func channel(_ topic: ContractNode) -> Document {
    var out = MappingBuilder()
    out.put("address", topic.key)
    out.put("description", topic.text(.description))
    if let body = topic.child(.body) {
      var messages = MappingBuilder()
      for (name, shape) in self.messages(body) {
        var message = MappingBuilder()
        message.put("payload", SchemaWriter.document(shape))
        messages.put(name, message.document)
      }
      out.put("messages", messages)
    }
    out.put("x-partition-key", topic.text(.partitionKey))
    out.flag("x-deprecated", topic.has(.deprecated))
    out.put("x-sunset", topic.text(.sunset))
    return out.document
  }

  /// Each alternative is a message of its own.
  private static func messages(_ body: ContractNode) -> [(String, ContractNode)] {
    guard let alternatives = body.child(.oneOf)?.children, body.facts.isEmpty, body.children.count == 1 else {
      return [(body.reference ?? "message", body)]
    }
    return alternatives.enumerated().map { ($0.element.reference ?? "message-\($0.offset + 1)", $0.element) }
  }
}
