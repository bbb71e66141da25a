import Foundation

/// A Markdown page, as far as a test can tell whether it is true.
package struct Page: Sendable {
  /// What stands in a page, in order.
  package enum Part: Sendable {
    case fence(Fence)
    /// A picture, by its path from the page.
    case image(String)
  }

  /// The page's path from the root of the package.
  package let path: String
  package let text: String
  package let parts: [Part]

  package init(_ path: String) throws {
    self.path = path
    text = String(decoding: try TestFiles.bytes(path), as: UTF8.self)
    var parts: [Part] = []
    var open: Fence?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if !line.hasPrefix("```") {
        if open == nil, line.hasPrefix("!["), let start = line.range(of: "](")?.upperBound {
          parts.append(.image(String(line[start...].prefix { $0 != ")" })))
        }
        open?.text += line + "\n"
      } else if let fence = open {
        parts.append(.fence(fence))
        open = nil
      } else {
        open = Fence(info: String(line.dropFirst(3)), line: number + 2, text: "")
      }
    }
    self.parts = parts
  }

  package var fences: [Fence] {
    parts.compactMap { part in
      guard case .fence(let fence) = part else { return nil }
      return fence
    }
  }

  /// Every page of the package: the first one and those in `docs`. The examples of the pages of rules come from the rules,
  /// and are judged with them.
  package static let all =
    ["README.md"] + TestFiles.all(in: "docs", ending: ".md").filter { !$0.hasPrefix("docs/rules/") }
}

/// A block of code in a page.
package struct Fence: Sendable {
  /// What follows the backticks: `design`, `design of samples/shop`, `console`.
  package let info: String
  /// The line, from 1, on which the block's text begins.
  package let line: Int
  /// With its last line feed.
  package fileprivate(set) var text: String

  /// The number of its lines.
  package var lines: Int { text.count { $0 == "\n" } }

  /// Whether the block is in the design language.
  package var isDesign: Bool { info == "design" || info.hasPrefix("design ") }

  /// The folder of the package whose design the block adds to: `design of samples/shop`.
  package var addsTo: String? { info.hasPrefix("design of ") ? String(info.dropFirst(10)) : nil }

  /// The path that a first line `// shop/orders.design` gives the block: it is one of the page's files, not a design of its
  /// own.
  package var path: String? {
    let first = text.prefix { $0 != "\n" }
    guard first.hasPrefix("// "), first.hasSuffix(".design"), !first.dropFirst(3).contains(" ") else {
      return nil
    }
    return String(first.dropFirst(3))
  }
}
