/// Every change from one contract to another, by place.
///
/// - Parameter today: the day of the comparison as `2027-03-31`, against which announced removals are held; when nil,
///   none has come.
package func changes(from base: Contract, to revision: Contract, today: String? = nil) -> [Change] {
  var comparison = Comparison(base: base, revision: revision, today: today)
  comparison.compareContracts(base.root, revision.root.namingSchemes(as: base.root))
  return comparison.changes.sorted(by: Change.isBefore)
}

/// Goes through two contracts side by side.
struct Comparison {
  let shapes: ShapePair
  let today: String?
  private(set) var changes: [Change] = []
  private var seen: Set<Change> = []
  /// Shapes that have been held against each other already in this part of the contract.
  var visited: Set<Visit> = []

  struct Visit: Hashable {
    let base: String
    let revision: String
    let direction: Direction?
  }

  /// Where the comparison is.
  struct Place {
    var context = ChangeContext()
    var part = ""
    var location: [String] = []
    /// Where each side is within the shapes that have names, so that shapes which hold themselves come to an end.
    var basePointer = ""
    var revisionPointer = ""

    func inside(_ node: ContractNode, _ context: ChangeContext) -> Place {
      var out = self
      out.context = context
      let step = node.step
      if !step.isEmpty { out.location.append(step) }
      if node.thing.isSchema {
        out.basePointer += "/\(node.thing.rawValue) \(node.key)"
        out.revisionPointer += "/\(node.thing.rawValue) \(node.key)"
      }
      return out
    }
  }

  init(base: Contract, revision: Contract, today: String?) {
    shapes = ShapePair(base.definitions, revision.definitions)
    self.today = today
  }

  mutating func report(_ change: ChangeCase, at place: Place, _ message: String, deviation: String) {
    let change = Change(
      id: change.id, kind: change.kind, isFact: change.isFact, changeClass: change.changeClass,
      part: place.part,
      location: place.location, message: message, deviation: deviation)
    if seen.insert(change).inserted { changes.append(change) }
  }

  // MARK: Parts

  mutating func compareContracts(_ base: ContractNode, _ revision: ContractNode) {
    compareFacts(base, revision, Place())
    for thing in Thing.contract.parts where thing != .definition {
      for (old, new) in pairs(base.children(thing), revision.children(thing)) {
        guard let node = old ?? new else { continue }
        if let old, let new { compareFlow(old, new) }
        for context in contexts(of: node) {
          var place = Place(context: context)
          place.part = node.step
          visited = []
          if let old, let new {
            compare(old, new, place)
          } else {
            reportWhole(old, new, place, ChangeContext())
          }
        }
      }
    }
  }

  private mutating func compareFlow(_ old: ContractNode, _ new: ContractNode) {
    guard old[.flow] != new[.flow] else { return }
    var place = Place()
    place.part = old.step
    let change = ChangeCase(.attribute(.flow, of: old.thing), .changed, nil, nil)
    report(
      change, at: place, Self.message(.flow, .changed, old[.flow], new[.flow], old),
      deviation: Self.deviation(.flow, .changed, old[.flow], new[.flow], old))
  }

  /// Data of topics and tables goes in the directions that are stated.
  private func contexts(of node: ContractNode) -> [ChangeContext] {
    guard node.thing == .topic || node.thing == .table else { return [ChangeContext().inside(node.thing)] }
    let words = (node.text(.flow) ?? Direction.published.rawValue).split(separator: " ")
    return words.compactMap { Direction(rawValue: String($0)) }.map { ChangeContext(direction: $0) }
  }

  mutating func compare(_ base: ContractNode, _ revision: ContractNode, _ place: Place) {
    var (base, revision) = (base, revision)
    if [.operation, .webhook, .callback].contains(base.thing) { Self.align(base, &revision, &base) }
    guard base.thing.isSchema else {
      compareFacts(base, revision, place)
      return compareParts(base, revision, place)
    }
    compareShapes(base, revision, place)
  }

  mutating func compareParts(_ base: ContractNode, _ revision: ContractNode, _ place: Place) {
    for thing in base.thing.parts {
      for (old, new) in pairs(base.children(thing), revision.children(thing)) {
        guard let node = old ?? new else { continue }
        let inner = place.inside(node, place.context.inside(thing))
        guard let old, let new else {
          reportWhole(old, new, inner, place.context, closed: base.isClosed || revision.isClosed)
          continue
        }
        compare(old, new, inner)
      }
    }
  }

  /// The parts of two nodes that are the same part; one side is nil where it is not there.
  private func pairs(_ base: [ContractNode], _ revision: [ContractNode]) -> [(ContractNode?, ContractNode?)] {
    var rest = revision
    var out: [(ContractNode?, ContractNode?)] = []
    var unmatched: [ContractNode] = []
    for old in base {
      // What has no name of its own is known by what it says.
      let index =
        old.isUnnamed
        ? rest.firstIndex { $0.isUnnamed && shapes.areSame(old, $0) }
        : rest.firstIndex { $0.matchKey == old.matchKey }
      if let index {
        out.append((old, rest.remove(at: index)))
      } else {
        unmatched.append(old)
      }
    }
    for old in unmatched {
      let index = old.isUnnamed ? rest.firstIndex { $0.isUnnamed } : nil
      out.append((old, index.map { rest.remove(at: $0) }))
    }
    return out + rest.map { (nil, $0) }
  }

