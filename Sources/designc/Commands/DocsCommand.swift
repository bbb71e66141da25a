import ArgumentParser
import DesignCompiler
import DesignLint
import DesignSite
import DesignSource

import struct DesignModel.CalendarDay

/// `designc docs`
struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Write the documentation of a design, as a site or as Markdown.",
    discussion: """
      A page for each system, application, api, database, table, topic, type, environment, flow and feature, with the \
      pictures, the findings of the review, and the reasons that the design gives. The site is one folder that needs no \
      server and no network: open index.html in a browser. As Markdown it suits a wiki, GitHub, MkDocs or Docusaurus. \
      Files of an earlier run that are no longer part of it are removed. With an error in the design nothing is written.

      Examples:
        designc docs                                    the design in this directory, into docs-site/
        designc docs design --output public             another directory
        designc docs --format markdown --output wiki    Markdown files, with the pictures beside them
        designc docs --format markdown --output wiki --check
                                                        write nothing; exit with 1 when a file is out of date
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(name: [.short, .long], help: "Where the files are written.", completion: .directory)
  var output = "docs-site"

  @Option(help: "What is written: html or markdown.")
  var format = SiteFormat.html

  @Option(help: "The day of the review, as 2027-03-31, against which acceptances expire. (default: today)")
  var today: CalendarDay?

  @Flag(help: "Write nothing; exit with 1 when a file on disk is not what would be written.")
  var check = false

  @OptionGroup var look: ThemeChoice
  @OptionGroup var cache: CacheChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopOnErrors(compilation)
    let project = try ProjectConfiguration.read(
      for: paths, file: nil, rules: RuleBook(compilation.model.rules), diagnostics)
    var options = ReviewOptions(project)
    options.today = today ?? CalendarDay(Platform.today)
    let result = messages.step("reviewed the design") {
      review(compilation.model, options: options)
    }
    let progress = messages.progress("pictures")
    let files = try messages.step("made the pages") {
      try compilation.documentation(
        result, format, theme: look.theme(of: project), store: cache.store, progress: progress.report)
    }
    let directory = OutputDirectory(path: output)
    if check { return try directory.requireUpToDate(files, remedy: "designc docs") }
    try directory.replace(files)
    messages.tell("\(output)/index.\(format == .html ? "html" : "md")\n")
  }
}

extension SiteFormat: ExpressibleByArgument {}
