import DesignSource

/// Paths, words, quantities, SQL.
extension Parser {
  /// Names joined with dots. `flow NAME` and other keywords before a name say which name space is meant.
  mutating func parsePath(takesNameSpace: Bool = false, isExtend: Bool = false) {
    let node = begin(.path)
    if takesNameSpace, current.kind == .word, isName(token(1).kind), !token(1).startsLine,
      isExtend || grammar.fixed.nameSpaces.contains(current.keyword)
    {
      position += 1
    }
    position += 1
    while current.kind == .dot, isName(token(1).kind) { position += 2 }
    if current.kind == .dot {
      error("unexpected-token", "a name is missing after this dot", at: current)
      position += 1
    }
    finish(node)
  }

  func isName(_ kind: Token.Kind) -> Bool { kind == .word || kind == .backtick }

  mutating func parseEndpointReference() {
    let node = begin(.endpointReference)
    position += 1
    parseEndpointPath()
    finish(node)
  }

  mutating func parseEndpointPath() {
    let node = begin(.endpointPath)
    while true {
      if current.kind == .pathText {
        checkPathText()
        position += 1
      } else if current.kind == .leftBrace, current.touchesPrevious, tokens[position - 1].kind != .leftBrace {
        parsePathParameter()
      } else {
        break
      }
    }
    finish(node)
  }

  /// Reports what other notations write into a path: `:id`, and parameters behind `?`.
  private mutating func checkPathText() {
    let written = text(current)
    let start = Int(current.start)
    if let query = written.utf8.firstIndex(of: UInt8(ascii: "?")) {
      let length = written.utf8.distance(from: written.startIndex, to: query)
      diagnostics.append(
        Diagnostic(
          .error, "path-syntax", "a path has no `?`",
          at: SourceRange(file: file, start: start + length, end: Int(current.end)),
          help: ["state its parameters with their types: `GET \(written[..<query]) (page: int = 1)`"]))
    }
    var offset = 0
    for part in written.split(separator: "/", omittingEmptySubsequences: false) {
      if part.first == ":", part.count > 1 {
        let replacement = "{\(part.dropFirst())}"
        let range = SourceRange(file: file, start: start + offset, end: start + offset + part.utf8.count)
        diagnostics.append(
          Diagnostic(
            .error, "path-syntax", "a parameter in a path stands in braces", at: range,
            help: ["write `\(replacement)`"],
            fixIts: [.init("write `\(replacement)`", range: range, replacement: replacement)]))
      }
      offset += part.utf8.count + 1
    }
  }

  private mutating func parsePathParameter() {
    let node = begin(.parameter)
    let open = current
    position += 1
    if current.kind == .word || current.kind == .backtick {
      leaf(.name)
      if current.kind == .colon {
        position += 1
        if !parseType() { closeUnfinished(after: node) }
      }
    } else {
      error("missing-name", "a parameter in a path needs a name", at: current)
    }
    while current.kind != .rightBrace, !isStatementEnd { position += 1 }
    if current.kind == .rightBrace, !current.startsLine {
      position += 1
    } else {
      error("unclosed-brace", "this parameter of the path is never closed", at: open, help: "add `}`")
    }
    finish(node)
  }

  /// A word, or text in its place. Keywords of one part may be given a version or arguments by their form.
  mutating func parseFreeWord() {
    switch current.kind {
    case .text: leaf(.text)
    case .backtick: leaf(.name)
    default: leaf(.word)
    }
  }

  /// `https`, `smtp+tls`, `http/2`; text for what is not known.
  mutating func parseProtocol(of form: Grammar.FormID) {
    let node = begin(.protocolName)
    if current.kind == .word, !grammar.protocols.contains(current.keyword) || current.keyword == 0 {
      checkKnown(current, Vocabulary.protocols, "`\(grammar.forms[Int(form)].spelling)`")
    }
    position += 1
    while [.plus, .slash].contains(current.kind), current.touchesPrevious,
      [.word, .number].contains(token(1).kind),
      token(1).touchesPrevious
    {
      if current.kind == .plus, token(1).kind == .word {
        checkKnown(
          token(1), Vocabulary.protocolSuffixes + Vocabulary.protocols, "`+` of a protocol")
      }
      position += 2
    }
    finish(node)
  }

  mutating func parseSQL() {
    let isCall = current.kind == .word && token(1).kind == .leftParenthesis && token(1).touchesPrevious
    if isCall || current.kind == .leftParenthesis {
      var open = 0
      var ahead = isCall ? 1 : 0
      repeat {
        if token(ahead).kind == .leftParenthesis { open += 1 }
        if token(ahead).kind == .rightParenthesis { open -= 1 }
        ahead += 1
      } while open > 0 && token(ahead).kind != .end && !token(ahead).startsLine
      let whole = SourceRange(file: file, start: Int(current.start), end: Int(token(ahead - 1).end))
      var sql = String(decoding: source.bytes[Int(whole.start)..<Int(whole.end)], as: UTF8.self)
      if !isCall, sql.hasSuffix(")") { sql = String(sql.dropFirst().dropLast()) }
      // What is SQL may have texts in single quotes.
      diagnostics.removeAll {
        $0.code == "sql-syntax" && whole.start <= $0.range.start && $0.range.end <= whole.end
      }
      error(
        "sql-syntax", "SQL stands in backticks", at: whole,
        fixIts: [.init("write `` `\(sql)` ``", range: whole, replacement: "`\(sql)`")])
      return leaf(.sql, tokens: ahead)
    }
    leaf(.sql)
  }

