import DesignSource

/// Shapes: the schema objects of OpenAPI 3.0, and JSON Schema 2020-12, of which those of 3.1 are.
extension OpenAPIReader {
  private static let words: [(key: String, attribute: Attribute)] = [
    ("title", .title), ("description", .description), ("format", .format),
    ("contentEncoding", .contentEncoding),
    ("contentMediaType", .contentMediaType),
  ]
  static let numbers: [(key: String, attribute: Attribute)] = [
    ("minimum", .minimum), ("maximum", .maximum), ("exclusiveMinimum", .exclusiveMinimum),
    ("exclusiveMaximum", .exclusiveMaximum), ("multipleOf", .multipleOf), ("minLength", .minLength),
    ("maxLength", .maxLength), ("minItems", .minItems), ("maxItems", .maxItems),
    ("minContains", .minContains),
    ("maxContains", .maxContains), ("minProperties", .minProperties), ("maxProperties", .maxProperties),
  ]
  private static let flags: [(key: String, attribute: Attribute)] = [
    ("uniqueItems", .uniqueItems), ("readOnly", .readOnly), ("writeOnly", .writeOnly),
    ("nullable", .nullable),
  ]
  static let singles: [(key: String, thing: Thing)] = [
    ("additionalProperties", .additionalProperties), ("propertyNames", .propertyNames), ("items", .items),
    ("contains", .contains), ("not", .not), ("if", .ifSchema), ("then", .thenSchema), ("else", .elseSchema),
    ("contentSchema", .contentSchema), ("unevaluatedItems", .unevaluatedItems),
    ("unevaluatedProperties", .unevaluatedProperties),
  ]
  static let named: [(key: String, thing: Thing)] = [
    ("patternProperties", .patternProperty), ("dependentSchemas", .dependentSchema),
  ]

  private static let known: Set<String> = Set(
    words.map(\.key) + numbers.map(\.key) + flags.map(\.key) + singles.map(\.key) + named.map(\.key) + [
      "$ref", "type", "default", "example", "examples", "pattern", "enum", "const", "properties", "required",
      "allOf", "anyOf",
      "oneOf", "prefixItems", "dependentRequired", "discriminator", "deprecated", "x-sunset",
      "x-extensible-enum", "$defs",
      "definitions",
    ])

  /// The shape that a node states, in the part that it plays.
  mutating func schema(_ node: Document, _ thing: Thing, _ key: String) -> ContractNode {
    var out = ContractNode(thing, key)
    if let bool = node.bool {
      if !bool { out[.type] = .text(JSONTypes.none) }
      return out
    }
    guard node.isMapping else {
      if !node.isNull { error("a schema must be a mapping", at: node) }
      return out
    }
    if let reference = node["$ref"]?.text {
      if let name = definition(reference, node) { out[.reference] = .text(name) }
      // In 3.0 what stands beside a reference counts for nothing.
      if isOld { return out }
    }
    facts(of: node, &out)
    parts(of: node, &out)
    alternatives(of: node, &out)
    leaveOutOthers(of: node, than: Self.known, in: "a schema")
    inferType(&out)
    return out
  }

