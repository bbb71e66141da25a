import DesignSyntax

/// What may be asked of a subject: what is known of it anyway, then its facts by their words, then counts.
extension RuleSubject {
  /// An attribute that needs no fact.
  struct Known {
    let source: RuleAttribute.Source
    let type: RuleValueType

    init(_ builtin: RuleAttribute.Builtin, _ type: RuleValueType) {
      source = .builtin(builtin)
      self.type = type
    }

    init(_ link: RuleAttribute.Link) {
      source = .link(link)
      type = .text
    }

    var word: String {
      switch source {
      case .builtin(let builtin): builtin.rawValue
      case .link(let link): link.rawValue
      case .fact, .count: ""
      }
    }
  }

  var known: [Known] {
    switch self {
    case .connection, .incomingConnection:
      [
        Known(.path, .text), Known(.label, .text),
        Known(.verb, .words(Connection.Verb.allCases.map(\.rawValue))),
        Known(.protocolName, .text), Known(.endpoint, .text), Known(.source), Known(.target),
      ]
    case .deployment:
      [
        Known(.name, .text), Known(.path, .text), Known(.label, .text), Known(.place, .text), Known(.target),
        Known(.environment),
      ]
    case .place:
      [
        Known(.name, .text), Known(.path, .text), Known(.label, .text), Known(.technology, .text),
        Known(.version, .version), Known(.environment),
      ]
    case .index: [Known(.name, .text), Known(.table)]
    case .foreignKey: [Known(.table), Known(.target)]
    case .parameter:
      [
        Known(.name, .text), Known(.kind, .words(Endpoint.Parameter.Place.allCases.map(\.rawValue))),
        Known(.type, .text), Known(.nullable, .truth),
      ]
    case .response: [Known(.status, .text), Known(.type, .text)]
    case .element(let kind): Self.named + Self.special(kind)
    case .anyElement: Self.named + ElementKind.allCases.flatMap { Self.special($0) }
    }
  }

  private static let named = [
    Known(.name, .text), Known(.path, .text), Known(.label, .text), Known(.description, .text),
    Known(.external, .truth), Known(.parent),
  ]

  private static func special(_ kind: ElementKind) -> [Known] {
    switch kind {
    case .application: [Known(.kind, .words(Vocabulary.applications)), Known(.version, .version)]
    case .api: [Known(.kind, .words(Vocabulary.apis)), Known(.version, .version)]
    case .database, .cache, .storage, .search, .broker: [Known(.kind, .text), Known(.version, .version)]
    case .person, .environment: [Known(.kind, .text)]
    case .exchange: [Known(.kind, .words(["direct", "fanout", "topic", "headers"]))]
    case .table: [Known(.primaryKey, .texts)]
    case .column:
      [
        Known(.type, .text), Known(.nullable, .truth), Known(.primaryKey, .flag), Known(.unique, .flag),
        Known(.table),
      ]
    case .field: [Known(.type, .text), Known(.nullable, .truth)]
    case .topic, .queue, .type: [Known(.type, .text)]
    case .endpoint: [Known(.method, .text)]
    default: []
    }
  }

  // MARK: Facts

  /// The fact with these words, and what its values may be.
  func fact(_ words: [String], property: String?) -> (path: RuleAttribute.FactPath, type: RuleValueType)? {
    if words == ["property"], property != nil {
      guard Self.facts(in: factContexts).contains(where: { $0.key == "property" }) else { return nil }
      return (.init(keys: ["property"], property: property), .text)
    }
    // What a trigger stands on is written in its declaration.
    if self == .element(.trigger), words == ["on"] { return (.init(keys: ["on"]), .text) }
    return Self.fact(words[...], in: factContexts)
  }

  private static func fact(_ words: ArraySlice<String>, in contexts: [Context]) -> (
    path: RuleAttribute.FactPath, type: RuleValueType
  )? {
    let facts = facts(in: contexts)
    for length in stride(from: words.count, to: 0, by: -1) {
      let key = words.prefix(length).joined(separator: " ")
      let forms = facts.filter { $0.key == key }.map(\.form)
      guard !forms.isEmpty else { continue }
      let rest = words.dropFirst(length)
      if rest.isEmpty {
        return (.init(keys: [key]), type(of: forms).merged(with: .words(tails(of: key, facts))))
      }
      let inner = forms.flatMap { $0.modifiers + ($0.block ?? []) }
      if let (path, type) = fact(rest, in: inner) {
        return (.init(keys: [key] + path.keys, argument: path.argument), type)
      }
      if rest.count == 1, let name = rest.first, forms.contains(where: { takesArguments($0.slots) }) {
        return (.init(keys: [key], argument: name), RuleValueType(dimensions: [.any], isText: true))
      }
    }
    // `strategy` stands for `strategy canary` and the others, with the word that tells them apart as its value.
    let start = words.joined(separator: " ")
    let tails = tails(of: start, facts)
    guard !tails.isEmpty else { return nil }
    let forms = facts.filter { $0.key.hasPrefix(start + " ") }.map(\.form)
    return (.init(keys: [start]), type(of: forms).merged(with: .words(tails)))
  }

  /// What follows a word in the facts that begin with it.
  private static func tails(of start: String, _ facts: [(key: String, form: Form)]) -> [String] {
    facts.filter { $0.key.hasPrefix(start + " ") }.map { String($0.key.dropFirst(start.utf8.count + 1)) }
  }

  /// The values of all forms of one key: `backup daily` and `backup every 6h`.
  private static func type(of forms: [Form]) -> RuleValueType {
    forms.dropFirst().reduce(RuleValueType(slots: forms.first?.slots ?? [])) {
      $0.merged(with: RuleValueType(slots: $1.slots))
    }
  }

  private static func takesArguments(_ slots: [Slot]) -> Bool {
    slots.contains { slot in
      switch slot {
      case .arguments: true
      case .optional(let inner): takesArguments(inner)
      default: false
      }
    }
  }

  private static func facts(in contexts: [Context]) -> [(key: String, form: Form)] {
    var seen: Set<Grammar.FormID> = []
    var out: [(key: String, form: Form)] = []
    for form in contexts.flatMap({ Grammar.shared.contexts[$0] ?? [] }) {
      guard let id = Grammar.shared.id(form.name), ModelBuilder.roles[Int(id)].isFact,
        seen.insert(id).inserted
      else { continue }
      out.append((ModelBuilder.roles[Int(id)].key, form))
    }
    return out
  }

  // MARK: All of them

  /// The attribute with these words, and what its values may be; nil when there is none.
  func attribute(_ words: [String], property: String?) -> (
    source: RuleAttribute.Source, type: RuleValueType
  )? {
    let written = words.joined(separator: " ")
    let matching = known.filter { $0.word == written }
    if property == nil, let first = matching.first {
      // Where a link leads to several kinds, the same word may be of several types.
      return (first.source, matching.dropFirst().reduce(first.type) { $0.merged(with: $1.type) })
    }
    let fact = fact(words, property: property)
    if let fact,
      fact.path.keys.joined(separator: " ") == written || fact.path.argument != nil || property != nil
    {
      return (.fact(fact.path), fact.type)
    }
    if let counted = contents.first(where: { Self.plural($0.keyword) == written }) {
      return (.count(counted), .count)
    }
    return fact.map { (.fact($0.path), $0.type) }
  }

  /// Every spelling that `attribute` knows, for proposals.
  var attributeWords: [String] {
    known.map(\.word) + Self.facts(in: factContexts).map(\.key) + contents.map { Self.plural($0.keyword) }
  }
}
