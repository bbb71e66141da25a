/// Contracts of topics as designs.
extension DesignWriter {
  /// The design of a contract of topics, with one broker, and one application that answers for them.
  ///
  /// - Parameters:
  ///   - application: the name of the application, and of the design.
  ///   - broker: the name of the broker.
  ///   - protocolName: that of the document's first server, such as `kafka-secure`.
  package static func design(
    ofTopics contract: Contract, application: String, broker: String, protocolName: String?
  ) -> Result {
    var writer = DesignWriter(contract)
    let text = writer.writeTopics(application, broker, protocolName)
    return writer.result(text)
  }

  /// Products by the protocol that only they speak.
  private static let products = [
    "kafka": "kafka", "kafka-secure": "kafka", "nats": "nats", "pulsar": "pulsar", "sqs": "sqs", "sns": "sns",
  ]

  private mutating func writeTopics(_ application: String, _ broker: String, _ protocolName: String?)
    -> String
  {
    let root = contract.root
    let title = root.text(.title) ?? broker
    let topics = root.children(.topic)
    let product = protocolName.flatMap { Self.products[$0] }.map { ": \($0)" } ?? ""
    if product.isEmpty, let protocolName { leaveOut("the protocol `\(protocolName)`") }
    if root.has(.version) { leaveOut("the version of the document") }
    var lines = ["design \(DesignText.name(application, isClear: true)) \(DesignText.text(title))", ""]
    lines += ["application \(DesignText.name(application, isClear: true)): service {"]
    for topic in topics {
      let words = (topic.text(.flow) ?? "").split(separator: " ")
      if words.count > 1 { leaveOut("that the owner of a topic both sends and receives") }
      let verb = words.first == "consumed" ? "consumes" : "publishes"
      lines.append("\(verb) \(DesignText.name(broker, isClear: true)).\(DesignText.name(topic.key))")
    }
    lines += ["}", ""]
    lines += DesignText.documentation(root.text(.description))
    lines.append("broker \(DesignText.name(broker, isClear: true))\(product) {")
    for topic in topics { lines += self.topic(topic, application) }
    lines += ["}", ""]
    return (lines + declarations()).joined(separator: "\n") + "\n"
  }

  private mutating func topic(_ node: ContractNode, _ owner: String) -> [String] {
    var out = "topic \(DesignText.name(node.key))"
    if let body = node.child(.body) {
      out += ": \(type(body, DesignText.capitalized(node.key)))" + (body.has(.nullable) ? "?" : "")
    }
    var documentation: [String] = []
    if let words = node.text(.description) {
      if words.count <= 60, !words.contains("\n") {
        out += " \(DesignText.text(words))"
      } else {
        documentation = DesignText.documentation(words)
      }
    }
    if let key = node.text(.partitionKey) { out += " key \(DesignText.name(key))" }
    out += " owned by \(DesignText.name(owner))" + deprecation(node)
    return documentation + [out]
  }
}
