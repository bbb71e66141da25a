import DesignSource

/// Types, argument lists, parameters, answers, column lists.
extension Parser {
  /// A type; several joined with `|` are one of them.
  mutating func parseType() -> Bool {
    nested("types") { $0.parseAlternatives() }
  }

  private mutating func parseAlternatives() -> Bool {
    let node = begin(.type)
    guard parseOneType() else { return false }
    while current.kind == .pipe {
      position += 1
      guard parseOneType() else { return false }
    }
    finish(node)
    return true
  }

  private mutating func parseOneType() -> Bool {
    switch current.kind {
    case .leftBracket:
      guard parseListType() else { return false }
    case .text:
      let node = begin(.namedType)
      leaf(.text)
      parseTypeSuffix()
      finish(node)
    case .word, .backtick:
      let node = begin(.namedType)
      let path = begin(.path)
      position += max(1, longest(grammar.fixed.types))
      while current.kind == .dot, !current.startsLine, [.word, .backtick].contains(token(1).kind) {
        position += 2
      }
      finish(path)
      if current.kind == .leftParenthesis {
        if current.touchesPrevious {
          guard parseArguments() else { return false }
        } else if token(1).kind == .number {
          error(
            "unexpected-token", "arguments touch the type's name", at: current,
            help: "write `\(text(tokens[position - 1]))(…)` without a space")
          guard parseArguments() else { return false }
        }
      }
      if !current.startsLine { position += longest(grammar.fixed.typeTails) }
      parseTypeSuffix()
      finish(node)
    default:
      error("expected-type", "a type is missing, found \(described)", at: current)
      return false
    }
    return true
  }

  /// The number of words of the longest of these spellings that stands here; 0 when none does.
  private func longest(_ spellings: [[KeywordID]]) -> Int {
    guard current.keyword != 0 else { return 0 }
    var longest = 0
    for words in spellings where words[0] == current.keyword && words.count > longest && stands(words) {
      longest = words.count
    }
    return longest
  }

  private mutating func parseTypeSuffix() {
    while !current.startsLine {
      if current.kind == .question {
        position += 1
      } else if current.kind == .leftBracket, current.touchesPrevious, token(1).kind == .rightBracket {
        position += 2
      } else {
        return
      }
    }
  }

  /// `[T]`, or `[K: V]` for a map.
  private mutating func parseListType() -> Bool {
    let open = current
    let node = begin(.listType)
    position += 1
    guard parseType() else { return false }
    if current.kind == .colon {
      nodes[node].kind = .mapType
      position += 1
      guard parseType() else { return false }
    }
    guard current.kind == .rightBracket else {
      error("unexpected-token", "this `[` is never closed", at: open, help: "add `]`")
      return false
    }
    position += 1
    parseTypeSuffix()
    finish(node)
    return true
  }

  /// `(a, b: c, 1..200)`
  mutating func parseArguments() -> Bool {
    nested("arguments") { $0.parseArgumentList() }
  }

  private mutating func parseArgumentList() -> Bool {
    list(.arguments) { parser in
      let node = parser.begin(.argument)
      if [.word, .backtick].contains(parser.current.kind), parser.token(1).kind == .colon {
        parser.leaf(.name)
        parser.position += 1
      }
      switch parser.current.kind {
      case .number, .dotDot: parser.parseLooseRange()
      case .text, .multilineText: parser.leaf(.text)
      case .backtick: parser.leaf(.sql)
      case .word:
        parser.leaf(.word)
        while [.slash, .plus].contains(parser.current.kind), parser.current.touchesPrevious {
          parser.position += 2
        }
        if parser.current.kind == .leftParenthesis, parser.current.touchesPrevious {
          guard parser.parseArguments() else { return false }
        }
      default:
        parser.error(
          "unexpected-token", "an argument is missing, found \(parser.described)", at: parser.current)
        return false
      }
      parser.finish(node)
      return true
    }
  }

  /// A number or a range of numbers in any unit.
  private mutating func parseLooseRange() {
    let node = begin(.range)
    if current.kind == .number { leaf(.value) }
    if current.kind == .dotDot {
      position += 1
      if current.kind == .number { leaf(.value) }
    }
    finish(node)
  }

