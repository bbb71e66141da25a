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
        designc lint --report sarif=lint.sarif --report markdown=comment.md
                                                   in words here, and two reports for machines in one run
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "How findings are written: text, json, sarif, junit, github, gitlab or markdown.")
  var format = ReviewFormat.text

  @Option(
    help: ArgumentHelp("Also write a report to a file; may be repeated.", valueName: "format=file"))
  var report: [ReportFile] = []

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

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopIfUnreviewable(compilation)
    var options = ReviewOptions()
    options.only = only
    options.stage = stage
    // Rules may be the design's own, so that it must have been read.
    try ReviewOptions.checkRules(options, RuleBook(compilation.model.rules))
    options.today = today ?? CalendarDay(Platform.today)
    let result = messages.step({ "asked \(counted($0.rules.count, "rule"))" }) {
      review(compilation.model, options: options)
    }
    let writer = ReviewWriter(compilation: compilation, result: result, options: options)
    for file in report {
      try OutputDirectory(path: file.path.directory).write([
        OutputFile(name: file.path.name, bytes: try writer.bytes(file.format))
      ])
    }
    if format == .text {
      if !messages.quiet || !result.findings.isEmpty {
        Terminal.print(writer.text(colour: Terminal.outputHasColour))
      }
    } else {
      Terminal.print(bytes: try writer.bytes(format))
    }
    if result.findings.contains(where: { $0.severity >= failOn }) { throw ExitStatus.findings }
  }
}

extension Diagnostic.Severity: ExpressibleByArgument {}
extension ReviewOptions.Stage: ExpressibleByArgument {}

extension ReviewOptions {
  /// Ends the command where a word of `--only` names no rule and no reviewer.
  static func checkRules(_ options: ReviewOptions, _ book: RuleBook) throws {
    for (word, nearest) in book.unknownRules(in: options) {
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no rule or reviewer called '\(word)'\(hint)")
    }
  }
}

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
