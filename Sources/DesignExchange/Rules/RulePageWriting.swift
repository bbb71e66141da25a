extension RulePage {
  /// The page as Markdown.
  package var markdown: String {
    "# \(Markdown.text(title))\n\n*\(Markdown.text(summary))*\n" + body(level: 2)
  }

  /// The page without its title, which a reader of a report sees already.
  var markdownBody: String { "*\(Markdown.text(summary))*\n" + body(level: 3) }

  private func body(level: Int) -> String {
    var out = ""
    for section in sections {
      if !section.title.isEmpty { out += "\n\(String(repeating: "#", count: level)) \(section.title)\n" }
      for block in section.blocks {
        switch block {
        case .paragraph(let text): out += "\n\(Markdown.text(text))\n"
        case .list(let items): out += "\n" + items.map { "- \(Markdown.text($0))\n" }.joined()
        case .code(let text, let language): out += "\n" + Markdown.fenced(text, language: language)
        }
      }
    }
    return out
  }

  /// The page for a terminal: prose in lines of at most 80 columns, examples as they are.
  package var text: String { "\(title)\n\(summary)\n" + textBody }

  /// The page without its title.
  var textBody: String {
    var out = ""
    for section in sections {
      if !section.title.isEmpty { out += "\n\(section.title):\n" }
      for block in section.blocks {
        switch block {
        case .paragraph(let text): out += "\n\(wrapped(text))\n"
        case .list(let items):
          out += "\n" + items.map { wrapped($0, first: "  - ", next: "    ") + "\n" }.joined()
        case .code(let text, _): out += "\n" + text.split(separator: "\n").map { "    \($0)\n" }.joined()
        }
      }
    }
    return out
  }
}

/// Words in lines of at most 80 columns, as far as their length allows.
package func wrapped(_ text: String, first: String = "", next: String = "") -> String {
  var lines = [first]
  var isEmpty = true
  for word in text.split(whereSeparator: \.isWhitespace) {
    if isEmpty {
      lines[lines.count - 1] += word
    } else if lines[lines.count - 1].count + word.count < 80 {
      lines[lines.count - 1] += " \(word)"
    } else {
      lines.append(next + word)
    }
    isEmpty = false
  }
  return lines.joined(separator: "\n")
}
