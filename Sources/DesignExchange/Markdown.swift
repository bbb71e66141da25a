/// Text as it must be written to stand in Markdown (CommonMark 0.31, with GitHub's tables).
package enum Markdown {
  /// Text in a paragraph: what would be markup stands for itself; what is in backquotes stays code.
  package static func text(_ text: String) -> String {
    var out = ""
    // A backquote without a partner is no code.
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isCode = index % 2 == 1 && index < parts.count - 1
      if index > 0 { out += parts.count % 2 == 0 && index == parts.count - 1 ? "\\`" : "`" }
      out += isCode ? String(part) : escaped(part)
    }
    return out
  }

  /// Text in a table's cell: as in a paragraph, but a bar would end the cell and a line feed the row.
  package static func cell(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Markdown.text(line).replacing("|", with: "\\|")
  }

  /// Text on lines of its own, as it is.
  ///
  /// - Parameter language: the name of the language for highlighting.
  package static func fenced(_ text: String, language: String) -> String {
    let body = text.hasSuffix("\n") ? text : text + "\n"
    var fence = "```"
    while body.contains(fence) { fence += "`" }
    return "\(fence)\(language)\n\(body)\(fence)\n"
  }

  private static func escaped(_ text: Substring) -> String {
    var out = ""
    for character in text {
      switch character {
      case "<": out += "&lt;"
      case "&": out += "&amp;"
      case "*", "_", "[", "]", "\\": out += "\\\(character)"
      default: out.append(character)
      }
    }
    return out
  }
}
