import DesignSource
import DesignSyntax

/// Types of columns, fields, parameters, answers and payloads.
extension ModelBuilder {
  /// The scalar types of apis and events.
  package static let scalars = [
    "string", "int", "long", "float", "decimal", "bool", "uuid", "date", "time", "datetime", "duration",
    "url", "email",
    "binary", "json",
  ]

  private static let scalarSet = Set(scalars)

  /// What databases, languages and other contracts call them.
  private static let foreignScalars = [
    "boolean": "bool", "integer": "int", "int32": "int", "int64": "long", "bigint": "long", "text": "string",
    "varchar": "string", "str": "string", "char": "string", "number": "decimal", "numeric": "decimal",
    "double": "float",
    "timestamp": "datetime", "timestamptz": "datetime", "instant": "datetime", "uri": "url",
    "bytes": "binary",
    "object": "json", "any": "json", "guid": "uuid",
  ]

  /// The type that a node states.
  ///
  /// - Parameter inColumn: whether it is a column's, whose names are its engine's unless something declares them.
  mutating func dataType(_ node: Node, in scope: ElementID?, inColumn: Bool) -> DataType? {
    switch node.kind {
    case .type:
      // One alternative is nearly always all.
      var first: DataType?
      var alternatives: [DataType] = []
      for child in node.children {
        guard let type = dataType(child, in: scope, inColumn: inColumn) else { continue }
        if let one = first {
          if alternatives.isEmpty { alternatives.append(one) }
          alternatives.append(type)
        } else {
          first = type
        }
      }
      return alternatives.isEmpty ? first : .oneOf(alternatives)
    case .listType, .mapType:
      var inner: [DataType] = []
      for child in node.children where child.kind == .type {
        if let type = dataType(child, in: scope, inColumn: inColumn) { inner.append(type) }
      }
      guard let first = inner.first else { return nil }
      return Self.suffixed(
        node.kind == .mapType && inner.count > 1 ? .map(first, inner[1]) : .list(first), node)
    case .namedType:
      return Self.suffixed(.named(namedType(node, in: scope, inColumn: inColumn)), node)
    default: return nil
    }
  }

  private static func suffixed(_ type: DataType, _ node: Node) -> DataType {
    // What follows the inner type is a suffix, if anything does.
    guard let last = node.last, last.kind == .question || last.kind == .rightBracket else { return type }
    var out = type
    let innerEnd = node.children.reduce(node.range.start) { max($0, $1.range.end) }
    for token in node.tokens where token.start >= innerEnd {
      if token.kind == .question { out = .optional(out) }
      if token.kind == .leftBracket { out = .list(out) }
    }
    return out
  }

  private mutating func namedType(_ node: Node, in scope: ElementID?, inColumn: Bool) -> NamedType {
    let list = node.child(.arguments)
    let arguments = list?.arguments ?? []
    if let text = node.child(.text) {
      return NamedType(
        name: Texts.value(of: text) ?? "", arguments: arguments, target: nil, isColumnType: true,
        range: node.range)
    }
    let path = node.child(.path)
    let words = path?.tokens ?? []
    var name = ""
    if words.count == 1, let only = words.first {
      name = node.tree.name(only)
    } else {
      for token in words {
        if token.kind != .dot, !name.isEmpty, !name.hasSuffix(".") { name += " " }
        name += node.tree.name(token)
      }
    }
    let end = max(path?.range.end ?? 0, list?.range.end ?? 0)
    for token in node.tokens where token.kind == .word && token.start >= end {
      name += " " + node.tree.text(token)
    }
    let target = declaredType(name, path, in: scope, inColumn: inColumn)
    for argument in arguments { checkBounds(argument, of: name, inColumn: inColumn) }
    return NamedType(
      name: name, arguments: arguments, target: target, isColumnType: inColumn, range: node.range)
  }

  /// Reports a length below nothing and a range whose end stands before its beginning.
  private mutating func checkBounds(_ argument: Argument, of type: String, inColumn: Bool) {
    let value = argument.value
    if !inColumn, let dots = value.firstRange(of: ".."), let low = Double(value[..<dots.lowerBound]),
      let high = Double(value[dots.upperBound...]), low > high
    {
      let turned = "\(value[dots.upperBound...])..\(value[..<dots.lowerBound])"
      report(
        "wrong-arguments", "",
        "no value lies between \(value[..<dots.lowerBound]) and \(value[dots.upperBound...])",
        at: argument.range,
        fixIts: [.init("write `\(turned)`", range: argument.range, replacement: turned, safety: .suggested)])
    } else if let length = Double(value), length < 0, !Self.takesNegativeScale.contains(type) {
      report(
        "wrong-arguments", "", "`\(type)` cannot have a length of \(value)", at: argument.range,
        help: ["write how long a value may be: a whole number from 1"])
    }
  }

