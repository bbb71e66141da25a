import DesignModel

/// Example values of types, as JSON.
struct Examples {
  private let model: Model

  init(_ model: Model) { self.model = model }

  /// A value of the type, over several lines.
  func json(_ type: DataType) -> String {
    var out = ""
    write(value(type, name: "", inside: []), indent: "", &out)
    return out
  }

  /// A value of a declared type.
  func json(declared id: ElementID) -> String {
    var out = ""
    write(value(declared: id, name: "", inside: []), indent: "", &out)
    return out
  }

  /// Whether the fields of a type are known, so that an example says more than the type's name.
  func isWorthwhile(_ type: DataType) -> Bool {
    switch type {
    case .named(let named):
      named.target.map { model.fields[$0] != nil || model.payloads[$0].map(isWorthwhile) ?? false } ?? false
    case .list(let element), .optional(let element): isWorthwhile(element)
    case .map(_, let value): isWorthwhile(value)
    case .oneOf(let types): types.first.map(isWorthwhile) ?? false
    }
  }

  private indirect enum Value {
    /// As it stands in JSON.
    case literal(String)
    case array([Value])
    case object([(String, Value)])
  }

  /// - Parameter inside: the declared types that the value lies in; one that holds itself ends there.
  private func value(_ type: DataType, name: String, inside: [ElementID]) -> Value {
    switch type {
    case .named(let named): return value(named, name: name, inside: inside)
    case .list(let element):
      if let target = element.name?.target, inside.contains(target) { return .array([]) }
      return .array([value(element, name: name, inside: inside)])
    case .map(let key, let element):
      guard case .literal(let text) = value(key, name: "", inside: inside) else { return .object([]) }
      return .object([(text.filter { $0 != "\"" }, value(element, name: name, inside: inside))])
    case .oneOf(let types):
      return types.first.map { value($0, name: name, inside: inside) } ?? .literal("null")
    case .optional(let inner):
      if let target = inner.name?.target, inside.contains(target) { return .literal("null") }
      return value(inner, name: name, inside: inside)
    }
  }

  private func value(_ type: NamedType, name: String, inside: [ElementID]) -> Value {
    guard let target = type.target else { return .literal(Scalar.example(of: type, name: name)) }
    return value(declared: target, name: name, inside: inside)
  }

  private func value(declared target: ElementID, name: String, inside: [ElementID]) -> Value {
    if inside.contains(target) { return .object([]) }
    let inside = inside + [target]
    if model[target].kind == .enumeration {
      let first = model[target].children.first { model[$0].kind == .enumCase }
      return .literal(Self.quoted(first.map { model[$0].name } ?? ""))
    }
    if let fields = model.fields[target] {
      return .object(
        fields.map { field in
          let stated = field.facts.first { $0.key == "example" }.flatMap(Self.literal)
          return (
            field.name, stated.map(Value.literal) ?? value(field.type, name: field.name, inside: inside)
          )
        })
    }
    return model.payloads[target].map { value($0, name: name, inside: inside) } ?? .object([])
  }

  /// What an `example` fact says.
  private static func literal(_ fact: Fact) -> String? {
    switch fact.values.first {
    case .text(let text), .sql(let text): quoted(text)
    case .word(let word): ["true", "false", "null"].contains(word) ? word : quoted(word)
    case .quantity(let quantity, let written):
      switch quantity {
      case .count, .number: written
      default: quoted(written)
      }
    default: nil
    }
  }

  /// A text as JSON has it.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private func write(_ value: Value, indent: String, _ out: inout String) {
    let inner = indent + "  "
    switch value {
    case .literal(let text): out += text
    case .array(let values):
      guard !values.isEmpty else {
        out += "[]"
        return
      }
      out += "["
      for (index, value) in values.enumerated() {
        out += (index == 0 ? "\n" : ",\n") + inner
        write(value, indent: inner, &out)
      }
      out += "\n\(indent)]"
    case .object(let fields):
      guard !fields.isEmpty else {
        out += "{}"
        return
      }
      out += "{"
      for (index, field) in fields.enumerated() {
        out += (index == 0 ? "\n" : ",\n") + inner + Self.quoted(field.0) + ": "
        write(field.1, indent: inner, &out)
      }
      out += "\n\(indent)}"
    }
  }
}

/// Example values of types that no design declares.
private enum Scalar {
  static func example(of type: NamedType, name: String) -> String {
    switch category(type.name) {
    case .integer: lowerBound(type) ?? "1"
    case .decimal: "12.50"
    case .float: "0.5"
    case .boolean: "true"
    case .json: "{}"
    case .list: "[]"
    case .date: "\"2026-01-31\""
    case .time: "\"09:30:00\""
    case .timestamp: "\"2026-01-31T09:30:00Z\""
    case .interval: "\"PT15M\""
    case .uuid: "\"7d444840-9dc0-11d1-b245-5ffdce74fad2\""
    case .binary: "\"aGVsbG8=\""
    case .text, .other: text(type, name)
    }
  }

  private static func text(_ type: NamedType, _ name: String) -> String {
    switch type.name {
    case "url": "\"https://example.com/\""
    case "email": "\"person@example.com\""
    default: name == "currency" ? "\"EUR\"" : name == "country" ? "\"DE\"" : "\"text\""
    }
  }

  private static func category(_ name: String) -> Engine.Category {
    switch name {
    case "string", "url", "email": return .text
    case "long": return .integer
    case "bool": return .boolean
    case "datetime": return .timestamp
    case "duration": return .interval
    case "binary": return .binary
    default: break
    }
    for engine in ["postgresql", "mysql", "sqlserver", "oracle", "mongodb", "dynamodb"] {
      if let known = Engine.named(engine)?.type(name) { return known.category }
    }
    return .other
  }

  /// Of `int(5..9)`, the 5.
  private static func lowerBound(_ type: NamedType) -> String? {
    guard let written = type.arguments.first?.value, let dots = written.firstRange(of: "..") else {
      return nil
    }
    let bound = written[..<dots.lowerBound]
    return Int(bound).map { $0 == 0 ? "1" : String($0) }
  }
}
