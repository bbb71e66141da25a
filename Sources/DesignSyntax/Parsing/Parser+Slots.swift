import DesignSource

/// What follows the words of a statement.
extension Parser {
  /// Reads all slots of a form; false after a diagnostic.
  mutating func parse(_ slots: [Slot], of form: Form, head: Token) -> Bool {
    for slot in slots where !parse(slot, of: form, head: head) { return false }
    return true
  }

  private mutating func parse(_ slot: Slot, of form: Form, head: Token) -> Bool {
    if case .optional(let inner) = slot {
      guard let first = inner.first, canStart(first, of: form) else { return true }
      return parse(inner, of: form, head: head)
    }
    guard !isStatementEnd, canStart(slot, of: form) else { return missing(slot, of: form, head: head) }
    switch slot {
    case .name, .nameOrText: leaf(.name)
    case .path: parsePath(of: form)
    case .endpointReference: parseEndpointReference()
    case .text: leaf(.text)
    case .word(let list): leaf(.word, tokens: length(ofOneOf: list))
    case .known(let list): parseKnown(list, of: form)
    case .freeWord: parseFreeWord()
    case .kind: leaf(current.kind == .text ? .text : .word)
    case .version: leaf(.version)
    case .value(let dimension): return parseValue(dimension, of: form)
    case .range(let dimension): return parseRange(dimension, of: form)
    case .sql: return parseSQL(of: form)
    case .columns: return parseColumns()
    case .determinant: return parseDeterminant()
    case .type: return parseType()
    case .arguments: return parseArguments()
    case .parameters: return parseParameters()
    case .responses: return parseResponses()
    case .endpointPath: parseEndpointPath()
    case .expression: return parseExpression()
    case .protocolName: parseProtocol(of: form)
    case .literal: return parseLiteral()
    case .must, .symbol: position += 1
    case .list(let inner):
      repeat {
        guard parse(inner, of: form, head: head) else { return false }
      } while takeComma()
    case .optional: break
    }
    return true
  }

  private mutating func takeComma() -> Bool {
    guard current.kind == .comma, !current.startsLine else { return false }
    position += 1
    return true
  }

  /// Whether the current token can begin what the slot wants.
  func canStart(_ slot: Slot, of form: Form) -> Bool {
    let token = current
    if token.startsLine, position != statementStart { return false }
    switch slot {
    case .name: return (token.kind == .word || token.kind == .backtick)
    case .nameOrText: return [.word, .backtick, .text].contains(token.kind)
    case .path: return (token.kind == .word && !isEndpointReference) || token.kind == .backtick
    case .endpointReference: return isEndpointReference
    case .text: return token.kind == .text || token.kind == .multilineText
    case .word(let list): return token.kind == .word && length(ofOneOf: list) > 0
    case .freeWord, .known: return [.word, .backtick, .text].contains(token.kind)
    case .kind: return token.kind == .word || token.kind == .text
    case .version: return isVersion
    case .value(let dimension): return token.kind == .number || (dimension == .version && isVersion)
    case .range(let dimension):
      return token.kind == .number || token.kind == .dotDot || (dimension == .version && isVersion)
    case .sql: return [.word, .backtick, .text, .number, .leftParenthesis].contains(token.kind)
    case .columns, .parameters: return token.kind == .leftParenthesis
    case .determinant: return [.word, .backtick, .leftParenthesis].contains(token.kind)
    case .type: return [.word, .backtick, .text, .leftBracket].contains(token.kind)
    case .arguments: return token.kind == .leftParenthesis && token.touchesPrevious
    case .responses: return [.word, .number, .leftBracket, .backtick].contains(token.kind)
    case .endpointPath: return token.kind == .pathText
    case .expression: return token.kind == .word || token.kind == .leftParenthesis
    case .protocolName: return token.kind == .word || token.kind == .text
    case .literal: return [.word, .backtick, .text, .number, .leftBracket].contains(token.kind)
    case .must(let word): return token.kind == .word && text(token) == word
    case .symbol(.greater): return [.greater, .greaterEqual, .less, .lessEqual].contains(token.kind)
    case .symbol(let kind): return token.kind == kind
    case .optional(let inner): return inner.first.map { canStart($0, of: form) } ?? false
    case .list(let inner): return canStart(inner, of: form)
    }
  }

  /// The number of tokens of the word of the list that stands here, the longest; 0 when none does.
  private func length(ofOneOf list: [String]) -> Int {
    let first = text(current)
    var longest = 0
    for word in list where word.hasPrefix(first) {
      let parts = word.split(separator: " ")
      let matches = parts.indices.allSatisfy { index in
        let token = token(index)
        return token.kind == .word && (index == 0 || !token.startsLine) && text(token) == parts[index]
      }
      if matches { longest = max(longest, parts.count) }
    }
    return longest
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
        fixIts: near.map { [correction($0)] } ?? [])
      if !word.isEmpty, near != nil {
        leaf(.word)
        return true
      }
    case .name, .nameOrText:
      error(
        "missing-name", "`\(subject)` needs a name, found \(described)", at: place(head),
        help: "a name has letters, digits, `_` and `-`; put any other in backticks")
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
        at: place(head))
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
  private mutating func parseKnown(_ list: [String], of form: Form) {
    guard current.kind == .word else { return parseFreeWord() }
    checkKnown(current, list, "`\(form.spelling)`")
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
