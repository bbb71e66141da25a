import Mustache

/// Text in Markdown, as CommonMark and GitHub read it.
enum MarkdownText {
  /// What means something to Markdown, or to MDX, escaped, so that it stands for itself; in one line.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]{}<>|#~&".contains(character) { out.append("\\") }
      out.append(character.isNewline ? " " : character)
    }
    return out
  }

  /// A run of text.
  static func span(_ span: Span, _ href: String?) -> String {
    let words =
      switch span.style {
      case .plain, .quiet: escaped(span.text)
      case .code, .tag: code(span.text)
      case .strong: strong(span.text)
      }
    return href.map { "[\(words)](\($0))" } ?? words
  }

  private static func strong(_ text: String) -> String { text.isEmpty ? "" : "**\(escaped(text))**" }

  /// Between more backticks than it holds in a row. A bar would end a table's cell even there.
  private static func code(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 }).replacing("|", with: "\\|")
    var longest = 0
    var run = 0
    for character in line {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? "\(fence)\(line)\(fence)" : "\(fence) \(line) \(fence)"
  }
}

/// How templates escape the values of Markdown pages.
struct MarkdownContent: MustacheContentType {
  func escapeText(_ text: String) -> String { MarkdownText.escaped(text) }
}
