import ArgumentParser
import DesignExchange
import DesignLint
import DesignSource

/// The formats of a review.
enum ReviewFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, junit, github, gitlab, markdown
}

/// `sarif=lint.sarif`, as the command line has it.
struct ReportFile: ExpressibleByArgument {
  let format: ReviewFormat
  let path: OutputPath

  init?(argument: String) {
    guard let equal = argument.firstIndex(of: "="),
      let format = ReviewFormat(rawValue: String(argument[..<equal])),
      let path = OutputPath(argument: String(argument[argument.index(after: equal)...]))
    else { return nil }
    self.format = format
    self.path = path
  }

  /// Ends the command when two reports would be one file.
  static func check(_ files: [ReportFile]) throws {
    var taken: Set<String> = []
    for file in files where !taken.insert("\(file.path)").inserted {
      throw ValidationError("two reports would be written to '\(file.path)'; name a file for each")
    }
  }

  /// Ends the command when a report would be written over the design.
  static func check(_ files: [ReportFile], against design: [SourceFile]) throws {
    for file in files where design.contains(where: { DesignFiles.isSame($0.path, "\(file.path)") }) {
      throw ValidationError("the report would be written over the design in '\(file.path)'")
    }
  }
}

/// Writes what a review came to in any of its formats.
struct ReviewWriter {
  let result: ReviewResult
  /// The files that findings lie in: those of the design, and a baseline.
  let files: [SourceFile]
  /// The revision before which findings are left out, when one is named.
  var since: String?
  /// The codes that were looked for; by default those of the rules that ran.
  var checked: [String]?

  func bytes(_ format: ReviewFormat) throws -> [UInt8] {
    let results = ReportedResult.all(result)
    let places = Places(files)
    switch format {
    case .text: return Array(text(colour: false).utf8)
    case .json: return try ReviewDocument(result, places).bytes()
    case .sarif:
      return try SARIFDocument(results, places, rules: result.rules, toolVersion: Designc.version).bytes()
    case .junit: return Array(JUnit.write(results, rules: checked ?? result.rules.map(\.id), places).utf8)
    case .github: return Array(GitHubAnnotations.write(results, places).utf8)
    case .gitlab: return try GitLabCodeQuality.write(results, places)
    case .markdown: return Array(MarkdownReview.write(results, places).utf8)
    }
  }

  /// Every finding with its line, then a line that sums up.
  func text(colour: Bool) -> String {
    let renderer = DiagnosticText(files: files, colour: colour)
    let findings = renderer.render(result.findings.map(\.diagnostic))
    return (findings.isEmpty ? "" : findings + "\n") + summary + "\n"
  }

  /// `1 error, 2 warnings; 1 finding accepted`
  var summary: String {
    let counts = [
      (result.count(.error), "error"), (result.count(.warning), "warning"), (result.count(.info), "remark"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    var line = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    if !result.accepted.isEmpty {
      line += "; \(counted(result.accepted.count, "finding")) accepted"
      if let next = result.accepted.compactMap(\.acceptance.until).min() {
        line += ", the next until \(next)"
      }
    }
    if !result.covered.isEmpty { line += "; \(counted(result.covered.count, "finding")) in the baseline" }
    if let since { line += "; \(counted(result.unchanged, "finding")) left out that \(since) has too" }
    return line
  }
}
