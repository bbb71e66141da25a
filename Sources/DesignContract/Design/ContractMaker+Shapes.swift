import DesignModel

/// Types of the design as shapes of data.
extension ContractMaker {
  /// The shape of a declared type, enumeration or domain.
  mutating func definition(of element: Element) -> ContractNode {
    var node = ContractNode(.definition, element.name)
    switch element.kind {
    case .enumeration:
      node[.type] = .text("string")
      let values = element.children.filter { model[$0].kind == .enumCase }.map {
        ContractNode(.enumValue, JSONText.quoted(model[$0].name))
      }
      node.children = [ContractNode(.enumeration, "", [:], values)]
    case _ where model.payloads[element.id] != nil:
      if let type = model.payloads[element.id] {
        node = schema(type, .definition)
        node.key = element.name
      }
    default:
      node[.type] = .text("object")
      // Fields that come from columns have no element of their own.
      let own = Dictionary(
        element.children.map { (model[$0].nameRange, model[$0]) }, uniquingKeysWith: { first, _ in first })
      node.children = (model.fields[element.id] ?? []).map { property($0, own[$0.range]) }
    }
    node[.title] = element.label.map(Datum.text)
    if let summary = element.summary { node[.description] = .text(summary) }
    if element.states("deprecated") { node[.deprecated] = .flag }
    return node
  }

  private mutating func property(_ field: Field, _ element: Element?) -> ContractNode {
    var node = schema(field.type.unwrapped, .property)
    node.key = field.name
    if !field.type.isOptional { node[.required] = .flag }
    node[.defaultValue] = field.defaultValue.map { .text(Self.json($0, node)) }
    if field.facts.contains(where: { $0.key == "read-only" }) { node[.readOnly] = .flag }
    if field.facts.contains(where: { $0.key == "write-only" }) { node[.writeOnly] = .flag }
    if let fact = field.facts.first(where: { $0.key == "deprecated" }) {
      node[.deprecated] = .flag
      if case .quantity(_, let written)? = fact.fact("until")?.values.first { node[.sunset] = .text(written) }
    }
    if let example = field.facts.first(where: { $0.key == "example" }) {
      node[.example] = Self.written(example).map { .text(Self.json($0, node)) }
    }
    if let words = element?.label ?? element?.summary { node[.description] = .text(words) }
    return node
  }

  private static func written(_ fact: Fact) -> String? {
    switch fact.values.first {
    case .quantity(_, let written): written
    case .text(let text): JSONText.quoted(text)
    default: fact.word
    }
  }

  /// A literal of the design as JSON: what is a number or `true` stays so, unless texts are asked for.
  static func json(_ literal: String, _ shape: ContractNode) -> String {
    if literal.hasPrefix("[") { return Document.json(literal).json }
    if literal.hasPrefix("\"") { return Document.json(literal).json }
    let isText = shape.text(.type) == "string" || shape.reference != nil
    if !isText, literal == "true" || literal == "false" || literal == "null" || Number(literal) != nil {
      return literal
    }
    return JSONText.quoted(literal.hasPrefix("`") ? String(literal.dropFirst().dropLast()) : literal)
  }

  /// The shape of a type, in the part that it plays.
  mutating func schema(_ type: DataType, _ thing: Thing) -> ContractNode {
    switch type {
    case .optional(let inner):
      var node = schema(inner, thing)
      node[.nullable] = .flag
      return node
    case .list(let inner):
      return ContractNode(thing, "", [.type: .text("array")], saying(schema(inner, .items)))
    case .map(_, let value):
      return ContractNode(thing, "", [.type: .text("object")], saying(schema(value, .additionalProperties)))
    case .oneOf(let types):
      var node = ContractNode(thing)
      var alternatives: [ContractNode] = []
      for (index, type) in types.enumerated() {
        var alternative = schema(type, .alternative)
        alternative.key = alternative.reference ?? "#\(index + 1)"
        alternatives.append(alternative)
      }
      node.children = [ContractNode(.oneOf, "", [:], alternatives)]
      return node
    case .named(let named):
      if let target = named.target { return ContractNode(thing, "", [.reference: .text(name(of: target))]) }
      var node = ContractNode(
        thing, "", named.isColumnType ? Self.columnFacts(named) : Self.scalarFacts(named.name))
      Self.constrain(&node, named)
      return node
    }
  }

