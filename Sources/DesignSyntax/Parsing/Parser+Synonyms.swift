import DesignSource

/// Words of other notations and of habit, told in ours.
extension Parser {
  /// Ours by theirs, for where ours may stand.
  private static let synonyms: [String: String] = [
    "actor": "person", "app": "application", "boundary": "group", "bucket": "storage",
    "component": "application", "container": "application", "datastore": "database", "db": "database",
    "depends": "calls", "depends_on": "calls", "disk": "storage", "emits": "publishes", "env": "environment",
    "framework": "technology", "instances": "replicas", "invokes": "calls", "language": "technology",
    "listens": "consumes", "loads": "reads", "maintainer": "owner", "mem": "memory",
    "microservice": "application", "package": "group", "persists": "writes", "produces": "publishes",
    "queries": "reads", "ram": "memory", "receives": "consumes", "requests": "calls", "saves": "writes",
    "sends": "publishes", "softwaresystem": "system", "stack": "technology", "stage": "environment",
    "stores": "writes", "subscribes": "consumes", "team": "owner", "tech": "technology", "user": "person",
    "uses": "calls", "x": "replicas",
  ]

  /// The words that declare what is of a kind, by kind.
  private static let declarations: [String: String] = {
    var words: [String: String] = [:]
    for (word, kinds) in [
      ("application", Vocabulary.applications), ("cache", Vocabulary.caches), ("broker", Vocabulary.brokers),
      ("storage", Vocabulary.storages), ("search", Vocabulary.searches), ("database", Vocabulary.databases),
    ] {
      for kind in kinds where words[kind] == nil { words[kind] = word }
    }
    return words
  }()

  /// What to write for words that ours have no single one for.
  private static let advice: [String: String] = {
    let description = "write it above the declaration, in lines that begin with `///`"
    let property = "a fact of your own is written `property \"key\" \"value\"`"
    let payload = "the type of a topic's messages stands behind its name: `topic orders: Order`"
    let answer = "an answer stands behind an arrow: `GET /orders -> 200 [Order]`"
    let link = "write `link \"title\" \"https://…\"`"
    return [
      "description": description, "desc": description, "summary": description, "note": description,
      "port": property, "image": property, "metadata": property, "url": link, "repository": link,
      "body": "a body stands in parentheses behind the path: `POST /orders (body: Order)`",
      "returns": answer, "response": answer, "responses": answer, "responds": answer,
      "on":
        "where something runs is told by the block round it: `node db-1 { deploy shop }`; a topic is named with its broker: `publishes bus.orders`",
      "repo": link, "message": payload, "payload": payload, "schema": payload,
    ]
  }()

  /// Whether there is something to say about a word that other notations have, where it is no name.
  func isAdvised(_ table: Int) -> Bool {
    grammar.tables[table].nameColon == nil && Self.advice[text(current)] != nil
  }

  /// Says what to write instead of a word that other notations have. False when it is none of them, or may be a name here.
  mutating func advise(_ table: Int) -> Bool {
    guard grammar.tables[table].nameColon == nil, let advice = Self.advice[text(current)] else {
      return false
    }
    error("unknown-word", "`\(text(current))` begins no statement here", at: current, help: advice)
    skipStatement(table)
    return true
  }

  /// A type straight behind a path, `POST /orders Order`: says how a body is written, and passes over the rest of the line.
  /// False when it is something else.
  mutating func readBody(after last: Int?) -> Bool {
    guard let last, !current.startsLine, tokens[position - 1].kind == .pathText,
      nodes[last].kind == .statement, grammar.forms[Int(nodes[last].form)].name == "endpoint"
    else { return false }
    let body = "(body: \(text(current)))"
    error(
      "unexpected-token", "the body of a request stands in parentheses", at: current,
      fixIts: [.init("write `\(body)`", range: range(current), replacement: body, safety: .suggested)])
    skipToBlock(of: last)
    return true
  }

  /// What to write when a modifier is followed by a word that belongs to another.
  static func hint(_ modifier: String, before word: String) -> String? {
    modifier == "via" && Vocabulary.protocols.contains(word) ? "a protocol stands after `over`" : nil
  }

  /// Our word for one of another notation, if it is among those that may stand here.
  static func synonym(of word: String, among words: [String]) -> String? {
    synonyms[word.lowercased()].flatMap { words.contains($0) ? $0 : nil }
  }

  /// A kind where a name belongs, `service orders` or `kind service`: says where it stands, and goes on. False when it is
  /// something else.
  mutating func readKind(_ table: Int, base: Int) -> Bool {
    let next = token(1)
    if text(current) == "kind", let declaration = Self.declarations[text(next)] {
      error(
        "unknown-word", "a kind stands after the name that it tells of", at: current,
        help: "write `\(declaration) name: \(text(next))`")
      skipStatement(table)
      return true
    }
    let isExternal = text(current) == "external"
    if isExternal { position += 1 }
    if readKindBeforeName(table, isExternal: isExternal, base: base) { return true }
    if isExternal { position -= 1 }
    return false
  }

  private mutating func readKindBeforeName(_ table: Int, isExternal: Bool, base: Int) -> Bool {
    let next = token(1)
    guard let declaration = Self.declarations[text(current)], isName(next.kind), !next.startsLine,
      token(2).kind != .colon, let match = match(table, assuming: grammar.keywords.id(declaration))
    else { return false }
    let title = "write `\(declaration) \(text(next)): \(text(current))`"
    error(
      "unknown-word", "`\(text(current))` is a kind, which stands after the name", at: current,
      fixIts: [
        .init(
          title, range: SourceRange(file: file, start: Int(current.start), end: Int(next.end)),
          replacement: "\(declaration) \(text(next)): \(text(current))", safety: .suggested)
      ])
    parseForm(match.form, words: match.words, base: base, guessed: true)
    return true
  }
}
