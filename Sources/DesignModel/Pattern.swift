#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A regular expression that takes no longer than its text is long: a POSIX extended one, with `\d`, `\w`, `\s` and their
/// opposites, `\b`, `(?:…)`, and `(?i)` at its start. Back references and look-around, which may take for ever, are not part
/// of it, so that a rule that somebody proposes cannot stop a build.
package final class Pattern {
  private var compiled = regex_t()

  /// Nil for what is no such expression.
  package init?(_ text: String) {
    var pattern = text
    var flags = REG_EXTENDED | REG_NOSUB
    if pattern.hasPrefix("(?i)") {
      pattern.removeFirst(4)
      flags |= REG_ICASE
    }
    guard let posix = Self.posix(pattern), regcomp(&compiled, posix, flags) == 0 else { return nil }
  }

  deinit { regfree(&compiled) }

  /// Whether it is found somewhere in a text.
  package func isFound(in text: String) -> Bool { regexec(&compiled, text, 0, nil, 0) == 0 }

  /// The pattern in the words of POSIX; nil when it cannot be said there.
  private static func posix(_ pattern: String) -> String? {
    var out = ""
    var rest = pattern[...]
    var isInBrackets = false
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        guard let escaped = rest.popFirst(), let words = escape(escaped, isInBrackets) else { return nil }
        out += words
      case "[" where !isInBrackets:
        isInBrackets = true
        out += "["
        // Right behind the bracket a `]` stands for itself.
        if rest.first == "^" { out.append(rest.removeFirst()) }
        if rest.first == "]" { out.append(rest.removeFirst()) }
      case "]": (isInBrackets, out) = (false, out + "]")
      case "(" where !isInBrackets && rest.first == "?":
        guard rest.hasPrefix("?:") else { return nil }
        rest.removeFirst(2)
        out += "("
      case "*", "+", "?", "}":
        out.append(character)
        // Whether as few or as many as can be is of no account where only finding counts.
        if !isInBrackets, rest.first == "?" || rest.first == "+" { rest.removeFirst() }
      default: out.append(character)
      }
    }
    return out
  }

  private static func escape(_ character: Character, _ isInBrackets: Bool) -> String? {
    let classes: [Character: String] = ["d": "0-9", "w": "A-Za-z0-9_", "s": " \t\n\r"]
    if let members = classes[character] { return isInBrackets ? members : "[\(members)]" }
    if let members = classes[Character(character.lowercased())] {
      return isInBrackets ? nil : "[^\(members)]"
    }
    if character == "t" { return "\t" }
    if character == "n" { return "\n" }
    if character.isNumber || character.isLetter && character != "b" { return nil }
    return isInBrackets ? String(character) : "\\\(character)"
  }
}