  /// The name of the shape that a reference leads to.
  private mutating func definition(_ reference: String, _ node: Document) -> String? {
    let prefix = "#/components/schemas/"
    guard let target = target(of: reference, from: node) else { return nil }
    if reference.hasPrefix(prefix), !reference.dropFirst(prefix.count).contains("/") {
      return String(reference.dropFirst(prefix.count))
    }
    let path = reference.dropFirst().split(separator: "/").joined(separator: ".")
    // Names of components consist of these (OpenAPI 3.1.1, section 4.8.7.2).
    let name = String(
      path.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" })
    if definitionNames.insert(name).inserted { pending.append((name, target)) }
    return name
  }

  private mutating func facts(of node: Document, _ out: inout ContractNode) {
    for (key, attribute) in Self.words {
      if let text = node[key]?.word { out[attribute] = .text(text) }
    }
    for (key, attribute) in Self.numbers {
      if let number = node[key]?.number { out[attribute] = .number(number) }
    }
    for (key, attribute) in Self.flags where node[key]?.bool ?? false { out[attribute] = .flag }
    deprecation(of: node, &out)
    // In 3.0 the bound is excluded by a word beside it.
    if node["exclusiveMinimum"]?.bool ?? false { move(.minimum, to: .exclusiveMinimum, &out) }
    if node["exclusiveMaximum"]?.bool ?? false { move(.maximum, to: .exclusiveMaximum, &out) }
    if let pattern = node["pattern"]?.word, ![".*", "^.*$"].contains(pattern) {
      out[.pattern] = .text(pattern)
    }
    if let value = node["default"] { out[.defaultValue] = .text(value.json) }
    if let example = node["example"] ?? node["examples"]?.items.first { out[.example] = .text(example.json) }

    if let type = node["type"] {
      var names = type.text.map { [$0] } ?? type.items.compactMap(\.text)
      if names.contains("null") {
        names.removeAll { $0 == "null" }
        out[.nullable] = .flag
      }
      if !names.isEmpty { out[.type] = .text(names.sorted().joined(separator: " ")) }
    }
    if let values = node["enum"]?.items ?? node["const"].map({ [$0] }) {
      if values.contains(where: \.isNull) { out[.nullable] = .flag }
      var seen: Set<String> = []
      let parts = values.filter { !$0.isNull && seen.insert($0.json).inserted }.map {
        ContractNode(.enumValue, $0.json)
      }
      out.children.append(ContractNode(.enumeration, "", [:], parts))
    }
    for value in node["x-extensible-enum"]?.items ?? [] {
      out.children.append(ContractNode(.extensibleEnumValue, value.json))
    }
  }

  private func move(_ from: Attribute, to: Attribute, _ out: inout ContractNode) {
    out[to] = out[from]
    out[from] = nil
  }

  private mutating func parts(of node: Document, _ out: inout ContractNode) {
    let required = node["required"]?.items.compactMap(\.word) ?? []
    let properties = node["properties"]?.entries ?? []
    for entry in properties {
      var property = schema(entry.value, .property, entry.key)
      if required.contains(entry.key) { property[.required] = .flag }
      out.children.append(property)
    }
    for name in Set(required).subtracting(properties.map(\.key)).sorted() {
      out.children.append(ContractNode(.requiredName, name))
    }
    for (key, thing) in Self.singles {
      guard let value = node[key] else { continue }
      // What admits everything says nothing.
      if value.bool == true || (value.isMapping && value.entries.isEmpty && thing != .not) { continue }
      if key == "items", !value.items.isEmpty {
        out.children += prefixItems(value)
      } else {
        out.children.append(schema(value, thing, ""))
      }
    }
    for (key, thing) in Self.named {
      for entry in node[key]?.entries ?? [] { out.children.append(schema(entry.value, thing, entry.key)) }
    }
    if let items = node["prefixItems"] { out.children += prefixItems(items) }
    for entry in node["dependentRequired"]?.entries ?? [] {
      let names = entry.value.items.compactMap(\.word).sorted().joined(separator: ", ")
      out.children.append(ContractNode(.dependentRequired, entry.key, [.names: .text(names)]))
    }
    if let discriminator = node["discriminator"] {
      var part = ContractNode(.discriminator)
      part[.name] = discriminator["propertyName"]?.word.map(Datum.text)
      for entry in discriminator["mapping"]?.entries ?? [] {
        part.children.append(ContractNode(.mapping, entry.key, [.target: .text(entry.value.word ?? "")]))
      }
      out.children.append(part)
    }
  }

  private mutating func prefixItems(_ node: Document) -> [ContractNode] {
    node.items.enumerated().map { schema($0.element, .prefixItem, "\($0.offset + 1)") }
  }

  private mutating func alternatives(of node: Document, _ out: inout ContractNode) {
    for (key, thing) in [("anyOf", Thing.anyOf), ("oneOf", .oneOf)] {
      var items = node[key]?.items ?? []
      guard !items.isEmpty else { continue }
      let count = items.count
      items.removeAll { $0["type"]?.text == "null" && $0.entries.count == 1 }
      if items.count < count { out[.nullable] = .flag }
      if items.count == 1, count > 1, let only = items.first {
        // A value or nothing is an optional value.
        absorb(schema(only, .alternative, ""), &out)
      } else {
        out.children.append(ContractNode(thing, "", [:], keyed(items, .alternative)))
      }
    }
    let conditions = node["allOf"]?.items ?? []
    if conditions.count == 1, let only = conditions.first, out.children.isEmpty, out[.reference] == nil,
      out[.type] == nil
    {
      // The way of 3.0 to say something beside a reference.
      absorb(schema(only, .allOf, ""), &out)
    } else {
      out.children += keyed(conditions, .allOf)
    }
  }

  /// Takes over what another shape says, where nothing is said yet.
  private func absorb(_ other: ContractNode, _ out: inout ContractNode) {
    out.facts.merge(other.facts) { own, _ in own }
    out.children += other.children
  }

  /// Alternatives are known by the name of their shape, else by their title, else only by their place.
  private mutating func keyed(_ items: [Document], _ thing: Thing) -> [ContractNode] {
    var used: Set<String> = []
    return items.enumerated().map { index, item in
      var node = schema(item, thing, "")
      let name = node.reference ?? node.text(.title)
      node.key = name.flatMap { used.insert($0).inserted ? $0 : nil } ?? "#\(index + 1)"
      return node
    }
  }

  /// People leave out `type` where properties or items say it.
  private func inferType(_ node: inout ContractNode) {
    guard node[.type] == nil, node.reference == nil else { return }
    let things = Set(node.children.map(\.thing))
    guard things.isDisjoint(with: [.anyOf, .oneOf, .allOf]) else { return }
    if things.contains(.property) {
      node[.type] = .text("object")
    } else if things.contains(.items) || things.contains(.prefixItem) {
      node[.type] = .text("array")
    }
  }
}
