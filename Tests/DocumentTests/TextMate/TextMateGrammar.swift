import DesignSyntax
import Foundation

/// The TextMate grammar of the language, for editors and GitHub: keywords are those of the keyword table, and what follows one
/// is coloured by the first slot of its form.
struct TextMateGrammar {
  /// As JSON, with keys in order.
  static func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(file), as: UTF8.self) + "\n"
  }

  private static let file = File(
    comment: "Written from the keyword table by Tests/DocumentTests; RECORD=1 swift test writes it anew.",
    name: "Design", scopeName: "source.design", fileTypes: ["design"],
    patterns: statements,
    repository: [
      "comment": Pattern(patterns: comments), "comment-block": block, "text": Pattern(patterns: texts),
      "endpoint": endpoint, "enumeration": enumeration, "quantifier": quantifier,
      "parentheses": parentheses, "number": number, "type": type, "field": field,
      "operand": Pattern(patterns: operands), "keyword": keyword, "symbol": Pattern(patterns: symbols),
      "name": Pattern(name: "variable.other.design", match: path),
    ])

  private static let statements = [
    "comment", "text", "endpoint", "enumeration", "quantifier", "parentheses", "field", "operand", "type",
    "number",
    "keyword", "symbol", "name",
  ].map(Pattern.include)

  // MARK: Words

  /// A whole name, or one in backticks.
  private static let bare = #"[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*"#
  private static let name = "(?:\(bare)|`[^`]+`)"
  private static let path = "\(name)(?:\\.\(name))*"
  /// Where a word begins and ends: not within a name or path.
  private static let start = #"(?<![\p{L}\p{N}_.-])"#
  private static let end = #"(?![\p{L}\p{N}_]|-[\p{L}\p{N}_]|\.[\p{L}_`])"#

  private static func choice(_ words: some Sequence<String>) -> String {
    // Longer words first, since the first that fits is taken.
    let sorted = Set(words).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    return sorted.map { $0.replacing(" ", with: "[ \\t]+") }.joined(separator: "|")
  }

  /// Words that the parser itself knows, in conditions, columns and parameters.
  private static let otherWords = [
    "and", "or", "not", "is", "has", "contains", "matches", "any", "all", "none", "of", "asc", "desc",
    "header",
    "cookie", "query", "stream", "where", "expect", "determines", "many",
  ]

  /// Words that must stand behind something else: `many`, `at most`.
  private static let inner: [String] = {
    var words: [String] = []
    func visit(_ slots: [Slot]) {
      for slot in slots {
        switch slot {
        case .must(let word): words.append(word)
        case .optional(let inner): visit(inner)
        case .list(let inner): visit([inner])
        default: break
        }
      }
    }
    for form in Grammar.shared.forms { visit(form.slots) }
    return words
  }()

  /// All spellings of a form, but for the arrow.
  private static func heads(of form: Form) -> [String] {
    guard case .words(let heads) = form.lead else { return [] }
    return heads.filter { $0 != ["->"] }.map { $0.joined(separator: " ") }
  }

  private static let heads = Grammar.shared.forms.flatMap(heads(of:))

  // MARK: What follows a keyword

  /// The scope of what follows a keyword, by the first slot of its form.
  private static func scope(of slot: Slot?) -> String? {
    switch slot {
    case .name, .nameOrText: "entity.name.type.design"
    case .path: "variable.other.design"
    case .freeWord, .kind: "constant.other.design"
    case .word, .known: "support.constant.design"
    case .protocolName: "support.constant.protocol.design"
    case .list(let inner): scope(of: inner)
    default: nil
    }
  }

  /// Patterns over all keywords that the same sort of thing follows; those of several words first.
  private static let operands: [Pattern] = {
    var scopes: [String: Set<String>] = [:]
    for form in Grammar.shared.forms {
      guard let scope = scope(of: form.slots.first) else { continue }
      for head in heads(of: form) { scopes[head, default: []].insert(scope) }
    }
    // In some place nothing follows these, or backticks that hold SQL rather than a name.
    for form in Grammar.shared.forms where form.slots.isEmpty || form.slots.first == .sql {
      for head in heads(of: form) { scopes[head] = nil }
    }
    // A word that is followed by several sorts of thing, depending on its place, names none of them.
    let sorts = Dictionary(grouping: scopes.keys) { head in
      scopes[head]?.count == 1 ? scopes[head]?.first ?? "" : "variable.other.design"
    }
    let order = sorts.keys.sorted()
    let several = order.compactMap { scope in
      operand(scope, behind: sorts[scope]?.filter { $0.contains(" ") } ?? [])
    }
    let single = order.compactMap { scope in
      operand(scope, behind: sorts[scope]?.filter { !$0.contains(" ") } ?? [])
    }
    let bare = Pattern(
      name: "keyword.other.design", match: "\(start)(?:\(choice(heads.filter { $0.contains(" ") })))\(end)")
    return [indexName, keeper] + several + [bare] + single + [
      Pattern(
        match: "(->)[ \\t]*(\(others))",
        captures: ["1": Scope("keyword.operator.design"), "2": Scope("variable.other.design")])
    ]
  }()

  /// `index by_name (name)`
  private static let indexName: Pattern = {
    let forms = Grammar.shared.forms.filter { $0.slots.starts(with: [.optional([.name]), .columns]) }
    return Pattern(
      match: "\(start)(\(choice(forms.flatMap(heads(of:)))))[ \\t]+(\(name))(?=[ \\t]*\\()",
      captures: ["1": Scope("keyword.other.design"), "2": Scope("entity.name.type.design")])
  }()

  /// `kept by trigger total`
  private static let keeper: Pattern = {
    var heads: [String] = []
    var words: [String] = []
    for form in Grammar.shared.forms {
      guard case .optional(let inner) = form.slots.first, case .word(let list) = inner.first,
        inner.count == 1,
        form.slots.count > 1, form.slots[1] == .path
      else { continue }
      heads += TextMateGrammar.heads(of: form)
      words += list
    }
    return Pattern(
      match: "\(start)(\(choice(heads)))[ \\t]+(\(choice(words)))[ \\t]+(\(path))",
      captures: [
        "1": Scope("keyword.other.design"), "2": Scope("keyword.other.design"),
        "3": Scope("variable.other.design"),
      ])
  }()

  /// Paths separated by commas, each perhaps behind the word of its name space.
  private static let others: String = {
    let one = "(?:(?:flow|view|type|environment|feature|milestone)[ \\t]+(?=\(name)))?\(path)"
    return "\(one)(?:[ \\t]*,[ \\t]*\(one))*"
  }()

  private static func operand(_ scope: String, behind heads: [String]) -> Pattern? {
    guard !heads.isEmpty else { return nil }
    let operand =
      switch scope {
      case "entity.name.type.design": "\(name)(?!\\.)"
      case "support.constant.protocol.design": "\(bare)(?:[+/][\\p{L}\\p{N}]+)*"
      default: others
      }
    let notOperands = choice(inner + HTTPMethods.all + ["because", "until", "from"])
    return Pattern(
      match: "\(start)(\(choice(heads)))[ \\t]+(?!(?:\(notOperands))\(end))(\(operand))",
      captures: ["1": Scope("keyword.other.design"), "2": Scope(scope)])
  }

  // MARK: Patterns

  private static let comments = [
    Pattern(name: "comment.line.documentation.design", match: "///(?!/).*$"),
    Pattern(name: "comment.line.double-slash.design", match: "//.*$"),
    Pattern.include("comment-block"),
  ]

  private static let block = Pattern(
    name: "comment.block.design", begin: #"/\*"#, end: #"\*/"#, patterns: [Pattern.include("comment-block")])

  private static let escape = Pattern(
    name: "constant.character.escape.design", match: #"\\(?:["\\nt]|u\{[0-9A-Fa-f]+\})"#)

  private static let texts = [
    Pattern(
      name: "string.quoted.triple.design", begin: "\"\"\"", end: "\"\"\"",
      patterns: [escape]),
    Pattern(name: "string.quoted.double.design", begin: "\"", end: "\"|$", patterns: [escape]),
    Pattern(name: "string.quoted.other.backtick.design", begin: "(`+)", end: #"\1"#),
  ]

  private static let endpoint = Pattern(
    begin: "\(start)(\(choice(HTTPMethods.all)))[ \\t]+(?=/)", end: #"(?=[\s,;()}]|$)"#,
    beginCaptures: ["1": Scope("keyword.other.method.design")],
    patterns: [
      Pattern(
        begin: #"\{"#, end: #"\}"#, beginCaptures: ["0": Scope("punctuation.section.parameter.design")],
        endCaptures: ["0": Scope("punctuation.section.parameter.design")],
        patterns: [
          Pattern.include("type"),
          Pattern(name: "variable.parameter.design", match: name), Pattern.include("parentheses"),
          Pattern.include("symbol"),
        ]),
      Pattern(name: "string.unquoted.path.design", match: #"[^\s,;(){}]+"#),
    ])

  private static let enumeration = Pattern(
    begin: "\(start)(enum)[ \\t]+(\(name))", end: #"\}|$"#,
    beginCaptures: ["1": Scope("keyword.other.design"), "2": Scope("entity.name.type.design")],
    endCaptures: ["0": Scope("punctuation.section.block.design")],
    patterns: [
      Pattern.include("comment"), Pattern.include("text"),
      Pattern(
        begin: #"\{"#, end: #"(?=\})"#, beginCaptures: ["0": Scope("punctuation.section.block.design")],
        patterns: [
          Pattern.include("comment"), Pattern.include("text"),
          Pattern(name: "entity.name.constant.design", match: name), Pattern.include("symbol"),
        ]),
    ])

  private static let quantifier = Pattern(
    begin: "\(start)(any|all|none)[ \\t]+(of)[ \\t]+([^(]+)(\\()", end: #"\)"#,
    beginCaptures: [
      "1": Scope("keyword.other.design"), "2": Scope("keyword.other.design"),
      "3": Scope("variable.other.design"),
      "4": Scope("punctuation.section.parentheses.design"),
    ],
    endCaptures: ["0": Scope("punctuation.section.parentheses.design")],
    patterns: [Pattern.include("$self")])

  /// Columns, arguments and parameters: within, words are names.
  private static let parentheses = Pattern(
    begin: #"\("#, end: #"\)"#, beginCaptures: ["0": Scope("punctuation.section.parentheses.design")],
    endCaptures: ["0": Scope("punctuation.section.parentheses.design")],
    patterns: [
      Pattern.include("comment"), Pattern.include("text"), Pattern.include("parentheses"),
      Pattern(
        match: "\(start)(header|cookie|query)[ \\t]+(\(name))(?=[ \\t]*:)",
        captures: ["1": Scope("keyword.other.design"), "2": Scope("variable.parameter.design")]),
      Pattern(name: "variable.parameter.design", match: "\(name)(?=[ \\t]*:)"),
      Pattern(name: "keyword.other.design", match: "(?<=[\\s`])(?:asc|desc)\(end)"),
      Pattern.include("type"), Pattern.include("number"), Pattern.include("symbol"), Pattern.include("name"),
    ])

  private static let field = Pattern(
    match: "\(start)(\(name))(?=[ \\t]*:)|\(start)(\(name))(?=[ \\t]+determines\(end))",
    captures: ["1": Scope("entity.name.field.design"), "2": Scope("variable.other.design")])

  /// What stands behind a colon: a kind or a type.
  private static let type: Pattern = {
    let several = choice((TypeSpellings.several).map { $0.joined(separator: " ") })
    return Pattern(
      match: "(:)[ \\t]*(\\[*)((?:\(several))\(end)|\(path))",
      captures: [
        "1": Scope("punctuation.separator.colon.design"), "2": Scope("punctuation.section.brackets.design"),
        "3": Scope("support.type.design"),
      ])
  }()

  private static let number: Pattern = {
    let units = "(?:[ \\t]+(?:\(choice(Lexical.frequencies))|[A-Z]{3}))?(?:/(?:\(choice(Lexical.periods))))?"
    return Pattern(
      name: "constant.numeric.design",
      match:
        "(?<![\\p{L}\\p{N}_])(?:-?\\d[\\d_]*(?:\\.\\d+)*(?:-\\d\\d-\\d\\d)?[\\p{L}\\d%]*\(units)|v\\d[\\p{L}\\d.]*)\(end)"
    )
  }()

  private static let keyword = Pattern(
    name: "keyword.other.design", match: "\(start)(?:\(choice(heads + inner + otherWords)))\(end)")

  private static let symbols = [
    Pattern(name: "keyword.operator.design", match: #"->|\.\.|<=|>=|[<>=|?*+/]"#),
    Pattern(name: "punctuation.section.design", match: #"[{}\[\]()]"#),
    Pattern(name: "punctuation.separator.design", match: #"[,;:.]"#),
  ]
}

// MARK: The file

private struct File: Encodable {
  let comment, name, scopeName: String
  let fileTypes: [String]
  let patterns: [Pattern]
  let repository: [String: Pattern]
}

private struct Pattern: Encodable {
  var include: String?
  var name: String?
  var match: String?
  var begin: String?
  var end: String?
  var captures: [String: Scope]?
  var beginCaptures: [String: Scope]?
  var endCaptures: [String: Scope]?
  var patterns: [Pattern]?

  static func include(_ name: String) -> Pattern { Pattern(include: name.hasPrefix("$") ? name : "#\(name)") }
}

private struct Scope: Encodable {
  let name: String
  init(_ name: String) { self.name = name }
}
