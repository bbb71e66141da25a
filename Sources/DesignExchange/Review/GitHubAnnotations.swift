import DesignSource

/// Results as workflow commands, which GitHub shows beside the lines of a pull request.
package enum GitHubAnnotations {
  /// GitHub keeps ten annotations of each kind a step (docs.github.com, "Workflow commands", read 2026-11).
  static let mostOfAKind = 10

  /// One command a line. What GitHub would drop stands in the log, as words, and is counted in a last annotation, so that
  /// a cut list never looks whole.
  package static func write(_ results: [ReportedResult], _ places: Places) -> String {
    let open = results.filter(\.isOpen).map(\.diagnostic)
    func count(_ severity: Diagnostic.Severity) -> Int { open.count { $0.severity == severity } }
    let isCut = Diagnostic.Severity.allCases.contains { count($0) > most($0, isCut: false) }
    var out = ""
    var log = ""
    var shown: [Diagnostic.Severity: Int] = [:]
    for diagnostic in open {
      if shown[diagnostic.severity, default: 0] < most(diagnostic.severity, isCut: isCut) {
        shown[diagnostic.severity, default: 0] += 1
        out += annotation(diagnostic, places)
      } else {
        log += line(diagnostic, places)
      }
    }
    guard isCut else { return out }
    let cut = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
      let rest = count(severity) - shown[severity, default: 0]
      return rest == 0 ? nil : "\(rest) of \(count(severity)) with severity \(severity.rawValue)"
    }
    let words = "findings are not annotated, since GitHub shows \(mostOfAKind) of a kind"
    return out + log
      + "::notice title=designc::\(cut.joined(separator: ", ")): these \(words); the log lists them\n"
  }

  /// The last annotation, which tells of the cut, is a notice too and needs a place among them.
  private static func most(_ severity: Diagnostic.Severity, isCut: Bool) -> Int {
    isCut && severity == .info ? mostOfAKind - 1 : mostOfAKind
  }

  private static func annotation(_ diagnostic: Diagnostic, _ places: Places) -> String {
    let place = places.place(diagnostic.range)
    let position = place.map { "file=\(property($0.file)),line=\($0.line),col=\($0.column)," } ?? ""
    let title = [diagnostic.code, diagnostic.name].filter { !$0.isEmpty }.joined(separator: " ")
    let message = ([diagnostic.message] + diagnostic.notes + diagnostic.help).joined(separator: "\n")
    return "::\(command(diagnostic.severity)) \(position)title=\(property(title))::\(data(message))\n"
  }

  /// A line of the log, which is no command since it begins with a word.
  private static func line(_ diagnostic: Diagnostic, _ places: Places) -> String {
    let place = places.place(diagnostic.range).map { " \($0.file):\($0.line):\($0.column)" } ?? ""
    return "\(diagnostic.severity.rawValue)[\(diagnostic.code)]\(data(place)): \(data(diagnostic.message))\n"
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
