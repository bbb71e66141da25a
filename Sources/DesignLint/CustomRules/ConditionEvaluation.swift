import DesignModel
import DesignSyntax

/// Asks conditions of items, and takes down what could not be answered and which clauses were read.
struct ConditionEvaluation {
  let items: RuleItems
  private let values: AttributeValues
  /// Facts that are unstated, as a clause would state them, with the element that lacks each.
  private(set) var unstated: [(fact: String, element: ElementID)] = []
  /// Clauses that were read of the item itself.
  private(set) var read: [Fact] = []
  private var patterns: [String: Pattern?] = [:]

  init(_ items: RuleItems) {
    self.items = items
    values = AttributeValues(items)
  }

  /// Forgets what was taken down.
  mutating func startItem() {
    unstated = []
    read = []
  }

  mutating func holds(_ condition: Condition, _ item: RuleItem) -> Truth {
    switch condition {
    case .all(let parts):
      var truths: [Truth] = []
      for part in parts { truths.append(holds(part, item)) }
      return .all(truths)
    case .any(let parts):
      var truths: [Truth] = []
      for part in parts { truths.append(holds(part, item)) }
      return .any(truths)
    case .not(let inner): return !holds(inner, item)
    case .isStated(let attribute):
      if case .unstated = state(attribute, item) { return .no }
      return .yes
    case .has(let attribute):
      if case .stated = state(attribute, item) { return .yes }
      return .no
    case .isNone(let attribute):
      switch state(attribute, item) {
      case .absent: return .yes
      case .stated: return .no
      case .unstated: return unknown(attribute, item)
      }
    case .hasInside(let subject): return Truth(!items.inside(item, subject).isEmpty)
    case .quantified(let quantifier, let subject, let inner):
      let ownRead = read
      var truths: [Truth] = []
      for part in items.inside(item, subject) { truths.append(holds(inner, part)) }
      read = ownRead
      switch quantifier {
      case .any: return .any(truths)
      case .all: return .all(truths)
      case .none: return !.any(truths)
      }
    case .compared(let attribute, let comparison): return compare(attribute, comparison, item)
    }
  }

  private mutating func state(_ attribute: RuleAttribute, _ item: RuleItem) -> AttributeState {
    guard let asked = values.follow(attribute.links, from: item) else { return .unstated }
    let state = values.state(of: attribute.source, asked)
    switch state {
    case .stated(_, let fact?), .absent(let fact?): if !read.contains(fact) { read.append(fact) }
    default: break
    }
    return state
  }

  private mutating func unknown(_ attribute: RuleAttribute, _ item: RuleItem) -> Truth {
    if attribute.isFact, let asked = values.follow(attribute.links, from: item),
      let element = items.review.element(of: asked)
    {
      let name = attribute.written.split(separator: ".").last.map(String.init) ?? attribute.written
      unstated.append(("\(name) …", element))
    }
    return .unknown
  }

  private mutating func compare(
    _ attribute: RuleAttribute, _ comparison: Condition.Comparison, _ item: RuleItem
  ) -> Truth {
    let found: [AttributeValue]
    switch state(attribute, item) {
    case .unstated: return unknown(attribute, item)
    case .absent: found = [.text("none")]
    case .stated(let values, _): found = values
    }
    switch comparison {
    case .equals(let operands):
      return Truth(operands.contains { operand in found.contains { equals($0, operand) } })
    case .contains(let texts, let whole):
      return Truth(texts.contains { text in contains(found, text, whole: whole) })
    case .matches(let patterns):
      var matched = false
      for pattern in patterns { matched = matched || matches(found, pattern) }
      return Truth(matched)
    case .ordered(let order, let operand):
      let answers = found.compactMap { self.ordered($0, order, operand) }
      return answers.first.map { Truth($0) } ?? .unknown
    }
  }

  // MARK: One value

  private func equals(_ value: AttributeValue, _ operand: Condition.Operand) -> Bool {
    switch (value, operand) {
    case (.text(let text), .text(let other)): Self.folded(text) == Self.folded(other)
    case (.truth(let truth), .truth(let other)): truth == other
    case (_, .quantity(let quantity)):
      // Neither before nor behind it.
      ordered(value, .atMost, quantity) == true && ordered(value, .atLeast, quantity) == true
    default: false
    }
  }

  private func contains(_ values: [AttributeValue], _ text: String, whole: Bool) -> Bool {
    let wanted = Self.folded(text)
    return values.contains { value in
      guard case .text(let text) = value else { return false }
      return whole ? Self.folded(text) == wanted : Self.folded(text).contains(wanted)
    }
  }

  private mutating func matches(_ values: [AttributeValue], _ pattern: String) -> Bool {
    // The pattern was tried when the design was compiled.
    let compiled = patterns[pattern] ?? Pattern(pattern)
    patterns[pattern] = .some(compiled)
    return values.contains { value in
      guard case .text(let text) = value else { return false }
      return compiled?.isFound(in: text) == true
    }
  }

  /// Words are compared without regard to case.
  private static func folded(_ text: String) -> String { text.lowercased() }

  /// Whether a quantity, or all of a range, stands in an order; nil when it is no such quantity.
  private func ordered(_ value: AttributeValue, _ order: Condition.Order, _ operand: Quantity) -> Bool? {
    let ends: (low: Quantity?, high: Quantity?)
    switch value {
    case .quantity(let quantity): ends = (quantity, quantity)
    case .range(let low, let high): ends = (low, high)
    case .text(let text):
      guard case .version = operand, text.contains(where: \.isNumber) else { return nil }
      ends = (.version(text), .version(text))
    case .truth: return nil
    }
    // An open side goes on without end: nothing is greater than all of it.
    switch order {
    case .less: return ends.high.map { $0.ordered(before: operand) } ?? false
    case .atMost: return ends.high.map { operand.ordered(before: $0).map { !$0 } } ?? false
    case .greater: return ends.low.map { operand.ordered(before: $0) } ?? false
    case .atLeast: return ends.low.map { $0.ordered(before: operand).map { !$0 } } ?? false
    }
  }
}
