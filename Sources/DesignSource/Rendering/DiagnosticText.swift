/// Diagnostics as a terminal shows them: the message, the place, the line with a caret below, notes and help.
package struct DiagnosticText: Sendable {
  private let files: [SourceFile]
  private let tables: [LineTable]
  private let colour: Bool

  /// - Parameter colour: whether ANSI escapes may be used.
  package init(files: [SourceFile], colour: Bool) {
    self.files = files
    tables = files.map(LineTable.init)
    self.colour = colour
  }

  /// All of them, an empty line between two.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// One diagnostic, ending in a line feed.
  package func render(_ diagnostic: Diagnostic) -> String {
    let rule = diagnostic.name.isEmpty ? diagnostic.code : "\(diagnostic.code) \(diagnostic.name)"
    var out = paint("\(diagnostic.severity.rawValue)[\(rule)]", severityStyle(diagnostic.severity))
    out += paint(": \(printable(diagnostic.message))", .bold) + "\n"
    out += snippets(diagnostic)
    for note in diagnostic.notes { out += paint("  = note: ", .quiet) + printable(note) + "\n" }
    for help in diagnostic.help { out += paint("  = help: ", .good) + printable(help) + "\n" }
    return out
  }

  /// A marked piece of a line: the primary range or a related one.
  private struct Mark {
    let range: SourceRange
    let text: String
    let primary: Bool
  }

  private func snippets(_ diagnostic: Diagnostic) -> String {
    let marks =
      [Mark(range: diagnostic.range, text: diagnostic.label, primary: true)]
      + diagnostic.related.map { Mark(range: $0.range, text: $0.text, primary: false) }
    let width = marks.map { String(position($0.range).line).count }.max() ?? 1
    let margin = String(repeating: " ", count: width)
    var out = ""
    var lastFile: FileID?
    for mark in marks {
      guard let table = table(mark.range.file) else { continue }
      let at = table.position(of: mark.range.start)
      let arrow = lastFile == mark.range.file ? "..." : "-->"
      out +=
        margin + paint("\(arrow) ", .quiet)
        + "\(printable(files[Int(mark.range.file.index)].path)):\(at.line):\(at.column)\n"
      lastFile = mark.range.file
      out += paint("\(margin) |", .quiet) + "\n"
      let number = String(at.line)
      let padding = String(repeating: " ", count: width - number.count)
      let line = excerpt(table.text(ofLine: at.line), from: at.column, mark: mark, table: table)
      out += paint("\(padding)\(number) |", .quiet) + " \(line.text)\n"
      let caret = String(repeating: mark.primary ? "^" : "-", count: line.length)
      let label = mark.text.isEmpty ? "" : " " + printable(mark.text)
      out += paint("\(margin) |", .quiet) + " " + line.indent
      out += paint(caret + label, mark.primary ? severityStyle(diagnostic.severity) : .quiet) + "\n"
    }
    return out
  }

  /// The part of a line that is shown (long lines are cut round the mark), and where its caret stands.
  private func excerpt(_ line: String, from column: Int, mark: Mark, table: LineTable) -> (
    text: String, indent: String, length: Int
  ) {
    let longest = 160
    let end = table.position(of: mark.range.end)
    let sameLine = end.line == table.position(of: mark.range.start).line
    if isPlain(line), line.utf8.count <= longest, column <= longest - 40 {
      let first = min(column - 1, line.utf8.count)
      let last = sameLine ? min(end.column - 1, line.utf8.count) : line.utf8.count
      return (line, String(repeating: " ", count: first), max(1, last - first))
    }
    var scalars = Array(line.unicodeScalars)
    var first = min(column - 1, scalars.count)
    var last = sameLine ? min(end.column - 1, scalars.count) : scalars.count
    var prefix = ""
    if first > longest - 40 {
      let cut = first - 40
      scalars.removeFirst(cut)
      (first, last) = (first - cut, last - cut)
      prefix = "…"
    }
    let suffix = scalars.count > longest ? "…" : ""
    if scalars.count > longest { scalars.removeLast(scalars.count - longest) }
    last = max(min(last, scalars.count), min(first + 1, scalars.count))
    let text = printable(String(String.UnicodeScalarView(scalars)))
    let before = printable(String(String.UnicodeScalarView(scalars[..<min(first, scalars.count)])))
    let marked = printable(String(String.UnicodeScalarView(scalars[min(first, scalars.count)..<last])))
    return (
      prefix + text + suffix, String(repeating: " ", count: TerminalWidth.of(prefix + before)),
      max(1, TerminalWidth.of(marked))
    )
  }

  private func table(_ file: FileID) -> LineTable? {
    tables.indices.contains(Int(file.index)) ? tables[Int(file.index)] : nil
  }

  private func position(_ range: SourceRange) -> LineTable.Position {
    table(range.file)?.position(of: range.start) ?? LineTable.Position(line: 1, column: 1)
  }

  /// Nearly every text is, and there may be thousands.
  private func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { 32..<127 ~= $0 } }

  /// Control characters would move the cursor or change the terminal, so each is shown as a picture of itself.
  private func printable(_ text: String) -> String {
    if isPlain(text) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9: out.append(" ")
      case 0..<32: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 127...159, 0x202A...0x202E, 0x2066...0x2069: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private enum Style: String {
    case error = "31;1"
    case warning = "33;1"
    case info = "36;1"
    case bold = "1"
    case quiet = "34"
    case good = "32"
  }

  private func severityStyle(_ severity: Diagnostic.Severity) -> Style {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
