/// What a design expects to be said of it, written in the design itself: a comment `//~ error[code] fragment` below the
/// line it speaks of.
package struct Expectation: Sendable, Hashable, CustomStringConvertible {
  /// From 1: the nearest line above that is no expectation itself.
  package let line: Int
  package let severity: String
  /// The code of a diagnostic, or the id or name of a rule.
  package let code: String
  /// Must stand in the message, under the caret, in the notes or in the help.
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
      let fragment = rest.dropFirst(severity.count + code.count + 2).drop { $0 == " " || $0 == "\r" }
      out.append(
        Expectation(line: line, severity: String(severity), code: String(code), fragment: String(fragment)))
    }
    return out
  }

  /// Something that was said and not expected, or expected and not said.
  package enum Difference: Sendable {
    case unexpected(Diagnostic, line: Int)
    case missing(Expectation)

    /// The line, from 1, that it is about.
    package var line: Int {
      switch self {
      case .unexpected(_, let line): line
      case .missing(let expectation): expectation.line
      }
    }
  }

  /// What differs between what is expected and what was said, by line.
  ///
  /// - Parameter files: the texts that the diagnostics' ranges lie in.
  package static func compare(_ expected: [Expectation], _ actual: [Diagnostic], in files: [SourceFile])
    -> [Difference]
  {
    let tables = files.map(LineTable.init)
    var open = expected
    var out: [Difference] = []
    for diagnostic in actual {
      let line = tables[Int(diagnostic.range.file.index)].position(of: diagnostic.range.start).line
      if let match = open.firstIndex(where: { $0.line == line && $0.fits(diagnostic) }) {
        open.remove(at: match)
      } else {
        out.append(.unexpected(diagnostic, line: line))
      }
    }
    out += open.map { .missing($0) }
    return out.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(
      \.element)
  }

  /// The same in words; empty when all is as expected.
  package static func differences(_ expected: [Expectation], _ actual: [Diagnostic], in files: [SourceFile])
    -> [String]
  {
    compare(expected, actual, in: files).map { difference in
      switch difference {
      case .unexpected(let diagnostic, let line):
        "unexpected: line \(line): \(diagnostic.severity.rawValue)[\(diagnostic.code)] \(diagnostic.message)"
      case .missing(let expectation): "missing: \(expectation)"
      }
    }
  }

  private func fits(_ diagnostic: Diagnostic) -> Bool {
    guard severity == diagnostic.severity.rawValue, !code.isEmpty,
      code == diagnostic.code || code == diagnostic.name
    else { return false }
    let texts = [diagnostic.message, diagnostic.label] + diagnostic.help + diagnostic.notes
    return fragment.isEmpty || texts.joined(separator: "\n").contains(fragment)
  }
}
