/// Makes example values of shapes: what the design states as an example goes first, then the default, then what fits the
/// type. The same shape always has the same value, so that a document, a page and a mock show the same.
package struct ExampleMaker {
  /// Shapes within shapes deeper than this show only what must be there.
  private static let mostDepth = 6
  /// The same holds once a value consists of so many.
  private static let mostValues = 400

  let definitions: [String: ContractNode]
  private let direction: Direction?
  private var check: ValueCheck
  private var values = 0
  /// The declared shapes that the value lies in; one that holds itself ends there.
  private var inside: [String] = []
  /// Which of several different values is made, from 0.
  var number = 0

  /// - Parameters:
  ///   - definitions: the named shapes of the contract.
  ///   - direction: which way the value goes: what is only read is not sent, what is only written not given.
  package init(_ definitions: [String: ContractNode], direction: Direction? = nil) {
    self.definitions = definitions
    self.direction = direction
    check = ValueCheck(definitions, direction: direction)
  }

  /// A value of a shape.
  ///
  /// - Parameter number: which one of several, from 0: names and numbers differ where the shape lets them.
  package mutating func example(of shape: ContractNode, number: Int = 0) -> Document {
    values = 0
    inside = []
    self.number = number
    return value(shape, name: "") ?? Document(.mapping([]))
  }

  /// Whether a value is one of a shape.
  package mutating func fits(_ value: Document, _ shape: ContractNode) -> Bool {
    check.misfits(value, shape).allSatisfy { $0.kind == .undeclared }
  }

  /// A value of a shape; nil where it would hold itself without end.
  mutating func value(_ shape: ContractNode, name: String) -> Document? {
    let (resolved, reference) = definitions.resolved(shape)
    if let reference {
      guard !inside.contains(reference) else { return nil }
      inside.append(reference)
    }
    defer { if reference != nil { inside.removeLast() } }
    values += 1
    for stated in [Attribute.example, .defaultValue] {
      guard let text = resolved.text(stated) else { continue }
      let value = Document.json(text)
      if fits(value, shape) { return value }
    }
    let whole = definitions.merged(resolved)
    let made = alternative(of: whole, name: name) ?? plain(whole, name: name)
    guard let reference, let discriminator = whole.child(.discriminator) else { return made }
    return made.map { naming($0, reference, discriminator, shape) }
  }

  /// The value of the first alternative that makes one which fits the whole.
  private mutating func alternative(of shape: ContractNode, name: String) -> Document? {
    guard let union = shape.child(.oneOf) ?? shape.child(.anyOf) else { return nil }
    var rest = shape
    rest.children.removeAll { $0.thing == union.thing }
    var first: Document?
    for alternative in union.children {
      let reference = alternative.reference
      if let reference, inside.contains(reference) { continue }
      var part = definitions.resolved(alternative).node
      part[.example] = part[.example] ?? rest[.example]
      // What is said beside the alternatives holds for each.
      let joined = definitions.merged(
        ContractNode(
          .body, "", rest.facts,
          rest.children.filter { $0.thing != .discriminator } + [
            .init(.allOf, "#1", part.facts, part.children)
          ]
        ))
      if let reference { inside.append(reference) }
      let made = self.alternative(of: joined, name: name) ?? plain(joined, name: name)
      if reference != nil { inside.removeLast() }
      guard var value = made else { continue }
      if let reference, let discriminator = shape.child(.discriminator) {
        value = naming(value, reference, discriminator, alternative)
      }
      if fits(value, shape) { return value }
      first = first ?? value
    }
    return first
  }

  /// The value with the property that says which alternative it is of.
  private mutating func naming(
    _ value: Document, _ reference: String, _ discriminator: ContractNode, _ shape: ContractNode
  ) -> Document {
    guard let property = discriminator.text(.name), value.isMapping else { return value }
    let word =
      discriminator.children.first { mapping in
        (mapping.text(.target) ?? "").split(separator: "/").last.map(String.init) == reference
      }?.key ?? reference
    let named = value.replacing(property, with: Document.text(word))
    return fits(named, shape) ? named : value
  }

  // MARK: By type

  private mutating func plain(_ shape: ContractNode, name: String) -> Document? {
    if let values = shape.child(.enumeration)?.children, !values.isEmpty {
      let texts = values.indices.map { values[($0 + number) % values.count].key }
      let documents = texts.map(Document.json)
      return documents.first { fits($0, shape) } ?? documents[0]
    }
    switch Self.type(of: shape) {
    case "object": return object(shape)
    case "array": return list(shape, name: name)
    case "string": return text(shape, name: name)
    case "integer", "number": return number(shape)
    case "boolean": return Document.yes
    case "null": return Document(.null)
    default: return Document(.mapping([]))
    }
  }

  /// The first type that is stated, else the one that what is said belongs to.
  private static func type(of shape: ContractNode) -> String? {
    if let type = shape.text(.type)?.split(separator: " ").first { return String(type) }
    let things = Set(shape.children.map(\.thing))
    if !things.isDisjoint(with: [.items, .prefixItem, .contains]) || shape.has(.minItems) { return "array" }
    if shape.has(.pattern) || shape.has(.format) || shape.has(.minLength) || shape.has(.maxLength) {
      return "string"
    }
    return shape.has(.minimum) || shape.has(.maximum) || shape.has(.multipleOf) ? "number" : "object"
  }

  private mutating func object(_ shape: ContractNode) -> Document {
    let isBrief = inside.count > Self.mostDepth || values > Self.mostValues
    let full = object(shape, requiredOnly: isBrief)
    if isBrief || fits(full, shape) { return full }
    let least = object(shape, requiredOnly: true)
    return fits(least, shape) ? least : full
  }

  private mutating func object(_ shape: ContractNode, requiredOnly: Bool) -> Document {
    var out = MappingBuilder()
    var names: Set<String> = []
    for property in shape.children(.property) where !check.isUnseen(property) {
      guard property.has(.required) || !requiredOnly else { continue }
      guard
        let value = value(property, name: property.key)
          ?? (property.has(.required) ? Document(property.has(.nullable) ? .null : .mapping([])) : nil)
      else { continue }
      out.put(property.key, value)
      names.insert(property.key)
    }
    let others = shape.child(.additionalProperties)
    for name in shape.children(.requiredName).map(\.key) where !names.contains(name) {
      out.put(name, others.flatMap { value($0, name: name) } ?? Document.text("text"))
      names.insert(name)
    }
    // One entry shows what the values of a map are.
    guard let others, others.text(.type) != JSONTypes.none else { return out.document }
    let isMap = shape.children(.property).isEmpty
    let least = max(shape.count(.minProperties) ?? 0, isMap ? min(1, shape.count(.maxProperties) ?? 1) : 0)
    for index in 0..<max(0, min(least, 100) - names.count) {
      let key = shape.child(.propertyNames).flatMap { other($0, number + index).text }
      guard let value = value(others, name: "") else { break }
      out.put(key ?? (index == 0 ? "key" : "key-\(index + 1)"), value)
    }
    return out.document
  }

  private mutating func list(_ shape: ContractNode, name: String) -> Document {
    var items: [Document] = []
    for part in shape.children(.prefixItem) { items.append(value(part, name: name) ?? Document(.null)) }
    let wanted = max(shape.count(.minItems) ?? 0, min(1, shape.count(.maxItems) ?? 1))
    guard let part = shape.child(.items) ?? shape.child(.contains) ?? (wanted > 1 ? .init(.items) : nil)
    else {
      return Document.list(items)
    }
    for index in 0..<max(0, min(wanted, 1000) - items.count) {
      let former = (number, inside)
      number += index
      defer { (number, inside) = former }
      guard let value = value(part, name: name) else { break }
      items.append(value)
    }
    return Document.list(items)
  }

  /// Another value of a shape, beside the one that is being made.
  private mutating func other(_ shape: ContractNode, _ number: Int) -> Document {
    let former = self.number
    self.number = number
    defer { self.number = former }
    return value(shape, name: "") ?? Document(.null)
  }
}

extension Document {
  /// The same mapping with another value for a key, which is put at the end where it was not there.
  func replacing(_ key: String, with value: Document) -> Document {
    var out = MappingBuilder()
    for entry in entries { out.put(entry.key, entry.key == key ? value : entry.value) }
    if self[key] == nil { out.put(key, value) }
    return out.document
  }
}