  /// A part that says something; what admits everything says nothing.
  private func saying(_ node: ContractNode) -> [ContractNode] {
    node.facts.isEmpty && node.children.isEmpty ? [] : [node]
  }

  /// The scalar types of the language as JSON Schema, with formats of the OpenAPI registry.
  private static func scalarFacts(_ name: String) -> [Attribute: Datum] {
    func typed(_ type: String, _ format: String? = nil) -> [Attribute: Datum] {
      format.map { [.type: .text(type), .format: .text($0)] } ?? [.type: .text(type)]
    }
    return switch name {
    case "string": typed("string")
    case "int": typed("integer")
    case "long": typed("integer", "int64")
    case "float": typed("number")
    case "decimal": typed("number", "decimal")
    case "bool": typed("boolean")
    case "datetime": typed("string", "date-time")
    case "url": typed("string", "uri")
    case "json": [:]
    default: typed("string", name)
    }
  }

  private static func constrain(_ node: inout ContractNode, _ named: NamedType) {
    guard !named.isColumnType else { return }
    if named.name == "decimal" {
      let digits = named.arguments.map(\.value)
      if !digits.isEmpty { node[.format] = .text("decimal(\(digits.joined(separator: ", ")))") }
      return
    }
    for argument in named.arguments {
      if let bounds = range(argument.value) {
        let isText = node.text(.type) == "string"
        if let low = bounds.low { node[isText ? .minLength : .minimum] = .number(low) }
        if let high = bounds.high { node[isText ? .maxLength : .maximum] = .number(high) }
      } else if node.text(.type) == "string" {
        node[.pattern] = .text(argument.value)
      }
    }
  }

  /// `1..200`, `..30`, `0..`, or one number for both bounds.
  private static func range(_ text: String) -> (low: Number?, high: Number?)? {
    guard let dots = text.range(of: "..") else { return Number(text).map { ($0, $0) } }
    let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let bounds = (low: Number(String(low)), high: Number(String(high)))
    guard low.isEmpty || bounds.low != nil, high.isEmpty || bounds.high != nil else { return nil }
    return bounds.low == nil && bounds.high == nil ? nil : bounds
  }

  /// The type of a column as it arrives in JSON.
  private static func columnFacts(_ named: NamedType) -> [Attribute: Datum] {
    let name = named.name.lowercased()
    let category =
      Engine.named("postgresql")?.type(name)?.category ?? Engine.named("mysql")?.type(name)?.category
      ?? Engine.named("sqlserver")?.type(name)?.category ?? Engine.named("oracle")?.type(name)?.category
    var facts: [Attribute: Datum]
    switch category {
    case .integer: facts = scalarFacts(name.hasPrefix("big") ? "long" : "int")
    case .decimal:
      facts = scalarFacts("decimal")
      if !named.arguments.isEmpty {
        facts[.format] = .text("decimal(\(named.arguments.map(\.value).joined(separator: ", ")))")
      }
    case .float: facts = scalarFacts("float")
    case .boolean: facts = scalarFacts("bool")
    case .text:
      facts = scalarFacts("string")
      if let length = named.arguments.first.flatMap({ Number($0.value) }) {
        facts[.maxLength] = .number(length)
      }
    case .binary: facts = scalarFacts("binary")
    case .date: facts = scalarFacts("date")
    case .time: facts = scalarFacts("time")
    case .timestamp: facts = scalarFacts("datetime")
    case .interval: facts = scalarFacts("duration")
    case .uuid: facts = scalarFacts("uuid")
    case .json, .list, .other, nil: facts = [:]
    }
    return facts
  }
}
