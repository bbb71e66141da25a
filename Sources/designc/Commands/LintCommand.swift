import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignLint
import DesignSource

/// `designc lint`
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Review a design, as its architects would.",
    discussion: """
      A finding names the element and the fact, shows the line, and says why and what to do. An unstated fact is never
      taken for a bad one. Exits with 1 when a finding is at or above the threshold, with 2 when the design cannot be read.

      Examples:
        designc lint                               the design in this directory
        designc lint design --fail-on warning      fail on warnings too
        designc lint --only SEC --only INF001      the security review, and one rule more
        designc lint --stage release               what must be stated before a release counts too
        designc lint --format json                 for machines
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "How findings are written: text or json.")
  var format = Format.text

  @Option(help: "The least severity that makes the command fail: error, warning or info.")
  var failOn = Diagnostic.Severity.error

  @Option(
    help:
      "Only this rule or reviewer, by id (SEC001), name (weak-password-hash) or prefix (SEC); may be repeated."
  )
  var only: [String] = []

  @Option(help: "How far the design has come: sketch, review, agreed or release.")
  var stage = ReviewOptions.Stage.sketch

  @Option(help: "The day of the review, as 2027-03-31, against which acceptances expire. (default: today)")
  var today: CalendarDay?

  func validate() throws {
    var options = ReviewOptions()
    options.only = only
    for (word, nearest) in options.unknownRules {
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no rule or reviewer called '\(word)'\(hint)")
    }
  }

  func run() throws {
    let compilation = compile(try DesignFiles.read(paths))
    try Report.stopIfUnreadable(compilation)
    var options = ReviewOptions()
    options.only = only
    options.stage = stage
    options.today = today ?? CalendarDay(Platform.today)
    let result = review(compilation.model, options: options)
    switch format {
    case .text: Terminal.print(text(result, compilation))
    case .json:
      Terminal.print(String(decoding: try ReviewDocument(result, compilation.model).bytes(), as: UTF8.self))
    }
    if result.findings.contains(where: { $0.severity >= failOn }) { throw ExitStatus.findings }
  }

  private func text(_ result: ReviewResult, _ compilation: Compilation) -> String {
    let renderer = DiagnosticText(files: compilation.files, colour: Terminal.outputHasColour)
    let findings = renderer.render(result.findings.map(\.diagnostic))
    return findings.isEmpty ? summary(result) : findings + "\n" + summary(result)
  }

  /// `1 error, 2 warnings; 1 finding is accepted`
  private func summary(_ result: ReviewResult) -> String {
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
    return line + "\n"
  }
}

extension Diagnostic.Severity: ExpressibleByArgument {}
extension ReviewOptions.Stage: ExpressibleByArgument {}

extension CalendarDay: ExpressibleByArgument {
  init(_ parts: (year: Int, month: Int, day: Int)) {
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  public init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
