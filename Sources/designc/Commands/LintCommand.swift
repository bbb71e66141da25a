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
      A finding names the element and the fact, shows the line, and says why and what to do. An unstated fact is never \
      taken for a bad one. What a project has decided for every run stands in designc.yml, which is looked for from the \
      design upward. Exits with 1 when a finding is at or above the threshold, with 2 when the design cannot be read.

      Examples:
        designc lint                               the design in this directory
        designc lint design --fail-on warning      fail on warnings too
        designc lint --only SEC --rule INF001      the security review, and one rule more
        designc lint --stage release               what must be stated before a release counts too
        designc lint --report sarif=lint.sarif --report markdown=comment.md
                                                   in words here, and two reports for machines in one run
        designc lint --since main                  only what main does not have
        designc lint --write-baseline              from now on, only what is new fails
        designc lint --fix                         mend what can be mended without changing the design
        designc lint --unsafe --diff               show all edits that could be made, and make none
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "How findings are written: text, json, sarif, junit, github, gitlab or markdown.")
  var format = ReviewFormat.text

  @Option(
    help: ArgumentHelp("Also write a report to a file; may be repeated.", valueName: "format=file"))
  var report: [ReportFile] = []

  @OptionGroup var choice: ReviewChoice
  @OptionGroup var takenOver: BaselineChoice
  @OptionGroup var mending: FixChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if takenOver.writeBaseline, choice.since != nil {
      throw ValidationError("--write-baseline takes the whole review, so it does not go with --since")
    }
    if takenOver.writeBaseline, mending.isAskedFor {
      throw ValidationError("--write-baseline and --fix are two steps: mend first, then write the baseline")
    }
    try ReportFile.check(report)
    if mending.diff, !report.isEmpty || format != .text {
      throw ValidationError("--diff shows edits and no review, so it goes with neither --format nor --report")
    }
  }

  func run() throws {
    let read = try messages.files(paths)
    try ReportFile.check(report, against: read)
    // What keeps a design from being read is mended first: the rules that the configuration names may stand in it.
    let readable = mending.isAskedFor ? mending.mendText(read) : nil
    let compilation = Kept.toTheEnd(readable?.compilation ?? DesignFiles.compiled(read))
    if let readable, !compilation.isReviewable { try mending.finish(read, readable) }
    try diagnostics.stopIfUnreviewable(compilation)
    let setup = try choice.setup(paths, compilation, diagnostics)
    let baseline = try takenOver.file(setup.project)

    if takenOver.writeBaseline {
      let result = review(compilation.model, options: setup.options)
      let written = try baseline.write(result, force: takenOver.force, diagnostics)
      return try write(written.settle(result), compilation.files, setup)
    }
    let judgement = try Judgement(paths, compilation, choice, setup: setup, takenOver, diagnostics)
    var final = compilation
    if let readable {
      let mended = mending.mendFindings(readable, judgement.result)
      try mending.finish(read, mended)
      final = mended.compilation
      if mending.diff { throw mended.fixes.isEmpty ? ExitCode.success : ExitStatus.findings }
    }
    let (result, files) = judgement.whole(final)
    try write(result, files, setup)
  }

  private func write(_ result: ReviewResult, _ files: [SourceFile], _ setup: ReviewSetup) throws {
    let writer = ReviewWriter(result: result, files: files, since: choice.since)
    for file in report {
      try file.path.write(try writer.bytes(file.format))
    }
    if format == .text {
      if !messages.quiet || !result.findings.isEmpty {
        Terminal.print(writer.text(colour: Terminal.outputHasColour))
        if setup.isSketchUnasked, choice.isWhole, result.covered.isEmpty {
          messages.tell("judged as a sketch; `--stage review` also tells what is not stated yet\n")
        }
      }
    } else {
      Terminal.print(bytes: try writer.bytes(format))
    }
    if result.findings.contains(where: { $0.severity >= setup.failOn }) { throw ExitStatus.findings }
  }
}