  /// A negative scale rounds to the left of the point: PostgreSQL and Oracle have it.
  private static let takesNegativeScale: Set<String> = ["numeric", "decimal", "number"]

  private mutating func declaredType(_ name: String, _ path: Node?, in scope: ElementID?, inColumn: Bool)
    -> ElementID?
  {
    if !inColumn, Self.scalarSet.contains(name) { return nil }
    guard let path, !name.isEmpty else { return nil }
    let isOneName = path.tokens.count == 1
    let names = isOneName ? [name] : path.tokens.filter { $0.kind != .dot }.map { path.tree.name($0) }
    let resolution =
      isOneName
      ? scopes.resolve(name, from: scope, accepting: .types)
      : scopes.resolve(names, from: scope, accepting: .types)
    if case .found(let id) = resolution { return id }
    // Whether an engine knows a column's type is judged where engines are known.
    guard !inColumn else { return nil }
    if let near = Self.foreignScalars[name.lowercased()] ?? Spelling.nearest(to: name, among: Self.scalars),
      !names.contains(where: skippedWords.contains)
    {
      report(
        "MOD001", "unresolved-reference", "there is no type called `\(name)`", at: path.range,
        label: "did you mean `\(near)`?",
        fixIts: [.init("write `\(near)`", range: path.range, replacement: near, safety: .suggested)])
    } else {
      reportUnresolved(names, .types, from: scope, at: path.range, purpose: "a type")
    }
    return nil
  }

  /// Declared types, their fields, and payloads.
  mutating func resolveTypes() {
    for index in 0..<model.ownElementCount where Self.typed.contains(model.elements[index].kind) {
      let element = model.elements[index]
      let node = node(of: element.id)
      switch element.kind {
      case .topic, .queue:
        if let type = node.child(.type) {
          model.payloads[element.id] = dataType(type, in: element.id, inColumn: false)
        }
      case .domain:
        if let type = node.child(.type) {
          model.payloads[element.id] = dataType(type, in: element.id, inColumn: true)
        }
      case .type:
        if let type = node.child(.type) {
          model.payloads[element.id] = dataType(type, in: element.parent, inColumn: false)
        }
        model.fields[element.id] = fields(of: element)
      default: break
      }
    }
  }

  private static let typed = ElementKinds(.topic, .queue, .domain, .type)
  private static let from = form("from")

  private mutating func fields(of type: Element) -> [Field] {
    var out: [Field] = []
    for node in statements(of: type.id) where node.formID == Self.from {
      guard let path = node.child(.path) else { continue }
      let reference = resolve(
        path, accepting: ElementKinds(.table, .sqlView), from: type.parent, purpose: "from")
      guard let target = reference.target, let table = model.table(target) else { continue }
      out += fields(from: table, without: excluded(in: type, table))
    }
    for child in type.children where model[child].kind == .field {
      let node = node(of: child)
      guard let typeNode = node.child(.type), let dataType = dataType(typeNode, in: type.id, inColumn: false)
      else {
        continue
      }
      let value = node.children.first {
        $0.range.start > typeNode.range.end && Self.literalKinds.contains($0.kind)
      }
      let hasDefault = node.tokens.contains { $0.kind == .equal }
      out.append(
        Field(
          name: model[child].name, type: dataType, defaultValue: hasDefault ? value?.sourceText : nil,
          column: nil, facts: model[child].facts, range: model[child].nameRange))
    }
    return out
  }

  private static let literalKinds: Set<NodeKind> = [.value, .word, .text, .sql, .literal]

  private func fields(from table: Table, without excluded: [String]) -> [Field] {
    table.columns.filter { !excluded.contains($0.name) }.map {
      Field(
        name: $0.name, type: $0.type, defaultValue: nil, column: $0.element,
        facts: $0.facts.filter { $0.key == "classified" },
        range: $0.nameRange)
    }
  }

  /// The columns after `without`, each of which must exist.
  private mutating func excluded(in type: Element, _ table: Table) -> [String] {
    guard let fact = type.fact("without") else { return [] }
    for name in fact.words where table.column(name) == nil {
      let near = Spelling.nearest(to: name, among: table.columns.map(\.name))
      report(
        "MOD001", "unresolved-reference", "`\(model[table.element].path)` has no column `\(name)`",
        at: fact.range,
        label: near.map { "did you mean `\($0)`?" } ?? "")
    }
    return fact.words
  }
}
