import DesignContract
import Testing

/// Every change that there can be is judged by exactly one rule, and found by the comparison.
@Suite struct EnumerationTests {
  @Test func exactlyOneRuleClaimsEachChange() {
    #expect(ChangeCase.all.count > 500)
    for change in ChangeCase.all {
      let rules = ChangeRule.all.filter { $0.claims(change) }
      #expect(rules.count == 1, "\(change.id) is claimed by \(rules.count) rules")
    }
  }

  @Test func everyRuleClaimsAChange() {
    for rule in ChangeRule.all {
      #expect(ChangeCase.all.contains(where: rule.claims), "\(rule.subject.words) \(rule.kind)")
    }
  }

  /// What is said of a parameter may be said of its shape as well, and a change of either is the same to callers.
  @Test func anIdAlwaysMeansTheSame() {
    var seen: [String: ChangeCase] = [:]
    for change in ChangeCase.all {
      guard let other = seen.updateValue(change, forKey: change.id) else { continue }
      #expect(
        other.attribute == change.attribute && change.attribute != nil,
        "\(change.id) is the id of two changes")
      #expect(other.changeClass == change.changeClass, "\(change.id) is of two classes")
    }
  }

  @Test func whatTightensOneLoosensTheOther() {
    for effect in [Effect.tightens, .loosens] {
      #expect(effect.changeClass(.request) != effect.changeClass(.response))
      #expect(effect.changeClass(.consumed) != effect.changeClass(.published))
      #expect(effect.changeClass(.request) == effect.changeClass(.consumed))
    }
  }

  /// For each change of the enumeration two contracts are made that differ in nothing else.
  @Test func theComparisonFindsEachChange() throws {
    for (change, path) in ChangeCase.places {
      let pair = try #require(ContractPair(change, path), "\(change.id)")
      let found = changes(from: pair.base, to: pair.revision, today: "2026-06-01")
      #expect(found.contains { $0.id == change.id }, "\(change.id) at \(path) gives \(found.map(\.id))")
      #expect(found.allSatisfy { $0.changeClass == change.changeClass || $0.id != change.id })
      // The way back is a change as well.
      #expect(!changes(from: pair.revision, to: pair.base).isEmpty, "\(change.id)")
    }
  }

  @Test func aContractIsTheSameAsItself() throws {
    for (change, path) in ChangeCase.places {
      let pair = try #require(ContractPair(change, path))
      #expect(changes(from: pair.base, to: pair.base).isEmpty)
    }
  }
}

extension ChangeCase {
  fileprivate var attribute: Attribute? {
    switch subject {
    case .thing: nil
    case .attribute(let attribute, _), .attributeOfSchema(let attribute): attribute
    }
  }
}

/// Two contracts that differ in one thing.
private struct ContractPair {
  let base: Contract
  let revision: Contract

  init?(_ change: ChangeCase, _ path: [Thing]) {
    var holders = path
    let (old, new): (ContractNode?, ContractNode?)
    switch change.subject {
    case .thing(let thing):
      holders.removeLast()
      (old, new) = Self.whole(thing, change.kind)
    case .attribute(let attribute, _), .attributeOfSchema(let attribute):
      guard let thing = holders.popLast() ?? (path.isEmpty ? .contract : nil) else { return nil }
      guard let values = Self.values(attribute, change.kind, of: thing) else { return nil }
      (old, new) = (Self.node(thing, [attribute: values.0]), Self.node(thing, [attribute: values.1]))
    }
    base = Self.wrap(old, holders, change)
    revision = Self.wrap(new, holders, change)
  }

  private static func wrap(_ leaf: ContractNode?, _ path: [Thing], _ change: ChangeCase) -> Contract {
    var node = leaf
    for thing in path.reversed() {
      var outer = self.node(thing, [:])
      if let node { outer.children.append(node) }
      if change.kind == .forbidden, thing == path.last {
        outer.children.append(ContractNode(.additionalProperties, "", [.type: .text("none")]))
      }
      node = outer
    }
    guard var root = node else { return Contract() }
    if root.thing == .contract { return Contract(root: root) }
    if root.thing == .topic || root.thing == .table, root[.flow] == nil, let direction = change.direction {
      root[.flow] = .text(direction.rawValue)
    }
    return Contract(root: ContractNode(.contract, "", [:], [root]))
  }

  private static func node(_ thing: Thing, _ facts: [Attribute: Datum?]) -> ContractNode {
    ContractNode(thing, key(thing), facts.compactMapValues { $0 })
  }

  private static func key(_ thing: Thing) -> String {
    switch thing {
    case .operation, .webhook: "GET /x"
    case .callback: "changed GET /x"
    case .parameter: "query x"
    case .successStatus: "200"
    case .errorStatus: "404"
    case .mediaType: "application/json"
    case .property, .patternProperty, .column, .header, .topic, .table, .alternative, .securityScheme: "x"
    default: ""
    }
  }

  private static func whole(_ thing: Thing, _ kind: ChangeKind) -> (ContractNode?, ContractNode?) {
    switch kind {
    case .added: (nil, node(thing, [:]))
    case .addedRequired: (nil, node(thing, [.required: .flag]))
    case .retired: (node(thing, [.deprecated: .flag, .sunset: .text("2026-01-01")]), nil)
    case .changed: (node(thing, [:]), node(thing, [.minimum: Number("1").map(Datum.number)]))
    default: (node(thing, [:]), nil)
    }
  }

  private static func values(_ attribute: Attribute, _ kind: ChangeKind, of thing: Thing) -> (Datum?, Datum?)?
  {
    let (less, more) = range(attribute, of: thing)
    switch kind {
    case .added: return (nil, less)
    case .removed: return (less, nil)
    case .increased, .widened: return (less, more)
    case .decreased, .narrowed: return (more, less)
    case .changed:
      return attribute.order == .date ? (less, .text("some day")) : (.text("one"), .text("other"))
    default: return nil
    }
  }

  /// Two values of which the second is the greater.
  private static func range(_ attribute: Attribute, of thing: Thing) -> (Datum, Datum) {
    switch (attribute, attribute.order) {
    // What is stated of both sides, as directions, must be one.
    case (.flow, _): (.text("published consumed"), .text("published"))
    case (.type, _): thing == .column ? (.text("int"), .text("bigint")) : (.text("integer"), .text("number"))
    case (.format, _): (.text("int32"), .text("int64"))
    case (_, .flag): (.flag, .flag)
    case (_, .date): (.text("2027-01-01"), .text("2028-01-01"))
    case (_, .rate): (.text("100/min"), .text("2 rps"))
    case (_, .number): (.number(Number(1)), .number(Number(2)))
    default: (.text("one"), .text("other"))
    }
  }
}
