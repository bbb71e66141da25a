import DesignSyntax

/// The meaning of leaves of the tree.
enum Texts {
  /// A name without backticks or quotes.
  static func name(of node: Node) -> String {
    switch node.head.kind {
    case .word: node.tree.text(node.head)
    case .text, .multilineText: value(ofText: node)
    default: node.sourceText.trimmingBackticks()
    }
  }

  /// A word or text as a reader means it.
  static func word(of node: Node) -> String {
    if node.kind == .text { return value(ofText: node) }
    return node.head.kind == .backtick ? node.sourceText.trimmingBackticks() : node.sourceText
  }

  /// The names of a path, and the keyword before them that says which name space is meant.
  static func components(of node: Node) -> (names: [String], keyword: String?) {
    var names: [String] = []
    var hasDot = false
    for (index, token) in node.tokens.enumerated() {
      if token.kind == .word || token.kind == .backtick { names.append(node.tree.name(token)) }
      if index == 1 { hasDot = token.kind == .dot }
    }
    // Between two names of a path stands a dot; between a keyword and a name stands none.
    guard names.count > 1, !hasDot else { return (names, nil) }
    return (Array(names.dropFirst()), names[0])
  }

  /// The value of a text literal: escapes resolved, the indentation of a text of several lines removed.
  static func value(of node: Node) -> String? {
    node.kind == .text ? value(ofText: node) : nil
  }

  /// The value of a node whose token is a text.
  static func value(ofText node: Node) -> String {
    let token = node.head
    if token.kind == .text, let plain = node.tree.plainText(token) { return plain }
    let written = node.tree.text(token)
    if token.kind == .multilineText { return unescape(dedent(written.strippingQuotes(3))) }
    return unescape(written.strippingQuotes(1))
  }

  private static func unescape(_ text: some StringProtocol) -> String {
    guard text.contains("\\") else { return String(text) }
    var out = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let escaped = rest.popFirst() else {
        out.append(character)
        continue
      }
      switch escaped {
      case "n": out.append("\n")
      case "t": out.append("\t")
      case "u" where rest.first == "{":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
          out.unicodeScalars.append(scalar)
        }
        rest = rest.dropFirst(digits.count + 2)
      default: out.append(escaped)
      }
    }
    return out
  }

  /// Removes the indentation of the line that closes the text, as Swift does.
  private static func dedent(_ text: Substring) -> String {
    var lines: [Substring] = text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
    guard lines.count > 1 else { return String(text) }
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    let indent = lines.removeLast().prefix(while: isBlank)
    if let first = lines.first, first.allSatisfy(isBlank) { lines.removeFirst() }
    let dedented = lines.map { line in line.hasPrefix(indent) ? line.dropFirst(indent.count) : line }
    return dedented.joined(separator: "\n")
  }
}

extension String {
  fileprivate func strippingQuotes(_ count: Int) -> Substring {
    let quotes = String(repeating: "\"", count: count)
    var text = dropFirst(count)
    if text.hasSuffix(quotes) { text = text.dropLast(count) }
    return text
  }
}

/// Templates of endpoints' paths.
enum EndpointPath {
  /// The template without types: `/products/{id}`.
  static func template(_ node: Node) -> String {
    var out = ""
    var inParameter = false
    for token in node.tokens {
      switch token.kind {
      case .pathText: out += readingOthers(node.tree.text(token))
      case .leftBrace:
        inParameter = true
        out += "{"
      case .rightBrace:
        inParameter = false
        out += "}"
      case .word, .backtick:
        if inParameter, out.hasSuffix("{") { out += node.tree.text(token).trimmingBackticks() }
      default: break
      }
    }
    return out
  }

  /// `:id` and what stands behind `?` are reported where they are read; here they are understood, so that one mistake
  /// stays one.
  private static func readingOthers(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "?") }) else {
      return text
    }
    return text.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.count > 1 && $0.first == ":" ? "{\($0.dropFirst())}" : String($0)
    }.joined(separator: "/")
  }

  /// The template with parameters by position, to compare with: `/products/{}`.
  static func normalized(_ template: some StringProtocol) -> String {
    var out = ""
    var depth = 0
    for character in template {
      if character == "}" { depth -= 1 }
      if depth <= 0 { out.append(character) }
      if character == "{" { depth += 1 }
    }
    return out
  }
}
