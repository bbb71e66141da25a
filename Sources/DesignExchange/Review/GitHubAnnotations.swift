import DesignSource

/// Results as workflow commands, which GitHub shows beside the lines of a pull request.
package enum GitHubAnnotations {
  /// GitHub keeps ten annotations of each kind a step (docs.github.com, "Workflow commands", read 2026-11).
  static let mostOfAKind = 10

  /// One command a line; what GitHub would drop is counted in a last line, so that a cut list never looks whole.
  package static func write(_ results: [ReportedResult], _ places: Places) -> String {
    var out = ""
    var count: [Diagnostic.Severity: Int] = [:]
    var cut = 0
    for result in results where result.isOpen {
      let diagnostic = result.diagnostic
      count[diagnostic.severity, default: 0] += 1
      guard count[diagnostic.severity] ?? 0 <= mostOfAKind else {
        cut += 1
        continue
      }
      let place = places.place(diagnostic.range)
      let position = place.map { "file=\(property($0.file)),line=\($0.line),col=\($0.column)," } ?? ""
      let title = [diagnostic.code, diagnostic.name].filter { !$0.isEmpty }.joined(separator: " ")
      let message = ([diagnostic.message] + diagnostic.notes + diagnostic.help).joined(separator: "\n")
      out += "::\(command(diagnostic.severity)) \(position)title=\(property(title))::\(data(message))\n"
    }
    if cut > 0 {
      out +=
        "::notice title=designc::\(cut) more findings are not annotated; see the log or the SARIF report\n"
    }
    return out
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    severity == .info ? "notice" : severity.rawValue
  }

  private static func data(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      if let replacement = table[scalar] { out += replacement } else { out.unicodeScalars.append(scalar) }
    }
  }
}
