import DesignSource

/// Conditions of custom rules.
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
      guard current.kind == .word, !current.startsLine else {
        error("unexpected-token", "`has` is followed by a keyword, found \(described)", at: current)
        return false
      }
      leaf(.word)
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
    guard current.kind == .word else {
      error("unexpected-token", "a keyword is missing after `of`, found \(described)", at: current)
      return false
    }
    leaf(.word)
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

  /// `ATTRIBUTE OPERATOR VALUE`
  private mutating func parseComparison() -> Bool {
    let node = begin(.comparison)
    let attribute = begin(.path)
    position += 1
    // An attribute may have several words: `on delete`.
    while current.kind == .word, !current.startsLine, !Self.operators.contains(text(current)) {
      position += 1
    }
    finish(attribute)
    if [.less, .lessEqual, .greater, .greaterEqual].contains(current.kind), !current.startsLine {
      leaf(.word)
    } else if current.kind == .word, !current.startsLine {
      leaf(.word, tokens: text(current) == "is" && text(token(1)) == "not" ? 2 : 1)
    } else {
      error(
        "unexpected-token",
        "`is`, `is not`, `contains`, `matches`, `<`, `<=`, `>` or `>=` is missing, found \(described)",
        at: current)
      return false
    }
    guard !isStatementEnd, Self.startsLiteral(current.kind) else {
      error("unexpected-token", "a value is missing, found \(described)", at: current)
      return false
    }
    parseLiteral()
    finish(node)
    return true
  }

  private static let operators: Set<String> = ["is", "contains", "matches", "and", "or"]
}
