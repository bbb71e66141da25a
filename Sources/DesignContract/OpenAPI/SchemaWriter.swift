/// Writes shapes as JSON Schema 2020-12, of which the schemas of OpenAPI 3.1 and AsyncAPI 3.0 are.
package enum SchemaWriter {
  private static let texts: [(key: String, attribute: Attribute)] = [
    ("title", .title), ("description", .description), ("format", .format), ("pattern", .pattern),
    ("contentEncoding", .contentEncoding), ("contentMediaType", .contentMediaType), ("x-sunset", .sunset),
  ]
  private static let values: [(key: String, attribute: Attribute)] = [
    ("default", .defaultValue), ("example", .example),
  ]
  private static let flags: [(key: String, attribute: Attribute)] = [
    ("uniqueItems", .uniqueItems), ("readOnly", .readOnly), ("writeOnly", .writeOnly),
    ("deprecated", .deprecated),
  ]

  /// The schema of a shape.
  package static func document(_ node: ContractNode) -> Document {
    if node.text(.type) == JSONTypes.none, node.facts.count == 1, node.children.isEmpty {
      return Document(.bool(false))
    }
    guard node.has(.nullable), !canNameNull(node) else { return schema(node, nullable: node.has(.nullable)) }
    // Null beside what has no type of its own is a further alternative.
    var out = MappingBuilder()
    var rest = node
    rest[.nullable] = nil
    var null = MappingBuilder()
    null.put("type", "null")
    out.put("anyOf", [schema(rest, nullable: false), null.document])
    return out.document
  }

  /// Whether `null` can stand among the types.
  private static func canNameNull(_ node: ContractNode) -> Bool {
    node.has(.type) && node.reference == nil
      && !node.children.contains { [.allOf, .anyOf, .oneOf].contains($0.thing) }
  }

  private static func schema(_ node: ContractNode, nullable: Bool) -> Document {
    var out = MappingBuilder()
    out.put(
      "$ref",
      node.reference.map {
        "#/components/schemas/\($0.replacing("~", with: "~0").replacing("/", with: "~1"))"
      })
    if let type = node.text(.type) {
      let names = type.split(separator: " ").map(String.init) + (nullable ? ["null"] : [])
      out.put("type", names.count == 1 ? Document.text(names[0]) : .list(names.map(Document.text)))
    }
    for (key, attribute) in texts { out.put(key, node.text(attribute)) }
    for (key, attribute) in OpenAPIReader.numbers {
      if case .number(let number)? = node[attribute] { out.put(key, Document.number(number)) }
    }
    for (key, attribute) in flags { out.flag(key, node.has(attribute)) }
    for (key, attribute) in values { out.put(key, node.text(attribute).map(Document.json)) }
    if let values = node.child(.enumeration)?.children {
      out.put("enum", Document.list(values.map { .json($0.key) } + (nullable ? [Document(.null)] : [])))
    }
    out.put("x-extensible-enum", node.children(.extensibleEnumValue).map { .json($0.key) })

    var properties = MappingBuilder()
    for property in node.children(.property) { properties.put(property.key, document(property)) }
    out.put("properties", properties)
    let required = node.children.filter {
      $0.thing == .property && $0.has(.required) || $0.thing == .requiredName
    }
    out.put("required", required.map { .text($0.key) })
    for (key, thing) in OpenAPIReader.singles { out.put(key, node.child(thing).map(document)) }
    for (key, thing) in OpenAPIReader.named {
      var entries = MappingBuilder()
      for part in node.children(thing) { entries.put(part.key, document(part)) }
      out.put(key, entries)
    }
    out.put("prefixItems", node.children(.prefixItem).map(document))
    out.put("allOf", node.children(.allOf).map(document))
    out.put("anyOf", node.child(.anyOf)?.children.map(document) ?? [])
    out.put("oneOf", node.child(.oneOf)?.children.map(document) ?? [])
    var dependent = MappingBuilder()
    for part in node.children(.dependentRequired) {
      let names = (part.text(.names) ?? "").split(separator: ",").map {
        Document.text(String($0.drop { $0 == " " }))
      }
      dependent.put(part.key, Document.list(names))
    }
    out.put("dependentRequired", dependent)
    if let discriminator = node.child(.discriminator) {
      var entry = MappingBuilder()
      entry.put("propertyName", discriminator.text(.name) ?? "")
      var mapping = MappingBuilder()
      for part in discriminator.children { mapping.put(part.key, part.text(.target) ?? "") }
      entry.put("mapping", mapping)
      out.put("discriminator", entry.document)
    }
    return out.document
  }
}
