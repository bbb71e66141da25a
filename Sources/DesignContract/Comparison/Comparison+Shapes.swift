/// Shapes of data, whose names are followed on both sides.
extension Comparison {
  mutating func compareShapes(_ base: ContractNode, _ revision: ContractNode, _ place: Place) {
    if shapes.areSame(base, revision) { return }
    let (old, oldName) = shapes.resolved(base, inBase: true)
    let (new, newName) = shapes.resolved(revision, inBase: false)
    var place = place
    if oldName != nil || newName != nil {
      if let oldName { place.basePointer = oldName }
      if let newName { place.revisionPointer = newName }
      let visit = Visit(
        base: place.basePointer, revision: place.revisionPointer, direction: place.context.direction)
      guard visited.insert(visit).inserted else { return }
    }
    if base.thing.isOpaque {
      let change = ChangeCase(.thing(base.thing), .changed, place.context.direction, place.context.level)
      return report(
        change, at: place, "\(base.described) was changed",
        deviation: "\(base.described) is not as agreed")
    }
    if Self.isUnseen(old, new, place.context) { return }
    compareFacts(old, new, place)
    // The parts of values of another type have nothing in common.
    if Self.kind(.type, old[.type], new[.type], of: base.thing) == .changed { return }
    compareParts(old, new, place)
  }

  /// Whether a property is never sent in this direction: those who send leave out what is only read, and those who
  /// answer what is only written.
  static func isUnseen(_ old: ContractNode, _ new: ContractNode, _ context: ChangeContext) -> Bool {
    guard let direction = context.direction else { return false }
    let mark: Attribute = direction.isAccepted ? .readOnly : .writeOnly
    return old.has(mark) && new.has(mark)
  }
}

/// The named shapes of both sides.
struct ShapePair: Sendable {
  private let base: [String: ContractNode]
  private let revision: [String: ContractNode]
  /// Names that stand for the same shape on both sides, as do all that these refer to.
  private let same: Set<String>

  init(_ base: [String: ContractNode], _ revision: [String: ContractNode]) {
    self.base = base
    self.revision = revision
    var same = Set(base.keys.filter { name in revision[name] == base[name] })
    let references = Dictionary(uniqueKeysWithValues: same.map { ($0, base[$0]?.references ?? []) })
    var isStable = false
    while !isStable {
      let rest = same.filter { references[$0]?.isSubset(of: same) ?? true }
      isStable = rest.count == same.count
      same = rest
    }
    self.same = same
  }

  /// Whether two shapes say the same, through all the names that they use.
  func areSame(_ old: ContractNode, _ new: ContractNode) -> Bool {
    old.facts == new.facts && old.children == new.children && old.references.isSubset(of: same)
  }

  /// The node with what the shape that it refers to says, and the name of that shape. What the node says itself goes
  /// first.
  func resolved(_ node: ContractNode, inBase: Bool) -> (node: ContractNode, name: String?) {
    (inBase ? base : revision).resolved(node)
  }
}

extension ContractNode {
  /// Names of shapes that it refers to, at any depth.
  var references: Set<String> {
    var out = Set(children.flatMap(\.references))
    if let reference { out.insert(reference) }
    return out
  }

  /// Whether it admits no properties but those that are named.
  var isClosed: Bool {
    child(.additionalProperties)?.text(.type) == JSONTypes.none
      || child(.unevaluatedProperties)?.text(.type) == JSONTypes.none
  }

  /// Whether its key is only its place among others.
  var isUnnamed: Bool { (thing == .alternative || thing == .allOf) && key.hasPrefix("#") }
}

extension [String: ContractNode] {
  /// The node with what the shape among these that it refers to says, and the name of that shape. What the node says
  /// itself goes first.
  func resolved(_ node: ContractNode) -> (node: ContractNode, name: String?) {
    var out = node
    var name: String?
    var seen: Set<String> = []
    while let reference = out.reference, seen.insert(reference).inserted {
      name = reference
      out[.reference] = nil
      guard let shape = self[reference] else { break }
      out.facts.merge(shape.facts) { own, _ in own }
      let own = Set(out.children.map(\.matchKey))
      out.children = shape.children.filter { !own.contains($0.matchKey) } + out.children
    }
    return (out, name)
  }
}
