import DesignModel

/// Holds values of JSON against shapes, as JSON Schema 2020-12 judges them, but for three things: `oneOf` is content with
/// more than one alternative that fits, since unions of the design are meant so; a format that is known counts; and what
/// is named nowhere is told as undeclared.
package struct ValueCheck {
  /// More than this tells nobody anything new.
  static let mostMisfits = 100
  /// A bound on the work for alternatives within alternatives; a list of a million numbers stays below it.
  private static let mostSteps = 2_000_000
  /// A bound on shapes within shapes, which may refer to themselves without end.
  private static let mostDepth = 200

  let definitions: [String: ContractNode]
  /// Which way the values go: what is only read is not asked of who sends, nor what is only written of who answers.
  let direction: Direction?
  private var patterns: [String: Pattern?] = [:]
  private var steps = 0
  private var depth = 0

  /// - Parameter definitions: the named shapes of the contract.
  package init(_ definitions: [String: ContractNode], direction: Direction? = nil) {
    self.definitions = definitions
    self.direction = direction
  }

  /// What a value lacks to be one of a shape; empty when it fits. At most a hundred, in the order of the value.
  package mutating func misfits(_ value: Document, _ shape: ContractNode) -> [Misfit] {
    (steps, depth) = (0, 0)
    let outcome = check(value, shape, [], isWhole: true)
    return Array(outcome.misfits.prefix(Self.mostMisfits))
  }

  /// What came of one value and one shape.
  struct Outcome {
    var misfits: [Misfit] = []
    /// Names of the value's properties, and how many of its items, that the shape has judged.
    var properties: Set<String> = []
    var items = 0
    /// Whether the shape says at all which properties there are.
    var namesProperties = false

    mutating func add(_ other: Outcome) {
      misfits += other.misfits
      absorb(other)
    }

    /// Takes over what another knows, without what it finds wrong.
    mutating func absorb(_ other: Outcome) {
      properties.formUnion(other.properties)
      items = max(items, other.items)
      namesProperties = namesProperties || other.namesProperties
    }
  }

  /// - Parameter isWhole: whether no other shape judges the same value beside this one, so that it may say what is
  ///   undeclared.
  mutating func check(_ value: Document, _ shape: ContractNode, _ path: [Misfit.Step], isWhole: Bool)
    -> Outcome
  {
    var out = Outcome()
    steps += 1
    guard steps < Self.mostSteps, depth < Self.mostDepth else { return out }
    depth += 1
    defer { depth -= 1 }
    let shape = definitions.resolved(shape).node
    func misfit(_ kind: Misfit.Kind, _ message: String) {
      out.misfits.append(Misfit(kind: kind, path: path, message: message))
    }

    if value.isNull, shape.has(.nullable) { return out }
    if let types = shape.text(.type), !Self.isOf(types, value) {
      misfit(.type, Self.mismatch(value, types))
      return out
    }
    if let enumeration = shape.child(.enumeration),
      !enumeration.children.contains(where: { $0.key == value.json })
    {
      misfit(
        .value, "is \(Self.shown(value)), which is none of \(Self.list(enumeration.children.map(\.key)))")
    }
    switch value.content {
    case .text(let text): out.misfits += textMisfits(text, shape, path)
    case .number(let number, _): out.misfits += Self.numberMisfits(number, shape, path)
    case .sequence(let items): checkItems(items, shape, path, &out)
    case .mapping(let entries): checkProperties(entries, value, shape, path, &out)
    case .bool, .null: break
    }
    checkAlternatives(value, shape, path, &out)
    if case .mapping(let entries) = value.content { checkRest(entries, shape, path, isWhole: isWhole, &out) }
    return out
  }

  /// Whether a value is all that a shape says; what is undeclared counts for nothing.
  mutating func fits(_ value: Document, _ shape: ContractNode) -> Bool {
    !check(value, shape, [], isWhole: false).misfits.contains { $0.kind != .undeclared }
  }

  // MARK: Alternatives and conditions

  private mutating func checkAlternatives(
    _ value: Document, _ shape: ContractNode, _ path: [Misfit.Step], _ out: inout Outcome
  ) {
    for part in shape.children {
      switch part.thing {
      case .allOf: out.add(check(value, part, path, isWhole: false))
      case .anyOf, .oneOf: out.add(union(value, part.children, shape.child(.discriminator), path))
      case .not where fits(value, part):
        out.misfits.append(
          Misfit(kind: .value, path: path, message: "is \(Self.shown(value)), which is ruled out"))
      case .ifSchema:
        let condition = check(value, part, path, isWhole: false)
        let holds = condition.misfits.isEmpty
        if holds { out.absorb(condition) }
        if let consequence = shape.child(holds ? .thenSchema : .elseSchema) {
          out.add(check(value, consequence, path, isWhole: false))
        }
      default: break
      }
    }
  }

  /// What is lacking to the nearest of several shapes, when none fits.
  private mutating func union(
    _ value: Document, _ alternatives: [ContractNode], _ discriminator: ContractNode?, _ path: [Misfit.Step]
  ) -> Outcome {
    if let named = Self.alternative(value, alternatives, discriminator) {
      return check(value, named, path, isWhole: false)
    }
    var fitting: Outcome?
    var nearest: (outcome: Outcome, name: String)?
    for alternative in alternatives {
      let outcome = check(value, alternative, path, isWhole: false)
      if outcome.misfits.isEmpty {
        fitting?.absorb(outcome)
        fitting = fitting ?? outcome
      } else if nearest.map({ Self.distance(outcome, path) < Self.distance($0.outcome, path) }) ?? true {
        nearest = (outcome, alternative.key)
      }
    }
    if let fitting { return fitting }
    guard let nearest else { return Outcome() }
    // Where all are of another type there is none that was meant.
    let isForeign = nearest.outcome.misfits.contains { $0.kind == .type && $0.path == path }
    guard alternatives.count > 1, isForeign else { return nearest.outcome }
    var out = Outcome()
    let names = alternatives.map { $0.reference ?? $0.text(.type) ?? $0.key }
    out.misfits = [
      Misfit(kind: .type, path: path, message: "is \(Self.noun(of: value)), not \(Self.list(names))")
    ]
    return out
  }

  /// A value of another type is farther away than any of the right one.
  private static func distance(_ outcome: Outcome, _ path: [Misfit.Step]) -> Int {
    outcome.misfits.count
      + (outcome.misfits.contains { $0.kind == .type && $0.path == path } ? mostMisfits : 0)
  }

  /// The alternative that a value says it is of.
  private static func alternative(
    _ value: Document, _ alternatives: [ContractNode], _ discriminator: ContractNode?
  ) -> ContractNode? {
    guard let discriminator, let property = discriminator.text(.name), let said = value[property]?.text else {
      return nil
    }
    let target = discriminator.children.first { $0.key == said }?.text(.target) ?? said
    let name = target.split(separator: "/").last.map(String.init) ?? target
    return alternatives.first { $0.reference == name }
  }

  // MARK: Lists

  private mutating func checkItems(
    _ items: [Document], _ shape: ContractNode, _ path: [Misfit.Step], _ out: inout Outcome
  ) {
    func misfit(_ message: String) { out.misfits.append(Misfit(kind: .value, path: path, message: message)) }
    if let problem = Self.countMisfit(items.count, shape, .minItems, .maxItems, "item") { misfit(problem) }
    if shape.has(.uniqueItems), Set(items.map(\.json)).count < items.count {
      misfit("has an item twice, and each may be there once")
    }
    let first = shape.children(.prefixItem)
    for (index, (item, part)) in zip(items, first).enumerated() {
      out.misfits += check(item, part, path + [.index(index)], isWhole: true).misfits
    }
    out.items = max(out.items, min(items.count, first.count))
    if let part = shape.child(.items) {
      for (index, item) in items.enumerated().dropFirst(first.count) {
        guard out.misfits.count < Self.mostMisfits else { return }
        out.misfits += check(item, part, path + [.index(index)], isWhole: true).misfits
      }
      out.items = items.count
    }
    guard let part = shape.child(.contains) else { return }
    let count = items.count { fits($0, part) }
    let least = shape.count(.minContains) ?? 1
    if count < least {
      misfit("has \(counted(count, "item")) of those that it must contain, not \(least) or more")
    }
    if let most = shape.count(.maxContains), count > most {
      misfit("has \(counted(count, "item")) of those that it may contain \(most) of")
    }
  }

  // MARK: Texts

  private mutating func textMisfits(_ text: String, _ shape: ContractNode, _ path: [Misfit.Step]) -> [Misfit]
  {
    var out: [Misfit] = []
    func misfit(_ message: String) { out.append(Misfit(kind: .value, path: path, message: message)) }
    if let problem = Self.countMisfit(text.unicodeScalars.count, shape, .minLength, .maxLength, "character") {
      misfit(problem)
    }
    if let pattern = shape.text(.pattern), let isFound = isFound(pattern, in: text), !isFound {
      misfit("is \(Self.shown(text)), which `\(pattern)` does not match")
    }
    if let format = shape.text(.format), !ValueFormat.admits(text, format) {
      misfit("is \(Self.shown(text)), which is no \(ValueFormat.noun(format))")
    }
    return out
  }

  /// Nil for a pattern that cannot be judged in bounded time.
  mutating func isFound(_ pattern: String, in text: String) -> Bool? {
    let compiled = patterns[pattern] ?? Pattern(pattern)
    patterns[pattern] = .some(compiled)
    return compiled?.isFound(in: text)
  }
}
