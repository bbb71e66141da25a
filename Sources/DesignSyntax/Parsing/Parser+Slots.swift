import DesignSource

/// What follows the words of a statement.
extension Parser {
  /// Reads what follows the words of a form; false after a diagnostic.
  mutating func parseSteps(of form: Grammar.FormID, head: Token) -> Bool {
    parse(grammar.compiled[Int(form)].steps, of: form, head: head)
  }

  private mutating func parse(_ steps: Range<Int>, of form: Grammar.FormID, head: Token) -> Bool {
    var index = steps.lowerBound
    while index < steps.upperBound {
      let step = grammar.program.steps[index]
      switch step.action {
      case .optional:
        let end = index + 1 + Int(step.operand)
        if startsOptional(index + 1..<end, of: form) {
          guard parse(index + 1..<end, of: form, head: head) else { return false }
        } else if lacksColon(index + 1..<end, of: form) {
          guard parse(index + 2..<end, of: form, head: head) else { return false }
        }
        index = end
      case .list:
        repeat {
          guard parseOne(index + 1, of: form, head: head) else { return false }
        } while takeComma()
        index += 2
      default:
        guard parseOne(index, of: form, head: head) else { return false }
        index += 1
      }
    }
    return true
  }

  /// Whether steps that may be left out stand here. A word with a comparison behind it may look like the next modifier,
  /// `owner "Operations"`; then the comparison decides.
  private func startsOptional(_ steps: Range<Int>, of form: Grammar.FormID) -> Bool {
    guard canStart(steps.lowerBound) else { return false }
    let second = steps.lowerBound + 1
    guard second < steps.upperBound, grammar.program.steps[second].symbol == .greater,
      ![.greater, .greaterEqual, .less, .lessEqual].contains(token(1).kind)
    else { return true }
    return match(grammar.compiled[Int(form)].line) == nil
  }

  /// Reports a kind without the colon before it: `api products rest`.
  private mutating func lacksColon(_ steps: Range<Int>, of form: Grammar.FormID) -> Bool {
    guard grammar.program.steps[steps.lowerBound].symbol == .colon, steps.count > 1, !current.startsLine,
      current.keyword != 0
    else { return false }
    let kind = grammar.program.steps[steps.lowerBound + 1]
    guard kind.action == .word || kind.action == .known,
      grammar.program.lists[Int(kind.operand)].single.contains(current.keyword),
      match(grammar.compiled[Int(form)].line) == nil
    else { return false }
    error(
      "unexpected-token", "a colon stands before `\(shortened(text(current)))`", at: current,
      fixIts: [
        .init("write `: \(text(current))`", range: range(current), replacement: ": \(text(current))")
      ])
    return true
  }

  private mutating func parseOne(_ index: Int, of form: Grammar.FormID, head: Token) -> Bool {
    let step = grammar.program.steps[index]
    guard !isStatementEnd, canStart(index) else {
      return missing(
        grammar.program.slots[Int(step.slot)], of: grammar.forms[Int(form)], head: head)
    }
    switch step.action {
    case .name, .nameOrText: leaf(.name)
    case .path:
      parsePath(takesNameSpace: grammar.compiled[Int(form)].takesNameSpace, isExtend: form == grammar.extend)
    case .endpointReference: parseEndpointReference()
    case .text: leaf(.text)
    case .word: leaf(.word, tokens: length(ofOneOf: Int(step.operand)))
    case .known: parseKnown(Int(step.operand), of: form)
    case .freeWord: parseFreeWord()
    case .kind: leaf(current.kind == .text ? .text : .word)
    case .version: leaf(.version)
    case .value: parseValue(step.dimension, of: form)
    case .range: parseRange(step.dimension, of: form)
    case .sql: parseSQL()
    case .columns: return parseColumns()
    case .determinant: return parseDeterminant()
    case .type: return parseType()
    case .arguments: return parseArguments()
    case .parameters: return parseParameters()
    case .responses: return parseResponses()
    case .endpointPath: parseEndpointPath()
    case .expression: return parseExpression()
    case .protocolName: parseProtocol(of: form)
    case .literal: parseLiteral()
    case .must, .symbol: position += 1
    case .optional, .list: break
    }
    return true
  }

  mutating func takeComma() -> Bool {
    guard current.kind == .comma, !current.startsLine else { return false }
    position += 1
    return true
  }

