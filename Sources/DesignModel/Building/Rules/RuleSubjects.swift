import DesignSyntax

/// The words for what rules look at, and what may be inside of what.
extension RuleSubject {
  /// The subject that a keyword stands for.
  init?(keyword: String) {
    if let subject = Self.byKeyword[keyword] {
      self = subject
    } else if let place = Place.Kind(rawValue: keyword) {
      self = .place(place)
    } else if Vocabulary.ruleSubjects.contains(keyword),
      let kind = ModelBuilder.kind(declaredBy: keyword == "view" ? "view:view" : keyword)
    {
      self = .element(kind)
    } else {
      return nil
    }
  }

  private static let byKeyword: [String: RuleSubject] = [
    "connection": .connection, "incoming connection": .incomingConnection, "deployment": .deployment,
    "index": .index, "foreign key": .foreignKey, "parameter": .parameter, "response": .response,
  ]

  /// All subjects that have a keyword, in the order of the list, with their keywords.
  static let all: [(keyword: String, subject: RuleSubject)] =
    (Vocabulary.ruleSubjects + ["incoming connection"]).compactMap { keyword in
      RuleSubject(keyword: keyword).map { (keyword, $0) }
    }

  /// The word for one of them.
  var keyword: String { Self.all.first { $0.subject == self }?.keyword ?? "element" }

  /// The word for several of them, which is the attribute that counts them.
  static func plural(_ keyword: String) -> String {
    if keyword.hasSuffix("y"), !keyword.hasSuffix("key") { return keyword.dropLast() + "ies" }
    return ["x", "h", "s"].contains(keyword.suffix(1)) ? keyword + "es" : keyword + "s"
  }

  /// The forms that declare it; for what declares nothing, none.
  private var forms: [Form] {
    switch self {
    case .element(let kind):
      Grammar.shared.forms.enumerated().filter { ModelBuilder.roles[$0.offset].declares == kind }.map(
        \.element)
    case .place(let kind): Grammar.shared.forms.filter { $0.name == kind.rawValue }
    default: []
    }
  }

  /// Where the facts of it stand.
  var factContexts: [Context] {
    switch self {
    case .connection, .incomingConnection: [.connection]
    case .deployment: [.deploy]
    case .index: [.index]
    case .foreignKey: [.reference]
    case .parameter, .response: []
    case .anyElement:
      Grammar.shared.forms.enumerated().filter { ModelBuilder.roles[$0.offset].declares != nil }
        .flatMap { $0.element.modifiers + ($0.element.block ?? []) }
    case .element, .place: forms.flatMap { $0.modifiers + ($0.block ?? []) }
    }
  }

  /// What may be inside of it, at whatever depth.
  var contents: [RuleSubject] {
    switch self {
    case .anyElement: return Self.all.map(\.subject)
    case .connection, .incomingConnection, .deployment, .parameter, .response: return []
    case .index, .foreignKey: return [.element(.column)]
    case .place:
      return Place.Kind.allCases.map { .place($0) } + [.deployment]
    case .element(.environment):
      return Place.Kind.allCases.map { .place($0) } + [.deployment]
    case .element(.column):
      return [.index, .foreignKey, .connection, .incomingConnection]
    case .element(let kind):
      let kinds = nestedKinds
      var out = Self.all.map(\.subject).filter { subject in
        if case .element(let inner) = subject { kinds.contains(inner) } else { false }
      }
      let all = kinds.union(ElementKinds(kind))
      if !all.isDisjoint(with: .participants) { out += [.connection, .incomingConnection] }
      if !all.isDisjoint(with: .deployable) { out.append(.deployment) }
      if !all.isDisjoint(with: ElementKinds(.table, .sqlView)) { out += [.index, .foreignKey] }
      if all.contains(.endpoint) { out += [.parameter, .response] }
      return out
    }
  }

  /// The kinds of element that may be declared in it or in what is declared there.
  private var nestedKinds: ElementKinds {
    var found = ElementKinds()
    var pending = factContexts
    var seen: Set<Context> = []
    while let context = pending.popLast() {
      guard seen.insert(context).inserted else { continue }
      for form in Grammar.shared.contexts[context] ?? [] {
        guard let id = Grammar.shared.id(form.name), let kind = ModelBuilder.roles[Int(id)].declares else {
          continue
        }
        found.insert(ElementKinds(kind))
        pending += form.modifiers + (form.block ?? [])
      }
    }
    return found
  }
}
