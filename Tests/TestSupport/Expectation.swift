package import DesignSource

/// What a case expects, written in the case itself: a comment `//~ error[code] fragment` below the line it speaks of.
package struct Expectation: Sendable, Hashable, CustomStringConvertible {
  /// From 1: the nearest line above that is no expectation itself.
  package let line: Int
  package let severity: String
  package let code: String
  /// Must stand in the message, under the caret or in the help.
  package let fragment: String

  package var description: String { "line \(line): \(severity)[\(code)] \(fragment)" }

  /// All expectations of a text.
  package static func read(_ text: String) -> [Expectation] {
    var out: [Expectation] = []
    var line = 0
    for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = content.drop { $0 == " " || $0 == "\t" }
      guard trimmed.hasPrefix("//~ ") else {
        line = index + 1
        continue
      }
      let rest = trimmed.dropFirst(4)
      let severity = rest.prefix { $0 != "[" }
      let code = rest.dropFirst(severity.count + 1).prefix { $0 != "]" }
      let fragment = rest.dropFirst(severity.count + code.count + 2).drop { $0 == " " }
      out.append(
        Expectation(line: line, severity: String(severity), code: String(code), fragment: String(fragment)))
    }
    return out
  }

  /// What differs between what a case expects and what was said; empty when all is as expected.
  ///
  /// - Parameter files: the texts that the diagnostics' ranges lie in.
  package static func differences(_ expected: [Expectation], _ actual: [Diagnostic], in files: [SourceFile])
    -> [String]
  {
    let tables = files.map(LineTable.init)
    var open = expected
    var out: [String] = []
    for diagnostic in actual {
      let line = tables[Int(diagnostic.range.file.index)].position(of: diagnostic.range.start).line
      let match = open.firstIndex {
        $0.line == line && $0.severity == diagnostic.severity.rawValue && $0.code == diagnostic.code
          && texts(diagnostic).contains($0.fragment)
      }
      if let match {
        open.remove(at: match)
      } else {
        out.append(
          "unexpected: line \(line): \(diagnostic.severity.rawValue)[\(diagnostic.code)] \(diagnostic.message)"
        )
      }
    }
    return out + open.map { "missing: \($0)" }
  }

  private static func texts(_ diagnostic: Diagnostic) -> String {
    ([diagnostic.message, diagnostic.label] + diagnostic.help + diagnostic.notes).joined(separator: "\n")
  }
}
