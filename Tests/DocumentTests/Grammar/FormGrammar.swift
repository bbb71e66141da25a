import DesignSyntax

/// The grammar of the language: one symbol for each form and each context of the keyword table, and those that their slots
/// need.
struct FormGrammar {
  /// In the order in which they are written.
  private(set) var rules: [(symbol: String, production: Production, comment: String)] = []
  private(set) var sections: [(title: String, start: Int)] = []

  static let start = "File"

  init() {
    section("A file")
    add(Self.start, .many(.choice([.symbol(Self.symbol(of: .top)), .literal(";")])), "")
    for context in Context.allCases {
      let forms = context.expanded.flatMap { Grammar.shared.contexts[$0] ?? [] }
      var seen: Set<String> = []
      let symbols = forms.filter { seen.insert($0.name).inserted }.map {
        Production.symbol(Self.symbol(of: $0))
      }
      section(Chapter.place(of: context)?.section.title ?? "In the block of extend")
      add(Self.symbol(of: context), .choice(symbols), "")
      for form in Grammar.shared.contexts[context] ?? []
      where !rules.contains(where: { $0.symbol == Self.symbol(of: form) }) {
        add(Self.symbol(of: form), Self.production(of: form), form.documentation)
      }
    }
    section("Paths, types and what else follows a word")
    for (symbol, production) in Self.parts { add(symbol, production, "") }
  }

  private mutating func section(_ title: String) { sections.append((title, rules.count)) }

  private mutating func add(_ symbol: String, _ production: Production, _ comment: String) {
    rules.append((symbol, production, comment))
  }

  /// `tableBody` → `TableBody`
  static func symbol(of context: Context) -> String {
    context.rawValue.prefix(1).uppercased() + context.rawValue.dropFirst()
  }

  /// `primary key` → `primary-key`, `table:unique` → `table.unique`
  static func symbol(of form: Form) -> String {
    form.name.replacing(" ", with: "-").replacing(":", with: ".").replacing("->", with: "to")
  }

