/// Types, numbers, counts, and how values are told.
extension ValueCheck {
  /// Whether a value is of one of these types, which stand with spaces between them. A whole number is an integer however
  /// it is written.
  static func isOf(_ types: String, _ value: Document) -> Bool {
    types.split(separator: " ").contains { type in
      switch (type, value.content) {
      case ("string", .text), ("number", .number), ("boolean", .bool), ("array", .sequence),
        ("object", .mapping),
        ("null", .null):
        true
      case ("integer", .number(let number, _)): number.isWhole
      default: false
      }
    }
  }

  static func mismatch(_ value: Document, _ types: String) -> String {
    if types == JSONTypes.none { return "may not be there" }
    if types == "integer", case .number(let number, _) = value.content {
      return "is \(number), not a whole number"
    }
    return
      "is \(noun(of: value)), not \(types.split(separator: " ").map(noun(ofType:)).joined(separator: " or "))"
  }

  static func noun(of value: Document) -> String {
    switch value.content {
    case .text: "a text"
    case .number: "a number"
    case .bool: "true or false"
    case .sequence: "a list"
    case .mapping: "an object"
    case .null: "null"
    }
  }

  private static func noun(ofType type: Substring) -> String {
    switch type {
    case "string": "a text"
    case "number": "a number"
    case "integer": "a whole number"
    case "boolean": "true or false"
    case "array": "a list"
    case "object": "an object"
    default: "`\(type)`"
    }
  }

  static func numberMisfits(_ number: Number, _ shape: ContractNode, _ path: [Misfit.Step]) -> [Misfit] {
    var out: [String] = []
    func bound(_ attribute: Attribute) -> Number? {
      if case .number(let number)? = shape[attribute] { number } else { nil }
    }
    if let least = bound(.minimum), number < least { out.append("is \(number), less than \(least)") }
    if let most = bound(.maximum), number > most { out.append("is \(number), more than \(most)") }
    if let least = bound(.exclusiveMinimum), number <= least {
      out.append("is \(number), not more than \(least)")
    }
    if let most = bound(.exclusiveMaximum), number >= most {
      out.append("is \(number), not less than \(most)")
    }
    if let step = bound(.multipleOf), !number.isMultiple(of: step) {
      out.append("is \(number), which is no multiple of \(step)")
    }
    if let format = shape.text(.format), let reason = ValueFormat.misfit(number, format) {
      out.append("is \(number), \(reason)")
    }
    return out.map { Misfit(kind: .value, path: path, message: $0) }
  }

  /// Why a count is out of bounds; nil when it is within.
  static func countMisfit(
    _ count: Int, _ shape: ContractNode, _ least: Attribute, _ most: Attribute, _ noun: String,
    _ plural: String? = nil
  ) -> String? {
    if let bound = shape.count(least), count < bound {
      return "has \(counted(count, noun, plural)), fewer than \(bound)"
    }
    if let bound = shape.count(most), count > bound {
      return "has \(counted(count, noun, plural)), more than \(bound)"
    }
    return nil
  }

  static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? "\(noun)s")"
  }

  func counted(_ count: Int, _ noun: String) -> String { Self.counted(count, noun) }

  /// A value in a sentence, cut where it is long.
  static func shown(_ value: Document) -> String {
    switch value.content {
    case .mapping, .sequence: noun(of: value)
    default: shown(json: value.json)
    }
  }

  static func shown(_ text: String) -> String { shown(json: JSONText.quoted(text)) }

  private static func shown(json: String) -> String { "`\(json.count > 60 ? "\(json.prefix(59))…" : json)`" }

  /// Some names in a sentence.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }
}
