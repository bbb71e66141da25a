import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignLint
import DesignReport
import DesignSource

import struct DesignModel.CalendarDay

/// `designc review`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Write the report for a review meeting, as one page.",
    discussion: """
      A chapter for each reviewer, with the findings on the pictures where they are; what could not be judged; accepted \
      findings with their owners and last days; decisions; and a list to sign. The page needs no network and no script, and \
      can be printed. The same design gives the same page; findings do not make the command fail, `designc lint` does.

      Examples:
        designc review                              the design in this directory, as review.html
        designc review design --stage agreed --today 2027-03-31
                                                    what must be stated by then counts, and what has expired by then
        designc review --format markdown --output -
                                                    as Markdown, to standard output
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case html, markdown }

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "How it is written: html or markdown.")
  var format = Format.html

  @Option(
    name: [.short, .long],
    help: "The file to write; - for standard output. (default: review.html or review.md)", completion: .file()
  )
  var output: OutputPath?

  @Option(
    help:
      "How far the design has come: sketch, review, agreed or release. (default: that of designc.yml, or review)"
  )
  var stage: ReviewOptions.Stage?

  @Option(
    help: "The day of the review, as 2027-03-31, against which acceptances expire. (default: none do)")
  var today: CalendarDay?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration. (default: designc.yml, from the design upward)", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  @OptionGroup var look: ThemeChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopIfUnreviewable(compilation)
    let project = try ProjectConfiguration.read(
      for: paths, file: configurationFile, rules: RuleBook(compilation.model.rules), diagnostics)
    var options = project.configuration.review
    options.stage = stage ?? project.configuration.stage ?? .review
    options.today = today
    let report = try ReviewReport(
      compilation.model, DesignLint.review(compilation.model, options: options), options,
      Places(compilation.files), theme: look.theme(of: project))
    let bytes = format == .html ? try report.html() : report.markdown()
    guard output?.isStandardOutput != true else { return Terminal.print(bytes: bytes) }
    let path = output ?? OutputPath(directory: ".", name: format == .html ? "review.html" : "review.md")
    try path.write(bytes)
    messages.tell("\(path)\n")
  }
}