  private static func production(of form: Form) -> Production {
    var parts: [Production] = []
    if case .words(let heads) = form.lead {
      parts.append(heads.count == 1 ? .words(heads[0]) : .choice(heads.map { .words($0) }))
    }
    if form.name == "extend" { return extend }
    parts += form.slots.map(production(of:))
    let modifiers = form.modifiers.map { Production.symbol(symbol(of: $0)) }
    if form.lead == .path {
      parts.append(modifiers.count == 1 ? modifiers[0] : .choice(modifiers))
    } else {
      if !modifiers.isEmpty { parts.append(.many(.choice(modifiers))) }
      if let block = block(of: form) {
        let tail = form.tail.map { Production.symbol(symbol(of: $0)) }
        parts.append(.optional(tail.isEmpty ? block : .sequence([block, .optional(.choice(tail))])))
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// What stands in the braces of a form; nil when it has none.
  private static func block(of form: Form) -> Production? {
    let inner = (form.modifiers + (form.block ?? [])).map { Production.symbol(symbol(of: $0)) }
    guard !inner.isEmpty else { return nil }
    let separators = form.block?.contains(.enumBody) == true ? [";", ","] : [";"]
    return .sequence([
      .literal("{"), .many(.choice(inner + separators.map { .literal($0) })), .literal("}"),
    ])
  }

  /// With a keyword, `extend` holds what that holds.
  private static var extend: Production {
    let declarations = Grammar.shared.forms.filter {
      ($0.slots.first == .name || $0.slots.first == .nameOrText) && $0.spelling == $0.name
    }
    var choices: [Production] = declarations.compactMap { form in
      block(of: form).map { .sequence([.literal(form.name), .symbol("Path"), .optional($0)]) }
    }
    let any = Production.many(.choice([.symbol(symbol(of: .extend)), .literal(";")]))
    choices.append(.sequence([.symbol("Path"), .optional(.sequence([.literal("{"), any, .literal("}")]))]))
    return .sequence([.literal("extend"), .choice(choices)])
  }

  private static func production(of slot: Slot) -> Production {
    switch slot {
    case .name: .symbol("NAME")
    case .nameOrText: .choice([.symbol("NAME"), .symbol("TEXT")])
    case .path: .symbol("Path")
    case .endpointReference: .symbol("EndpointReference")
    case .text: .symbol("TEXT")
    case .word(let words): choice(words)
    case .known(let words): .choice(words.map { .literal($0) } + [.symbol("NAME"), .symbol("TEXT")])
    case .freeWord: .choice([.symbol("NAME"), .symbol("TEXT")])
    case .kind: .choice([.symbol("NAME"), .symbol("TEXT")])
    case .version: .symbol("VERSION")
    case .value(let dimension): .symbol(dimension.symbol)
    case .range(let dimension): range(.symbol(dimension.symbol))
    case .sql: .choice([.symbol("SQL"), .symbol("NAME"), .symbol("TEXT"), .symbol("NUMBER")])
    case .columns: .symbol("Columns")
    case .determinant: .choice([.symbol("NAME"), .symbol("Columns")])
    case .type: .symbol("DataType")
    case .arguments: .symbol("Arguments")
    case .parameters: .symbol("Parameters")
    case .responses: .symbol("Responses")
    case .endpointPath: .symbol("EndpointPath")
    case .expression: .symbol("Condition")
    case .protocolName: .symbol("Protocol")
    case .literal: .symbol("Literal")
    case .must(let word): .literal(word)
    case .symbol(.greater): choice(["<", "<=", ">", ">="])
    case .symbol(let kind): .literal(kind.spelling)
    case .optional(let inner): .optional(.sequence(inner.map(production(of:))))
    case .list(let inner): .list(production(of: inner))
    }
  }

  private static func choice(_ spellings: [String]) -> Production {
    .choice(spellings.map { .words($0.split(separator: " ").map(String.init)) })
  }

  private static func range(_ value: Production) -> Production {
    .choice([
      .sequence([value, .optional(.sequence([.literal(".."), .optional(value)]))]),
      .sequence([.literal(".."), value]),
    ])
  }

  /// What the slots of forms are made of.
  private static let parts: [(String, Production)] = {
    func symbol(_ name: String) -> Production { .symbol(name) }
    func literal(_ text: String) -> Production { .literal(text) }
    let name = symbol("NAME")
    let dotted = Production.list(name, separator: ".")
    return [
      (
        "Path",
        .sequence([
          .optional(choice(["flow", "view", "type", "environment", "feature", "milestone"])), dotted,
        ])
      ),
      ("Method", choice(HTTPMethods.all)),
      ("EndpointReference", .sequence([symbol("Method"), symbol("EndpointPath")])),
      (
        "EndpointPath",
        .sequence([symbol("PATH_TEXT"), .many(.choice([symbol("PATH_TEXT"), symbol("PathParameter")]))])
      ),
      (
        "PathParameter",
        .sequence([
          literal("{"), name, .optional(.sequence([literal(":"), symbol("DataType")])), literal("}"),
        ])
      ),
      ("Columns", .sequence([literal("("), .list(symbol("ColumnName")), literal(")")])),
      ("ColumnName", .sequence([dotted, .optional(choice(["asc", "desc"]))])),
      ("DataType", .list(symbol("OneType"), separator: "|")),
      (
        "OneType",
        .sequence([
          .choice([
            .sequence([
              literal("["), symbol("DataType"), .optional(.sequence([literal(":"), symbol("DataType")])),
              literal("]"),
            ]),
            symbol("TEXT"),
            .sequence([symbol("TypeName"), .optional(symbol("Arguments")), .optional(symbol("TypeTail"))]),
          ]), .many(.choice([literal("?"), .words(["[", "]"])])),
        ])
      ),
      ("TypeName", .choice(TypeSpellings.several.map { .words($0) } + [dotted])),
      ("TypeTail", .choice(TypeSpellings.tails.map { .words($0) })),
      ("Arguments", .sequence([symbol("CALL"), .optional(.list(symbol("Argument"))), literal(")")])),
      (
        "Argument",
        .sequence([
          .optional(.sequence([name, literal(":")])),
          .choice([
            range(symbol("NUMBER")), symbol("TEXT"), symbol("SQL"),
            .sequence([
              name, .many(.sequence([choice(["/", "+"]), .choice([name, symbol("NUMBER")])])),
              .optional(symbol("Arguments")),
            ]),
          ]),
        ])
      ),
      ("Parameters", .sequence([literal("("), .optional(.list(symbol("Parameter"))), literal(")")])),
      (
        "Parameter",
        .sequence([
          .optional(choice(["header", "cookie", "query", "stream"])),
          .optional(.sequence([name, literal(":")])), symbol("DataType"),
          .optional(.sequence([literal("="), symbol("Literal")])),
        ])
      ),
      ("Responses", .list(symbol("Response"), separator: "|")),
      (
        "Response",
        .choice([
          .sequence([
            .choice([symbol("STATUS"), literal("default")]),
            .optional(.sequence([.optional(literal("stream")), symbol("OneType")])),
          ]),
          .sequence([.optional(literal("stream")), symbol("OneType")]),
        ])
      ),
      (
        "Protocol",
        .sequence([
          .choice(Vocabulary.protocols.map { literal($0) } + [name, symbol("TEXT")]),
          .many(.sequence([choice(["+", "/"]), .choice([name, symbol("NUMBER")])])),
        ])
      ),
      (
        "Literal",
        .choice([
          symbol("VALUE"), symbol("TEXT"), symbol("SQL"), name,
          .sequence([literal("["), .optional(.list(symbol("Literal"))), literal("]")]),
        ])
      ),
      ("Condition", .list(.list(symbol("Test"), separator: "and"), separator: "or")),
      (
        "Test",
        .choice([
          .sequence([literal("("), symbol("Condition"), literal(")")]),
          .sequence([literal("not"), symbol("Test")]),
          .sequence([literal("has"), symbol("Attribute")]),
          .sequence([
            choice(["any", "all", "none"]), literal("of"), symbol("Attribute"), literal("("),
            symbol("Condition"), literal(")"),
          ]),
          .sequence([
            symbol("Attribute"), choice(["is not", "is", "contains", "matches", "<", "<=", ">", ">="]),
            .list(
              .choice([
                symbol("MONEY"), symbol("RATE"), symbol("DATE"), symbol("VERSION"), symbol("Words"),
                symbol("Literal"),
              ])),
          ]),
        ])
      ),
      (
        "Attribute",
        .sequence([name, .many(.choice([.sequence([literal("."), name]), name, symbol("TEXT")]))])
      ),
      ("Words", .sequence([name, name, .optional(name)])),
    ]
  }()
}