  mutating func parseLiteral() {
    switch current.kind {
    case .number:
      parseValue(.any, of: nil)
    case .leftBracket:
      let node = begin(.literal)
      let open = current
      position += 1
      while current.kind != .rightBracket, current.kind != .end, current.kind != .rightBrace { position += 1 }
      if current.kind == .rightBracket {
        position += 1
      } else {
        error("unexpected-token", "this `[` is never closed", at: open)
      }
      finish(node)
    case .text, .multilineText: leaf(.text)
    case .backtick: leaf(.sql)
    default: leaf(.word)
    }
  }

  func quantity(_ dimension: Dimension) -> (quantity: Quantity, count: Int)? {
    QuantityReader(tokens: tokens, bytes: source.bytes, start: position, end: min(position + 4, tokens.count))
      .read(dimension)
  }

  /// A number in the unit that the place wants.
  mutating func parseValue(_ dimension: Dimension, of formID: Grammar.FormID?) {
    if let (quantity, count) = quantity(dimension) {
      if let formID, let fault = fault(quantity, dimension) {
        let form = grammar.forms[Int(formID)]
        let last = token(count - 1)
        error(
          "invalid-number", "\(fault), but `\(form.spelling)` states `\(text(current))`",
          at: range(current).union(range(last)))
      }
      return leaf(.value, tokens: count)
    }
    let written = text(current)
    let subject = formID.map { "`\(grammar.forms[Int($0)].spelling)` needs" } ?? "here stands"
    // A unit apart from its number belongs to what is wrong.
    if token(1).kind == .word, !token(1).startsLine, !token(1).touchesPrevious,
      let unit = QuantityReader.unit(like: text(token(1)), of: dimension),
      QuantityReader.split(written)?.1 == ""
    {
      let whole = range(current).union(range(token(1)))
      let joined = written + unit
      error(
        "wrong-unit", "a unit touches its number", at: whole,
        fixIts: [.init("write `\(joined)`", range: whole, replacement: joined)])
      return leaf(.value, tokens: 2)
    }
    let isNumber = QuantityReader.isWellFormed(written)
    error(
      isNumber ? "wrong-unit" : "invalid-number",
      isNumber
        ? "\(subject) \(dimension.description), not `\(written)`"
        : "`\(written)` is not \(dimension.description)", at: current,
      label: unitAdvice(dimension, written) ?? "",
      help: "such as " + dimension.examples.map { "`\($0)`" }.joined(separator: " or "))
    leaf(.value)
    while current.kind == .slash || (current.kind == .word && tokens[position - 1].kind == .slash) {
      position += 1
    }
  }

  /// What is wrong with a quantity of the right unit: all that is measured here is at least nothing, and no share is
  /// greater than the whole.
  private func fault(_ quantity: Quantity, _ dimension: Dimension) -> String? {
    guard dimension != .any else { return nil }
    if case .percent(let percent) = quantity, dimension == .percent, percent > 100 {
      return "a share is at most 100%"
    }
    return (quantity.magnitude ?? 0) < 0 ? "a number here is not negative" : nil
  }

  /// The likely meaning of a number in the wrong unit.
  private func unitAdvice(_ dimension: Dimension, _ written: String) -> String? {
    guard let (magnitude, unit) = QuantityReader.split(written) else { return nil }
    let number = written.dropLast(unit.utf8.count)
    if !unit.isEmpty, let exact = QuantityReader.unit(like: unit, of: dimension) {
      return "did you mean `\(number)\(exact)`?"
    }
    switch dimension {
    case .size where unit.isEmpty: return "did you mean `\(number)MiB`?"
    case .size where ["m", "g", "k", "t"].contains(unit.lowercased()):
      return "did you mean `\(number)\(unit.uppercased())iB`?"
    case .duration where unit.isEmpty:
      return magnitude >= 100 ? "did you mean `\(number)ms`?" : "did you mean `\(number)s`?"
    case .percent where unit.isEmpty, .ratio where unit.isEmpty: return "did you mean `\(number)%`?"
    case .rate where unit.isEmpty || Quantity.multiples[unit] != nil:
      return "per what? `\(written) rps`, `\(written)/day`"
    default: return nil
    }
  }

  mutating func parseRange(_ dimension: Dimension, of form: Grammar.FormID) {
    let node = begin(.range)
    let start = current
    let low = quantity(dimension)?.quantity.magnitude
    if current.kind != .dotDot { parseValue(dimension, of: form) }
    if current.kind == .dotDot, !current.startsLine {
      position += 1
      if current.kind == .number || current.kind == .word, current.touchesPrevious {
        let high = quantity(dimension)?.quantity.magnitude
        parseValue(dimension, of: form)
        if let low, let high, low > high {
          let whole = range(start).union(range(tokens[position - 1]))
          let written = String(decoding: source.bytes[Int(whole.start)..<Int(whole.end)], as: UTF8.self)
          error(
            "invalid-number", "the range `\(written)` ends before it begins", at: whole,
            help: "write the smaller bound first")
        }
      }
    }
    finish(node)
  }
}