  /// `(a, b desc)`: columns, each with an order, or SQL.
  mutating func parseColumns() -> Bool {
    list(.columns) { parser in
      guard [.word, .backtick].contains(parser.current.kind) else {
        parser.error("missing-name", "a column is missing, found \(parser.described)", at: parser.current)
        return false
      }
      let node = parser.begin(.column)
      parser.position += 1
      while parser.current.kind == .dot, parser.token(1).kind == .word { parser.position += 2 }
      while parser.current.kind == .word,
        parser.current.keyword == parser.grammar.fixed.ascending
          || parser.current.keyword == parser.grammar.fixed.descending
      {
        parser.position += 1
      }
      parser.finish(node)
      return true
    }
  }

  mutating func parseDeterminant() -> Bool {
    let node = begin(.determinant)
    if current.kind == .leftParenthesis {
      guard parseColumns() else { return false }
    } else {
      leaf(.column)
    }
    finish(node)
    return true
  }

  /// `(page: int = 1, header If-Match: string, body: T)`, or `(T)` and `(stream T)` of a remote procedure.
  mutating func parseParameters() -> Bool {
    list(.parameters) { parser in
      let node = parser.begin(.parameter)
      let fixed = parser.grammar.fixed
      let keyword = parser.current.keyword
      if parser.current.kind == .word, parser.token(1).kind == .word || parser.token(1).kind == .backtick,
        keyword == fixed.header || keyword == fixed.cookie || keyword == fixed.query
          || keyword == fixed.stream
      {
        parser.leaf(.word)
      }
      if [.word, .backtick].contains(parser.current.kind), parser.token(1).kind == .colon {
        parser.leaf(.name)
        parser.position += 1
      }
      guard parser.parseType() else { return false }
      if parser.current.kind == .equal {
        parser.position += 1
        parser.parseLiteral()
      }
      parser.finish(node)
      return true
    }
  }

  /// `200 T | 404 Problem | 4xx Problem | default Problem | 204`
  mutating func parseResponses() -> Bool {
    let node = begin(.responses)
    repeat {
      if current.kind == .pipe { position += 1 }
      let response = begin(.response)
      var hasStatus = false
      if current.kind == .number || (current.kind == .word && current.keyword == grammar.fixed.defaultStatus)
      {
        leaf(.value)
        hasStatus = true
      }
      if current.kind == .word, current.keyword == grammar.fixed.stream, token(1).kind == .word {
        leaf(.word)
      }
      if !isStatementEnd, startsResponseType(hasStatus) {
        let type = begin(.type)
        guard parseOneType() else { return false }
        finish(type)
      } else if !hasStatus {
        error("expected-type", "a type or a status is missing, found \(described)", at: current)
        return false
      }
      finish(response)
    } while current.kind == .pipe
    finish(node)
    return true
  }

  /// After a status the type may be missing, and a modifier may stand there.
  private func startsResponseType(_ hasStatus: Bool) -> Bool {
    switch current.kind {
    case .leftBracket, .backtick: return true
    case .text: return !hasStatus
    case .word:
      // `-> 204 POST /stock`: the next endpoint on the same line.
      return !hasStatus
        || !isEndpointReference && match(grammar.compiled[Int(grammar.endpoint)].line) == nil
    default: return false
    }
  }

  /// Items in parentheses, separated by commas; line ends within them mean nothing.
  private mutating func list(_ kind: NodeKind, _ item: (inout Parser) -> Bool) -> Bool {
    let node = begin(kind)
    let open = current
    position += 1
    while current.kind != .rightParenthesis {
      guard item(&self) else {
        closeUnfinished(after: node)
        recoverList()
        finish(node)
        return true
      }
      if current.kind == .comma {
        position += 1
      } else if current.kind != .rightParenthesis {
        if current.kind == .end || current.kind == .rightBrace || current.startsLine {
          error(
            "unclosed-parenthesis", "this `(` is never closed", at: open, help: "add `)`")
          finish(node)
          return true
        }
        error("unexpected-token", "a comma or `)` is missing before \(described)", at: current)
        recoverList()
        finish(node)
        return true
      }
    }
    position += 1
    finish(node)
    return true
  }

  /// To the closing parenthesis on this line, past it; or to the end of the line.
  private mutating func recoverList() {
    var open = 0
    while !isStatementEnd, current.kind != .leftBrace {
      if current.kind == .leftParenthesis { open += 1 }
      if current.kind == .rightParenthesis {
        open -= 1
        if open < 0 {
          position += 1
          return
        }
      }
      position += 1
    }
  }
}
