/// Shapes as types of the language.
extension DesignWriter {
  /// A name for a type that no other has.
  mutating func unusedName(_ wanted: String) -> String {
    let wanted = DesignText.scalars.contains(wanted) ? DesignText.capitalized(wanted) : wanted
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)\(number)"
      number += 1
    }
    return name
  }

  /// Gives a shape a name of its own, and the name back.
  mutating func hoisted(_ hint: String, _ node: ContractNode) -> String {
    let name = unusedName(hint)
    pending.append((name, node))
    return DesignText.name(name)
  }

  // MARK: Declarations

  /// The statement that declares a named shape.
  mutating func declaration(_ name: String, _ node: ContractNode) -> [String] {
    let node = definitions.merged(node)
    let documentation = DesignText.documentation(node.text(.description))
    let title = node.text(.title).map { $0 == name ? "" : " \(DesignText.text($0))" } ?? ""
    if let values = texts(node) {
      leaveOutConstraints(node, but: [])
      if node.has(.deprecated) { leaveOut("`deprecated` of enums") }
      let cases = values.map { DesignText.name($0) }.joined(separator: ", ")
      return documentation + ["enum \(DesignText.name(name))\(title) { \(cases) }"]
    }
    let isObject = node.text(.type) == "object" && node.child(.property) != nil
    guard isObject else {
      let text = type(node, name, isDeclared: true) + (node.has(.nullable) ? "?" : "")
      return documentation + ["type \(DesignText.name(name)): \(text)\(title)\(deprecation(node))"]
    }
    if node.has(.nullable) { leaveOut("`null` for whole objects") }
    if node.child(.oneOf) != nil || node.child(.anyOf) != nil { leaveOut("alternatives beside properties") }
    leaveOutConstraints(node, but: [])
    leaveOutParts(node)
    var lines = documentation + ["type \(DesignText.name(name))\(title)\(deprecation(node)) {"]
    for property in node.children(.property) {
      if DesignText.canSay(property.key) {
        lines += field(property, name)
      } else {
        leaveOut("the property \(JSONText.quoted(property.key)), which is no name in a design")
      }
    }
    return lines + ["}"]
  }

  private mutating func field(_ node: ContractNode, _ owner: String) -> [String] {
    var shape = node
    shape[.description] = nil
    var out =
      "\(DesignText.name(node.key, isClear: true)): \(type(shape, owner + DesignText.capitalized(node.key)))"
    if node.has(.nullable) { leaveOut("`null` as a value of a property") }
    if !node.has(.required) || node.has(.nullable) { out += "?" }
    if let value = node.text(.defaultValue) {
      if let literal = DesignText.literal(value) {
        out += " = \(literal)"
      } else {
        leaveOut("`default` that is an object")
      }
    }
    var documentation: [String] = []
    if let words = node.text(.description) {
      if words.count <= 60, !words.contains("\n") {
        out += " \(DesignText.text(words))"
      } else {
        documentation = DesignText.documentation(words)
      }
    }
    if node.has(.title) { leaveOut("`title` of properties") }
    out += deprecation(node)
    if let value = node.text(.example) {
      if let literal = DesignText.literal(value) {
        out += " example \(literal)"
      } else {
        leaveOut("`example` that is an object")
      }
    }
    if node.has(.readOnly) { out += " read-only" }
    if node.has(.writeOnly) { out += " write-only" }
    return documentation + [out]
  }

  // MARK: Types

  /// The type of a shape, without the `?` of what may be missing.
  ///
  /// - Parameters:
  ///   - hint: the name it is given when it needs one.
  ///   - isDeclared: whether it is being declared under that name.
  mutating func type(_ node: ContractNode, _ hint: String, isDeclared: Bool = false) -> String {
    if let reference = node.reference {
      leaveOutConstraints(node, but: [])
      leaveOutParts(node)
      return DesignText.name(names[reference] ?? reference)
    }
    if let words = node.text(.description), !isDeclared, !words.isEmpty {
      leaveOut("`description` of shapes without a name")
    }
    let node = definitions.merged(node)
    if texts(node) != nil, !isDeclared { return hoisted(hint, node) }
    if node.child(.enumeration) != nil { leaveOut("`enum` of values that are no texts") }
    if let list = node.child(.oneOf) ?? node.child(.anyOf), node.child(.property) == nil {
      if list.thing == .anyOf { leaveOut("that several alternatives may hold at once (`anyOf`)") }
      leaveOutConstraints(node, but: [.type])
      leaveOutParts(node)
      var types: [String] = []
      for (index, alternative) in list.children.enumerated() {
        let text = type(alternative, "\(hint)\(index + 1)")
        if !types.contains(text) { types.append(text) }
      }
      return types.joined(separator: " | ")
    }
    let kinds = (node.text(.type) ?? "").split(separator: " ").map(String.init)
    if kinds.count > 1 {
      leaveOutConstraints(node, but: [.type])
      leaveOutParts(node)
      return kinds.map { kind in
        var one = ContractNode(node.thing)
        one[.type] = .text(kind)
        return type(one, hint)
      }.joined(separator: " | ")
    }
    switch kinds.first {
    case "object": return object(node, hint, isDeclared)
    case "array":
      leaveOutConstraints(node, but: [.type])
      leaveOutParts(node, but: [.items])
      guard let items = node.child(.items) else { return "[json]" }
      return "[\(type(items, hint + "Item"))\(items.has(.nullable) ? "?" : "")]"
    case "string", "integer", "number", "boolean":
      leaveOutParts(node)
      if kinds[0] == "string" { return string(node) }
      if kinds[0] != "boolean" { return number(node) }
      leaveOutConstraints(node, but: [.type])
      return "bool"
    case JSONTypes.none?:
      leaveOut("a shape that admits nothing")
      return "json"
    default:
      leaveOutConstraints(node, but: [])
      leaveOutParts(node)
      return "json"
    }
  }

  private mutating func object(_ node: ContractNode, _ hint: String, _ isDeclared: Bool) -> String {
    if node.child(.property) != nil { return hoisted(hint, node) }
    leaveOutConstraints(node, but: [.type])
    leaveOutParts(node, but: [.additionalProperties])
    guard let values = node.child(.additionalProperties), values.text(.type) != JSONTypes.none else {
      if node.child(.additionalProperties) != nil { leaveOut("that an object has no further properties") }
      return "[string: json]"
    }
    return "[string: \(type(values, hint + "Value"))\(values.has(.nullable) ? "?" : "")]"
  }

  private mutating func string(_ node: ContractNode) -> String {
    let format = node.text(.format)
    var name = "string"
    switch format {
    case "uuid", "date", "time", "duration", "email", "binary": name = format ?? name
    case "date-time": name = "datetime"
    case "uri": name = "url"
    case let format?: leaveOut("the format `\(format)`")
    case nil: break
    }
    leaveOutConstraints(node, but: [.type, .format, .minLength, .maxLength, .pattern])
    var arguments = [range(node, .minLength, .maxLength)].compactMap { $0 }
    if let pattern = node.text(.pattern) { arguments.append(DesignText.text(pattern)) }
    return name + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))")
  }

  private mutating func number(_ node: ContractNode) -> String {
    let format = node.text(.format)
    var node = node
    var name = node.text(.type) == "integer" ? "int" : "float"
    if name == "int" {
      if format == "int64" { name = "long" } else if let format { leaveOut("the format `\(format)`") }
      include(&node, .exclusiveMinimum, .minimum, 1)
      include(&node, .exclusiveMaximum, .maximum, -1)
    } else if let format, format.hasPrefix("decimal") {
      leaveOutConstraints(node, but: [.type, .format])
      return format
    } else if let format {
      leaveOut("the format `\(format)`")
    }
    leaveOutConstraints(node, but: [.type, .format, .minimum, .maximum])
    return name + (range(node, .minimum, .maximum).map { "(\($0))" } ?? "")
  }

  /// Of whole numbers, above 0 is from 1.
  private func include(_ node: inout ContractNode, _ from: Attribute, _ to: Attribute, _ step: Int) {
    guard case .number(let number)? = node[from], let value = number.int, !node.has(to) else { return }
    node[to] = .number(Number(value + step))
    node[from] = nil
  }

  private mutating func range(_ node: ContractNode, _ low: Attribute, _ high: Attribute) -> String? {
    func bound(_ attribute: Attribute) -> String? {
      if case .number(let number)? = node[attribute] { number.description } else { nil }
    }
    let bounds = (bound(low), bound(high))
    guard bounds.0 != nil || bounds.1 != nil else { return nil }
    guard !(bounds.0 ?? "").hasPrefix("-"), !(bounds.1 ?? "").hasPrefix("-") else {
      leaveOut("bounds below zero")
      return nil
    }
    return "\(bounds.0 ?? "")..\(bounds.1 ?? "")"
  }

  /// The values of an enumeration of texts that can be names; nil when it is none.
  private func texts(_ node: ContractNode) -> [String]? {
    guard let values = node.child(.enumeration)?.children, !values.isEmpty else { return nil }
    let texts = values.compactMap { JSONText.unquoted($0.key) }
    let isNames = texts.allSatisfy(DesignText.canSay)
    return texts.count == values.count && isNames ? texts : nil
  }

  // MARK: What cannot be said

  /// Facts that are told elsewhere, or by the type itself.
  private static let told: Set<Attribute> = [
    .title, .description, .example, .deprecated, .sunset, .reference, .required, .nullable, .defaultValue,
    .readOnly,
    .writeOnly, .type,
  ]

  mutating func leaveOutConstraints(_ node: ContractNode, but known: Set<Attribute>) {
    for (attribute, _) in node.orderedFacts where !Self.told.contains(attribute) && !known.contains(attribute)
    {
      leaveOut("`\(attribute.rawValue)` of shapes")
    }
  }

  private static let toldParts: Set<Thing> = [.property, .enumeration, .oneOf, .anyOf, .allOf]

  mutating func leaveOutParts(_ node: ContractNode, but known: Set<Thing> = []) {
    for part in node.children where !Self.toldParts.contains(part.thing) && !known.contains(part.thing) {
      leaveOut("`\(part.thing.rawValue)` of shapes")
    }
  }
}