  /// Whether the current token can begin what a step wants.
  private func canStart(_ index: Int) -> Bool {
    let token = current
    if token.startsLine, position != statementStart { return false }
    let step = grammar.program.steps[index]
    let kind = token.kind
    switch step.action {
    case .name: return kind == .word || kind == .backtick
    case .nameOrText, .freeWord, .known: return kind == .word || kind == .backtick || kind == .text
    case .path: return (kind == .word && !isEndpointReference) || kind == .backtick
    case .endpointReference: return isEndpointReference
    case .text: return kind == .text || kind == .multilineText
    case .word: return kind == .word && length(ofOneOf: Int(step.operand)) > 0
    case .kind, .protocolName: return kind == .word || kind == .text
    case .version: return isVersion
    case .value: return kind == .number || (step.dimension == .version && isVersion)
    case .range: return kind == .number || kind == .dotDot || (step.dimension == .version && isVersion)
    case .sql:
      return kind == .word || kind == .backtick || kind == .text || kind == .number
        || kind == .leftParenthesis
    case .columns, .parameters: return kind == .leftParenthesis
    case .determinant: return kind == .word || kind == .backtick || kind == .leftParenthesis
    case .type: return kind == .word || kind == .backtick || kind == .text || kind == .leftBracket
    case .arguments: return kind == .leftParenthesis && token.touchesPrevious
    case .responses: return kind == .word || kind == .number || kind == .leftBracket || kind == .backtick
    case .endpointPath: return kind == .pathText
    case .expression: return kind == .word || kind == .leftParenthesis
    case .literal: return Self.startsLiteral(kind)
    case .must: return kind == .word && token.keyword == step.operand
    case .symbol where step.symbol == .greater:
      return kind == .greater || kind == .greaterEqual || kind == .less || kind == .lessEqual
    case .symbol: return kind == step.symbol
    case .optional, .list: return canStart(index + 1)
    }
  }

