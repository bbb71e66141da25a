/// A change that can be met: what changes, how, and where. All of them follow from the kinds of parts that a contract
/// has, so that none can be forgotten.
package struct ChangeCase: Sendable, Hashable {
  package let subject: Subject
  package let kind: ChangeKind
  /// Nil for what is no data: an operation, a security scheme.
  package let direction: Direction?
  /// Nil for what is not within data.
  package let level: Level?

  init(_ subject: Subject, _ kind: ChangeKind, _ direction: Direction?, _ level: Level?) {
    self.subject = subject
    self.kind = kind
    self.direction = direction
    self.level = level
  }

  /// Whether it is a fact of a part that changes, and not the part that comes or goes.
  var isFact: Bool { if case .thing = subject { false } else { true } }

  /// Its stable id: direction, place, what and how, joined with hyphens.
  package var id: String {
    var words: [String] = []
    if let direction { words.append(direction.rawValue) }
    switch subject {
    case .thing(let thing):
      // A property is at the level of properties wherever it stands.
      if let level, thing != .property, thing != .parameter, thing != .header { words.append(level.rawValue) }
      words.append(Self.word(thing))
    case .attribute(let attribute, of: let thing):
      if let level, thing != .parameter, thing != .header { words.append(level.rawValue) }
      if thing != .contract { words.append(Self.word(thing)) }
      words.append(attribute.rawValue)
    case .attributeOfSchema(let attribute):
      if let level { words.append(level.rawValue) }
      words.append(attribute.rawValue)
    }
    words.append(kind.rawValue)
    return words.joined(separator: "-")
  }

  /// `request-request-body` would say it twice.
  private static func word(_ thing: Thing) -> String { thing == .requestBody ? "body" : thing.rawValue }

  /// Every change that there can be, in a fixed order.
  package static let all: [ChangeCase] = places.map(\.change)

  /// Every change that there can be, with the parts from the contract inwards in which it can be met first.
  package static let places: [(change: ChangeCase, path: [Thing])] = {
    var walk = GrammarWalk()
    walk.visit(.contract, ChangeContext(), [])
    return walk.cases
  }()
}

/// Where in a contract a comparison, or the enumeration of changes, is.
struct ChangeContext: Hashable {
  var direction: Direction?
  var level: Level?
  /// Whether the operation around is one that the provider calls.
  var isCalledBack = false

  /// The contexts of a part: one, but for topics and tables, through which data may go in both directions.
  func inside(_ thing: Thing) -> ChangeContext {
    var out = self
    switch thing {
    case .webhook, .callback: out.isCalledBack = true
    case .operation: out.isCalledBack = false
    case .parameter, .requestBody:
      out.direction = isCalledBack ? .published : .request
      out.level = thing == .parameter ? .parameter : nil
    case .successStatus, .errorStatus: out.direction = isCalledBack ? .consumed : .response
    case .header: out.level = .header
    case .body: out.level = level ?? .body
    case .property, .patternProperty, .additionalProperties, .propertyNames, .items, .prefixItem, .contains,
      .dependentSchema, .contentSchema, .unevaluatedItems, .unevaluatedProperties:
      out.level = .property
    default: break
    }
    return out
  }
}

/// Goes through everything that a contract can hold and takes down what can change there.
private struct GrammarWalk {
  var cases: [(change: ChangeCase, path: [Thing])] = []
  private var seen: Set<ChangeCase> = []
  private var visited: Set<Visit> = []

  private struct Visit: Hashable {
    let thing: Thing
    let context: ChangeContext
  }

  mutating func visit(_ thing: Thing, _ context: ChangeContext, _ path: [Thing]) {
    let key = Visit(thing: thing.isSchema && thing != .property ? .body : thing, context: context)
    guard visited.insert(key).inserted else { return }
    for attribute in thing.attributes where attribute != .reference {
      let subject = Subject.attribute(attribute, in: thing)
      // Which way data goes is said of all of it.
      let context = attribute == .flow ? ChangeContext() : context
      for kind in attribute.kinds { add(ChangeCase(subject, kind, context.direction, context.level), path) }
    }
    guard !thing.isOpaque else { return }
    for part in thing.parts where part != .definition {
      for inner in part.contexts(in: context) {
        for kind in part.kinds {
          add(ChangeCase(.thing(part), kind, inner.direction, levelOf(part, context, inner)), path + [part])
        }
        visit(part, inner, path + [part])
      }
    }
  }

  private mutating func add(_ one: ChangeCase, _ path: [Thing]) {
    if seen.insert(one).inserted { cases.append((one, path)) }
  }
}

/// The level that a part itself is told at: that of what holds it, but for properties.
func levelOf(_ part: Thing, _ outer: ChangeContext, _ inner: ChangeContext) -> Level? {
  part == .property ? .property : outer.level
}

extension Subject {
  /// A fact of a part, which for shapes is the same whatever part they play.
  static func attribute(_ attribute: Attribute, in thing: Thing) -> Subject {
    thing.isSchema ? .attributeOfSchema(attribute) : .attribute(attribute, of: thing)
  }
}

extension Attribute {
  /// How it can change.
  package var kinds: [ChangeKind] {
    switch (self, order) {
    case (.flow, _): [.changed]
    case (.type, _): [.widened, .narrowed, .changed]
    case (_, .flag): [.added, .removed]
    case (_, .number): [.added, .removed, .increased, .decreased]
    case (_, .date), (_, .rate): [.added, .removed, .increased, .decreased, .changed]
    case (_, .set): [.added, .removed, .widened, .narrowed, .changed]
    case (_, .text): [.added, .removed, .changed]
    }
  }
}

extension Thing {
  /// How it can change as a whole. What is always there, or can only be there once and says nothing itself, cannot.
  package var kinds: [ChangeKind] {
    switch self {
    case .contract, .definition, .body: return []
    case _ where isOpaque: return [.added, .removed, .changed]
    default:
      var kinds: [ChangeKind] = [.added]
      if canBeRequired { kinds.append(.addedRequired) }
      kinds.append(.removed)
      if self == .property { kinds.append(.forbidden) }
      if canRetire { kinds.append(.retired) }
      return kinds
    }
  }

  /// The contexts in which it stands within another.
  func contexts(in context: ChangeContext) -> [ChangeContext] {
    guard self == .topic || self == .table else { return [context.inside(self)] }
    return [Direction.published, .consumed].map { ChangeContext(direction: $0) }
  }
}
