import DesignSource
import DesignSyntax

/// `ATTRIBUTE OPERATOR VALUE, …`
extension RuleCompiler {
  /// Nil after a diagnostic.
  mutating func comparison(_ node: Node, _ subject: RuleSubject) -> Condition? {
    guard let path = node.child(.path), let (attribute, type) = attribute(path, subject) else { return nil }
    // The path, the operator, then the values.
    let parts = Array(node.children).dropFirst()
    guard let operation = parts.first else { return nil }
    let values = parts.dropFirst()
    let written = operation.sourceText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch written {
    case "is", "is not":
      guard let condition = equality(attribute, type, values) else { return nil }
      return written == "is" ? condition : .not(condition)
    case "contains": return containment(attribute, type, values)
    case "matches": return match(attribute, type, values)
    default:
      guard let order = Condition.Order(rawValue: written) else { return nil }
      return ordering(attribute, type, order, operation, values)
    }
  }

  private mutating func equality(
    _ attribute: RuleAttribute, _ type: RuleValueType, _ values: ArraySlice<Node>
  ) -> Condition? {
    if values.count == 1, let only = values.first, only.kind == .word {
      if only.words == "stated" { return .isStated(attribute) }
      if only.words == "none", !type.words.contains("none") || attribute.isFact {
        guard attribute.isFact else {
          error(
            "`\(attribute.written)` is never stated as `none`", at: only.range,
            help: "only facts can be stated to be absent; ask `\(attribute.written) is stated`")
          return nil
        }
        return .isNone(attribute)
      }
    }
    var operands: [Condition.Operand] = []
    for value in values {
      guard let operand = operand(value, of: attribute, type) else { return nil }
      operands.append(operand)
    }
    return .compared(attribute, .equals(operands))
  }

  private mutating func operand(_ value: Node, of attribute: RuleAttribute, _ type: RuleValueType)
    -> Condition.Operand?
  {
    if type.isFlag {
      error(
        "`\(attribute.written)` has no value to compare", at: value.range,
        help: "ask `\(attribute.written) is stated`, or `is none`")
      return nil
    }
    if value.kind == .value {
      // A text may well be a number: a status, a key.
      if type.isText, type.dimensions.isEmpty { return .text(value.sourceText) }
      return quantity(value, of: attribute, type).map { .quantity($0) }
    }
    let text = Texts.word(of: value)
    if type.isTruth {
      if let truth = Bool(text) { return .truth(truth) }
    } else if type.isText || (type.dimensions.isEmpty && type.words.isEmpty) || type.words.contains(text) {
      return .text(text)
    } else if type.dimensions.contains(.version),
      let version = Grammar.quantity(of: value, asOneOf: [.version])
    {
      return .quantity(version)
    }
    mismatch(value, attribute, type)
    return nil
  }

  /// A number in the unit that the attribute has.
  private mutating func quantity(_ value: Node, of attribute: RuleAttribute, _ type: RuleValueType)
    -> Quantity?
  {
    if let quantity = Grammar.quantity(of: value, asOneOf: type.dimensions.flatMap(Self.readings)) {
      return quantity
    }
    mismatch(value, attribute, type)
    return nil
  }

  /// A number of any dimension may be of each.
  private static func readings(_ dimension: Dimension) -> [Dimension] {
    dimension == .any ? [.any, .rate, .money, .date, .version] : [dimension]
  }

  private mutating func mismatch(_ value: Node, _ attribute: RuleAttribute, _ type: RuleValueType) {
    let near = value.kind == .word ? Spelling.nearest(to: value.words, among: type.words) : nil
    var examples = type.dimensions.first?.examples.map { "`\($0)`" }.joined(separator: " or ")
    if !type.words.isEmpty { examples = Self.list(type.words) }
    error(
      "`\(attribute.written)` is \(type.description), never `\(value.sourceText)`", at: value.range,
      near: near,
      help: examples.map { "such as \($0)" })
  }

  // MARK: Texts

  private mutating func containment(
    _ attribute: RuleAttribute, _ type: RuleValueType, _ values: ArraySlice<Node>
  ) -> Condition? {
    var texts: [String] = []
    for value in values {
      guard isText(value, "contains", attribute, type) else { return nil }
      if !type.isText, case .text? = operand(value, of: attribute, type) {
      } else if !type.isText {
        return nil
      }
      texts.append(Texts.word(of: value))
    }
    return .compared(attribute, .contains(texts, whole: type.isList))
  }

  private mutating func match(
    _ attribute: RuleAttribute, _ type: RuleValueType, _ values: ArraySlice<Node>
  ) -> Condition? {
    var patterns: [String] = []
    for value in values {
      guard isText(value, "matches", attribute, type) else { return nil }
      let pattern = Texts.word(of: value)
      guard Pattern(pattern) != nil else {
        self.error(
          "`\(pattern)` is no regular expression", at: value.range,
          help:
            "a `\\` before `.`, `*`, `+`, `?`, `(`, `)`, `[` or `{` takes it literally, and backticks keep `\\` as it is; there are no back references and no look-around"
        )
        return nil
      }
      patterns.append(pattern)
    }
    return .compared(attribute, .matches(patterns))
  }

  /// Whether both the attribute and the value are texts; says so when not.
  private mutating func isText(
    _ value: Node, _ word: String, _ attribute: RuleAttribute, _ type: RuleValueType
  ) -> Bool {
    guard type.isText || !type.words.isEmpty else {
      error(
        "`\(attribute.written)` is \(type.isFlag ? "a fact without a value" : type.description), which `\(word)` cannot look into",
        at: value.range,
        help: type.isFlag || type.isTruth
          ? "ask `\(attribute.written) is \(type.isTruth ? "true" : "stated")`"
          : "compare it with `is`, `<`, `<=`, `>` or `>=`")
      return false
    }
    guard value.kind != .value, value.kind != .literal else {
      error(
        "`\(word)` looks for a text, not for `\(value.sourceText)`", at: value.range, help: "put it in quotes"
      )
      return false
    }
    return true
  }

  // MARK: Order

  private mutating func ordering(
    _ attribute: RuleAttribute, _ type: RuleValueType, _ order: Condition.Order, _ operation: Node,
    _ values: ArraySlice<Node>
  ) -> Condition? {
    guard !type.dimensions.isEmpty else {
      error(
        "`\(attribute.written)` is \(type.isFlag ? "a fact without a value" : type.description), which `\(order.rawValue)` cannot compare",
        at: operation.range, help: "compare it with `is`, `contains` or `matches`")
      return nil
    }
    guard let value = values.first else { return nil }
    if let second = values.dropFirst().first {
      error("`\(order.rawValue)` compares with one value", at: second.range, help: "remove the others")
      return nil
    }
    if value.kind == .value || type.dimensions.contains(.version) {
      if let quantity = Grammar.quantity(of: value, asOneOf: type.dimensions.flatMap(Self.readings)) {
        return .compared(attribute, .ordered(order, quantity))
      }
    }
    mismatch(value, attribute, type)
    return nil
  }
}

extension RuleAttribute {
  /// Whether it is a fact, which may be stated, stated as absent, or unstated.
  package var isFact: Bool { if case .fact = source { true } else { false } }
}
