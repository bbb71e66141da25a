/// A block of code in a Markdown page.
package struct Fence: Sendable {
  /// The word behind the backticks: `design`, `console`; empty when there is none.
  package let language: String
  /// The line, from 1, on which the block's text begins.
  package let line: Int
  /// With its last line feed.
  package let text: String

  /// The path that a first line `// shop/orders.design` gives the block: it is a file of the page's designs, not a design
  /// of its own.
  package var path: String? {
    let first = text.prefix { $0 != "\n" }
    guard first.hasPrefix("// "), first.hasSuffix(".design"), !first.dropFirst(3).contains(" ") else {
      return nil
    }
    return String(first.dropFirst(3))
  }

  /// The blocks of a page, in order.
  package static func all(in page: String) throws -> [Fence] {
    let text = String(decoding: try TestFiles.bytes(page), as: UTF8.self)
    var out: [Fence] = []
    var open: (language: String, line: Int, lines: [Substring])?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if !line.hasPrefix("```") {
        open?.lines.append(line)
      } else if let fence = open {
        let text = fence.lines.map { $0 + "\n" }.joined()
        out.append(Fence(language: fence.language, line: fence.line, text: text))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), number + 2, [])
      }
    }
    return out
  }
}