  /// Gives path parameters of the newer operation the names of the older: callers never see them.
  private static func align(
    _ older: ContractNode, _ revision: inout ContractNode, _ base: inout ContractNode
  ) {
    let (old, new) = (older.key.templateNames, revision.key.templateNames)
    guard old != new, old.count == new.count else { return }
    let names = Dictionary(zip(new, old), uniquingKeysWith: { first, _ in first })
    for index in revision.children.indices where revision.children[index].thing == .parameter {
      let key = revision.children[index].key
      guard key.hasPrefix("path "), let name = names[String(key.dropFirst(5))], "path \(name)" != key else {
        continue
      }
      revision.children[index].key = "path \(name)"
      revision.children[index][.name] = .text(String(key.dropFirst(5)))
      for at in base.children.indices
      where base.children[at].thing == .parameter && base.children[at].key == "path \(name)" {
        base.children[at][.name] = .text(name)
      }
    }
  }

  /// Reports a part that only one side has.
  private mutating func reportWhole(
    _ old: ContractNode?, _ new: ContractNode?, _ place: Place, _ outer: ChangeContext, closed: Bool = false
  ) {
    guard let node = old ?? new else { return }
    let resolved = shapes.resolved(node, inBase: old != nil).node
    if node.thing == .property, Self.isUnseen(resolved, resolved, place.context) { return }
    let level = levelOf(node.thing, outer, place.context)
    let direction = place.context.direction
    func one(_ kind: ChangeKind) -> ChangeCase { ChangeCase(.thing(node.thing), kind, direction, level) }
    let what = node.described
    if new != nil {
      let isRequired = node.thing.canBeRequired && (node.has(.required) || resolved.has(.required))
      report(
        one(isRequired ? .addedRequired : .added), at: place,
        "\(what) was added\(isRequired ? " and is required" : "")",
        deviation: "\(what) was not agreed\(isRequired ? ", and is required" : "")")
    } else if node.thing.canRetire, let day = resolved.text(.sunset), let today, day.isDay, day < today {
      report(
        one(.retired), at: place, "\(what) was removed, as was announced for \(day)",
        deviation: "\(what) is gone, as was announced for \(day)")
    } else if node.thing == .property, closed {
      report(
        one(.forbidden), at: place, "\(what) was removed, and nothing but what is named is admitted",
        deviation: "\(what) is missing, and nothing but what is named is admitted")
    } else {
      let announced = node.thing.canRetire ? resolved.text(.sunset) : nil
      report(
        one(.removed), at: place,
        "\(what) was removed\(announced.map { ", before \($0), which was announced" } ?? "")",
        deviation: "\(what) is missing\(announced.map { " before \($0), which was announced" } ?? "")")
    }
  }

  // MARK: Facts

  mutating func compareFacts(_ base: ContractNode, _ revision: ContractNode, _ place: Place) {
    for attribute in base.thing.attributes where attribute != .reference && attribute != .flow {
      let (old, new) = (base[attribute], revision[attribute])
      guard old != new, let kind = Self.kind(attribute, old, new, of: base.thing) else { continue }
      if let other = attribute.belongsTo, base.has(other) != revision.has(other) { continue }
      // What goes on needs no day on which it ends.
      if attribute == .sunset, kind == .removed, base.has(.deprecated), !revision.has(.deprecated) {
        continue
      }
      let one = ChangeCase(
        .attribute(attribute, in: base.thing), kind, place.context.direction, place.context.level)
      report(
        one, at: place, Self.message(attribute, kind, old, new, base),
        deviation: Self.deviation(attribute, kind, old, new, base))
    }
  }

  static func kind(_ attribute: Attribute, _ old: Datum?, _ new: Datum?, of thing: Thing) -> ChangeKind? {
    switch (attribute.order, old, new) {
    case (.set, _, _) where attribute == .type:
      return thing == .column ? ColumnTypes.kind(old, new) : JSONTypes.kind(old, new)
    case (_, nil, _): return .added
    case (_, _, nil): return .removed
    case (.number, .number(let a)?, .number(let b)?): return a < b ? .increased : .decreased
    case (.rate, .text(let a)?, .text(let b)?):
      guard let a = Rates.perSecond(a), let b = Rates.perSecond(b) else { return .changed }
      // Two ways to write one rate.
      return a == b ? nil : a < b ? .increased : .decreased
    case (.date, .text(let a)?, .text(let b)?):
      return a.isDay && b.isDay ? (a < b ? .increased : .decreased) : .changed
    case (.set, .text(let a)?, .text(let b)?): return JSONFormats.kind(a, b)
    default: return .changed
    }
  }
}
