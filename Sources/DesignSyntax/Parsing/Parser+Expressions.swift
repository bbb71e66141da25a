import DesignSource

/// Conditions of rules.
extension Parser {
  mutating func parseExpression() -> Bool {
    nested("conditions") { $0.parseDisjunction() }
  }

  private mutating func parseDisjunction() -> Bool {
    let node = begin(.orExpression)
    repeat {
      if takesWord("or") { position += 1 }
      let and = begin(.andExpression)
      repeat {
        if takesWord("and") { position += 1 }
        guard parsePrimary() else { return false }
      } while takesWord("and")
      finish(and)
    } while takesWord("or")
    finish(node)
    return true
  }

  private func takesWord(_ word: String) -> Bool {
    current.kind == .word && !current.startsLine && text(current) == word
  }

  private mutating func parsePrimary() -> Bool {
    if current.kind == .leftParenthesis { return parseParenthesized() }
    guard current.kind == .word || current.kind == .backtick, !current.startsLine else {
      error("unexpected-token", "a condition is missing, found \(described)", at: current)
      return false
    }
    switch text(current) {
    case "not":
      let node = begin(.notExpression)
      position += 1
      guard nested("conditions", { $0.parsePrimary() }) else { return false }
      finish(node)
      return true
    case "has":
      let node = begin(.presence)
      position += 1
      guard current.kind == .word, !current.startsLine, !Self.behindAttributes.contains(text(current)) else {
        error("unexpected-token", "`has` is followed by a keyword, found \(described)", at: current)
        return false
      }
      parseAttribute()
      finish(node)
      return true
    case "any", "all", "none":
      if text(token(1)) == "of" { return parseQuantifier() }
      return parseComparison()
    default:
      return parseComparison()
    }
  }

  private mutating func parseQuantifier() -> Bool {
    let node = begin(.quantifier)
    position += 2
    guard current.kind == .word, !current.startsLine else {
      error("unexpected-token", "a keyword is missing after `of`, found \(described)", at: current)
      return false
    }
    parseAttribute()
    guard current.kind == .leftParenthesis else {
      error("unexpected-token", "a condition in parentheses is missing, found \(described)", at: current)
      return false
    }
    guard parseParenthesized() else { return false }
    finish(node)
    return true
  }

  private mutating func parseParenthesized() -> Bool {
    let open = current
    position += 1
    guard parseExpression() else { return false }
    guard current.kind == .rightParenthesis else {
      error("unclosed-parenthesis", "this `(` is never closed", at: open, help: "add `)`")
      return false
    }
    position += 1
    return true
  }

  /// One or more words, with dots where one element leads to another: `on delete`, `source.owner`, `property "tier"`.
  private mutating func parseAttribute() {
    let node = begin(.path)
    position += 1
    while !current.startsLine {
      if current.kind == .dot, token(1).kind == .word, !token(1).startsLine {
        position += 2
      } else if current.kind == .word, !Self.behindAttributes.contains(text(current)) {
        position += 1
      } else if current.kind == .text, text(tokens[position - 1]) == "property" {
        position += 1
      } else {
        break
      }
    }
    finish(node)
  }

  /// `ATTRIBUTE OPERATOR VALUE, …`
  private mutating func parseComparison() -> Bool {
    let node = begin(.comparison)
    parseAttribute()
    switch current.kind {
    case _ where current.startsLine: return missingOperator()
    case .less, .lessEqual, .greater, .greaterEqual: leaf(.word)
    case .word where Self.operators.contains(text(current)):
      leaf(.word, tokens: text(current) == "is" && text(token(1)) == "not" ? 2 : 1)
    default: return missingOperator()
    }
    repeat {
      guard !isStatementEnd, Self.startsLiteral(current.kind) else {
        error("unexpected-token", "a value is missing, found \(described)", at: current)
        return false
      }
      parseComparedValue()
    } while takeComma()
    finish(node)
    return true
  }

  private mutating func missingOperator() -> Bool {
    error(
      "unexpected-token",
      "`is`, `is not`, `contains`, `matches`, `<`, `<=`, `>` or `>=` is missing, found \(described)",
      at: current)
    return false
  }

  /// A value of any attribute: unlike elsewhere, nothing before it says which unit is due.
  private mutating func parseComparedValue() {
    if current.kind == .number {
      for dimension in [Dimension.money, .rate, .date, .any] {
        if let (_, count) = quantity(dimension) { return leaf(.value, tokens: count) }
      }
      if text(current).utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) {
        return leaf(.value)
      }
    } else if current.kind == .word,
      let words = grammar.program.lists.lazy.flatMap(\.several).first(where: { stands($0) })
    {
      return leaf(.word, tokens: words.count)
    }
    parseLiteral()
  }

  private static let operators: Set<String> = ["is", "contains", "matches"]
  /// Words that end an attribute of several words.
  private static let behindAttributes: Set<String> = operators.union([
    "and", "or", "for", "where", "expect", "help",
  ])
}