  static func startsLiteral(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .word, .backtick, .text, .number, .leftBracket: true
    default: false
    }
  }

  /// The number of tokens of the word of the list that stands here, the longest; 0 when none does.
  private func length(ofOneOf list: Int) -> Int {
    guard current.keyword != 0 else { return 0 }
    var longest = grammar.program.lists[list].single.contains(current.keyword) ? 1 : 0
    for words in grammar.program.lists[list].several where words.count > longest && stands(words) {
      longest = words.count
    }
    return longest
  }

  /// Whether these words stand here, on one line.
  func stands(_ words: [KeywordID]) -> Bool {
    for index in words.indices {
      let token = token(index)
      guard token.kind == .word, token.keyword == words[index], index == 0 || !token.startsLine else {
        return false
      }
    }
    return true
  }

  var isEndpointReference: Bool {
    current.kind == .word && token(1).kind == .pathText && !token(1).startsLine
  }

  private var isVersion: Bool {
    if current.kind == .number { return true }
    guard current.kind == .word else { return false }
    let bytes = source.bytes[Int(current.start)..<Int(current.end)]
    return bytes.count > 1 && bytes[bytes.startIndex] == UInt8(ascii: "v")
      && (48...57).contains(bytes[bytes.startIndex + 1])
  }

  /// Says what was expected. True when it is clear what was meant, so that reading goes on as if it stood here.
  private mutating func missing(_ slot: Slot, of form: Form, head: Token) -> Bool {
    let subject = form.spelling
    switch slot {
    case .word(let list):
      let word = current.kind == .word && !isStatementEnd ? text(current) : ""
      let near = Spelling.nearest(to: word, among: list)
      error(
        "unknown-word", "`\(subject)` is followed by one of \(Self.choice(list)), not \(described)",
        at: place(head), label: near.map { "did you mean `\($0)`?" } ?? "",
        help: Self.hint(subject, before: word), fixIts: near.map { [correction($0)] } ?? [])
      if !word.isEmpty, near != nil {
        leaf(.word)
        return true
      }
    case .name, .nameOrText:
      error(
        "missing-name", "`\(subject)` needs a name, found \(described)", at: place(head),
        help: current.kind == .text && !isStatementEnd
          ? "a name stands before the text: `\(subject) \(name(from: text(current))) \(text(current))`"
          : "a name has letters, digits, `_` and `-`; put any other in backticks")
    case .type:
      let owner = form.lead == .nameColon ? text(head) : subject
      error("expected-type", "`\(shortened(owner))` needs a type, found \(described)", at: place(head))
    case .responses:
      error(
        "expected-type", "`->` is followed by a type or a status, found \(described)", at: place(head))
    case .must(let word):
      error(
        "unexpected-token", "`\(word)` is missing after `\(subject)`, found \(described)", at: place(head))
    case .value(let dimension), .range(let dimension):
      error(
        "wrong-unit", "`\(subject)` needs \(dimension.description), found \(described)", at: place(head),
        help: "such as " + dimension.examples.map { "`\($0)`" }.joined(separator: " or "))
    case .symbol(let kind):
      return missingSymbol(kind, of: form, head: head)
    case .endpointPath where current.kind == .word && !isStatementEnd:
      error(
        "unexpected-token", "a path begins with `/`, found \(described)", at: current,
        help: "write `/\(text(current))`",
        fixIts: [.init("write `/\(text(current))`", range: range(current), replacement: "/\(text(current))")])
    default:
      error(
        "unexpected-token", "`\(subject)` needs \(name(of: slot, in: form)), found \(described)",
        at: place(head),
        help: slot == .text && [.slash, .pathText].contains(current.kind) ? "put it in double quotes" : nil)
    }
    return false
  }

  private mutating func missingSymbol(_ kind: Token.Kind, of form: Form, head: Token) -> Bool {
    if kind == .colon, position == missingColon { return true }
    if kind == .arrow, current.kind == .word, text(current).lowercased() == "references" {
      error(
        "sql-syntax", "a foreign key is written with an arrow", at: current,
        fixIts: [.init("write `->`", range: range(current), replacement: "->")])
      position += 1
      return true
    }
    error("unexpected-token", "`\(symbol(kind))` is missing, found \(described)", at: place(head))
    return false
  }

  /// A fix-it that puts another word in place of the current one.
  func correction(_ word: String) -> Diagnostic.FixIt {
    .init("write `\(word)`", range: range(current), replacement: word, safety: .suggested)
  }

  static func choice(_ list: [String]) -> String {
    list.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (list.count > 8 ? ", …" : "")
  }

  /// A word of a list that is not complete, or a text or quoted name in its place.
  private mutating func parseKnown(_ list: Int, of form: Grammar.FormID) {
    guard current.kind == .word else { return parseFreeWord() }
    if current.keyword == 0 || !grammar.program.lists[list].single.contains(current.keyword) {
      checkKnown(current, grammar.program.lists[list].spellings, "`\(grammar.forms[Int(form)].spelling)`")
    }
    leaf(.word)
  }

  /// Reports a word that a list of known names lacks.
  mutating func checkKnown(_ token: Token, _ list: [String], _ subject: String) {
    let word = text(token)
    guard !list.contains(word) else { return }
    if let near = Spelling.nearest(to: word, among: list) {
      error(
        "unknown-word", "\(subject) knows no `\(shortened(word))`", at: token,
        label: "did you mean `\(near)`?",
        fixIts: [.init("write `\(near)`", range: range(token), replacement: near, safety: .suggested)])
    } else {
      error(
        "unknown-word", "\(subject) knows no `\(shortened(word))`", at: token,
        help: "there are \(Self.choice(list)); put what is not among them in quotes: `\"\(word)\"`",
        fixIts: [
          .init("write `\"\(word)\"`", range: range(token), replacement: "\"\(word)\"", safety: .suggested)
        ])
    }
  }

  /// Where something is missing: the token found instead, or the statement's first word at the end of a line.
  private func place(_ head: Token) -> Token { isStatementEnd ? head : current }

  func symbol(_ kind: Token.Kind) -> String {
    switch kind {
    case .colon: ":"
    case .arrow: "->"
    case .equal: "="
    case .greater: ">"
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .rightBracket: "]"
    default: "\(kind)"
    }
  }

  private func name(of slot: Slot, in form: Form) -> String {
    switch slot {
    case .text where form.modifiers.contains(.accept): return "the reason as a text in double quotes"
    case .path: return "the name of an element"
    case .endpointReference: return "an endpoint, as `GET /path`"
    case .text: return "a text in double quotes"
    case .freeWord: return "a word or a text"
    case .kind: return "a kind"
    case .version: return "a version"
    case .sql: return "SQL in backticks"
    case .columns: return "columns in parentheses"
    case .arguments, .parameters: return "an argument list in parentheses"
    case .responses: return "a type"
    case .endpointPath: return "a path that begins with `/`"
    case .expression: return "a condition"
    case .protocolName: return "a protocol"
    case .literal: return "a value"
    case .list(let inner): return name(of: inner, in: form)
    default: return "something else"
    }
  }
}
