import CMarkdownLibrary

/// A fenced block of Markdown whose language is `design`: a small design, or the name of a picture of one on disk.
///
///     ```design from=../architecture picture=erd-shop
///     ```
package struct DesignFence: Sendable {
  /// The design between the fences; empty where there is none.
  package let text: String
  /// The lines of the opening and the closing fence, from 1.
  package let lines: ClosedRange<Int>
  /// What stands before the closing fence on its line: the spaces of a list's item, the `>` of a quotation.
  package let indentation: String
  /// What is asked for behind the word `design`, by name: `from`, `picture`, `name`.
  package let options: [String: String]
  /// Words behind `design` that ask for nothing known.
  package let unknownOptions: [String]

  /// The names that mean something behind the word `design`.
  package static let optionNames = ["from", "name", "picture"]

  /// The fences of a text, in its order. What is a fence is for CommonMark to say: one inside of another is none.
  package static func all(in markdown: String) -> [DesignFence] {
    let lines = Self.lines(markdown)
    return MarkdownTree.read(markdown) { document, _ in
      guard let iterator = cmark_iter_new(document) else { return [] }
      defer { cmark_iter_free(iterator) }
      var out: [DesignFence] = []
      while true {
        let event = cmark_iter_next(iterator)
        if event == CMARK_EVENT_DONE { return out }
        guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
          cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK,
          let fence = DesignFence(node, lines)
        else { continue }
        out.append(fence)
      }
    }
  }

  private init?(_ node: OpaquePointer, _ all: [Substring]) {
    guard let info = cmark_node_get_fence_info(node), let literal = cmark_node_get_literal(node) else {
      return nil
    }
    let words = String(cString: info).split(separator: " ")
    guard words.first == "design" else { return nil }
    text = String(cString: literal)
    let (first, last) = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_end_line(node)))
    // A block that nothing closes runs to the end of what holds it; there is no place for a picture.
    guard last > first, all.indices.contains(last - 1) else { return nil }
    let closing = all[last - 1]
    let indentation = closing.prefix { $0 != "`" && $0 != "~" }
    guard indentation.count < closing.count else { return nil }
    self.indentation = String(indentation)
    lines = first...last
    var options: [String: String] = [:]
    var unknown: [String] = []
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2, Self.optionNames.contains(parts[0]), !parts[1].isEmpty {
        options[parts[0]] = parts[1]
      } else {
        unknown.append(String(word))
      }
    }
    self.options = options
    unknownOptions = unknown
  }

  /// The lines of a text, each with its line end.
  static func lines(_ text: String) -> [Substring] {
    var out: [Substring] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: \.isNewline) {
      out.append(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? out : out + [rest]
  }
}

extension DesignFence {
  /// A text with a picture below each of its fences. A line with a picture that stands there already is replaced when its
  /// address leads to the folder of these pictures; anything else that stands there is left alone.
  ///
  /// - Parameters:
  ///   - images: for each of `all(in:)`, in order, the words that stand for the picture and its address.
  ///   - folder: where the pictures are, as their addresses have it, with a `/` at the end.
  package static func embed(
    _ images: [(alternative: String, address: String)], into markdown: String, folder: String
  ) -> String {
    var lines = lines(markdown).map(String.init)
    let end = lines.first.map { $0.hasSuffix("\r\n") ? "\r\n" : "\n" } ?? "\n"
    for (fence, image) in zip(all(in: markdown), images).reversed() {
      let line = "\(fence.indentation)![\(escaped(image.alternative))](\(image.address))\(end)"
      let below = fence.lines.upperBound
      if !(lines[below - 1].last?.isNewline ?? false) { lines[below - 1] += end }
      let next = (below..<lines.count).first { !isEmpty(lines[$0]) }
      if let next, lines[next].contains("](\(folder)"), content(lines[next]).hasPrefix("![") {
        lines[next] = line
      } else {
        lines.insert(contentsOf: [emptyLine(fence, end), line], at: below)
        // What follows begins a paragraph of its own.
        if below + 2 < lines.count, !isEmpty(lines[below + 2]) {
          lines.insert(emptyLine(fence, end), at: below + 2)
        }
      }
    }
    return lines.joined()
  }

  private static func emptyLine(_ fence: DesignFence, _ end: String) -> String {
    String(fence.indentation.reversed().drop { $0 == " " }.reversed()) + end
  }

  private static func content(_ line: String) -> Substring {
    line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
  }

  private static func isEmpty(_ line: String) -> Bool { content(line).allSatisfy(\.isNewline) }

  /// Words in the brackets of a picture.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\[]*_`<".contains(character) { out.append("\\") }
      out.append(character.isNewline ? " " : character)
    }
    return out
  }
}
