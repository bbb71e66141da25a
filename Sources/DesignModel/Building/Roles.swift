import DesignSyntax

/// What the statements of a form mean to the model.
struct Role {
  /// The words of a fact, without those that say that there is none.
  let key: String
  /// Whether the words themselves say that there is none: `backup none`, `not encrypted`.
  let isAbsent: Bool
  /// What it declares.
  var declares: ElementKind?
  /// How it connects.
  var verb: Connection.Verb?
  /// Whether a pass of its own reads it, so that it is no fact.
  var isStructural = false
  /// What its paths may name; nil when they are plain words.
  var references: ElementKinds?
  let isRepeatable: Bool

  /// Whether it states a fact of the element that it stands in.
  var isFact: Bool { declares == nil && verb == nil && !isStructural }
}

extension ModelBuilder {
  /// The role of each form, by its number.
  static let roles: [Role] = {
    var out = Grammar.shared.forms.map { form in
      let spelling = form.spelling
      let isNone = spelling.hasSuffix(" none")
      let isNot = spelling.hasPrefix("not ")
      return Role(
        key: isNone ? String(spelling.dropLast(5)) : isNot ? String(spelling.dropFirst(4)) : spelling,
        isAbsent: isNone || isNot, isRepeatable: form.isRepeatable)
    }
    for (name, kind) in declared { out[Int(form(name))].declares = kind }
    for (name, verb) in verbs { out[Int(form(name))].verb = verb }
    for name in structural { out[Int(form(name))].isStructural = true }
    for (name, kinds) in references { out[Int(form(name))].references = kinds }
    return out
  }()

  /// The number of a form that the table is known to have.
  static func form(_ name: String) -> Grammar.FormID {
    guard let id = Grammar.shared.id(name) else {
      preconditionFailure("the keyword table has no form \(name)")
    }
    return id
  }

  /// What a keyword declares.
  static func kind(declaredBy keyword: String) -> ElementKind? {
    Grammar.shared.id(keyword).flatMap { roles[Int($0)].declares }
  }

  private static let declared: [(String, ElementKind)] = [
    ("design", .design), ("system", .system), ("group", .group), ("person", .person),
    ("application", .application), ("database", .database), ("cache", .cache), ("storage", .storage),
    ("search", .search), ("broker", .broker), ("api", .api), ("endpoint", .endpoint), ("rpc", .endpoint),
    ("query", .endpoint), ("receives", .endpoint), ("sends", .endpoint), ("operation", .endpoint),
    ("screen", .screen), ("schema", .schema), ("table", .table), ("view:view", .sqlView), ("column", .column),
    ("trigger", .trigger), ("domain", .domain), ("topic", .topic), ("queue", .queue), ("exchange", .exchange),
    ("type", .type), ("field", .field), ("enum", .enumeration), ("case", .enumCase),
    ("environment", .environment), ("flow", .flow), ("view", .view), ("feature", .feature),
    ("milestone", .milestone), ("rule", .rule), ("pipeline", .pipeline), ("stage", .stage),
    ("secret", .secret), ("import", .imported),
  ]

  private static let verbs: [(String, Connection.Verb)] = [
    ("calls", .calls), ("reads", .reads), ("writes", .writes), ("publishes", .publishes),
    ("consumes", .consumes), ("connects", .connects), ("uses", .calls),
  ]

  private static let structural = [
    "extend", "table:primary key", "table:unique", "index", "foreign key", "table:check", "determines",
    "deploy", "every deploy", "region", "zone", "network", "cluster", "node", "message", "connection",
    "alternative", "parallel", "loop", "note", "else", "and", "references", "accept on",
  ]

  /// Forms whose paths name something, and what it may be. Paths of other forms are plain words.
  private static let references: [(String, ElementKinds)] = [
    ("owned by", ElementKinds(.application, .system)),
    ("table:owned by", ElementKinds(.application, .system)),
    ("topic:owned by", ElementKinds(.application, .system)), ("dead-letter", ElementKinds(.topic, .queue)),
    ("trigger:writes", ElementKinds(.table, .column)), ("trigger:reads", ElementKinds(.table, .column)),
    ("like", ElementKinds(.environment)), ("data from", ElementKinds(.environment)),
    ("for feature", ElementKinds(.feature)), ("in", ElementKinds(.milestone)),
    ("deploys", ElementKinds(.environment)),
    ("realized by", ElementKinds.participants.union(ElementKinds(.flow))), ("focus", .participants),
    ("view:include", .participants), ("exclude", .participants), ("copy of", ElementKinds(.column)),
    ("snapshot of", ElementKinds(.column)), ("refers to", ElementKinds(.table, .column)),
    ("kept by", ElementKinds(.application, .trigger)),
    ("keeper:on", ElementKinds(.topic, .queue)), ("binding", ElementKinds(.queue, .topic)),
    ("replaced by", ElementKinds(.api, .application, .endpoint)), ("uses", ElementKinds(.application, .api)),
    ("accept:on", .all),
  ]
}
