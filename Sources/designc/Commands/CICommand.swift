import ArgumentParser
import DesignCompiler
import DesignContract
import DesignDiff
import DesignExchange
import DesignFormat
import DesignLint
import DesignPaint
import DesignSource

import struct DesignModel.CalendarDay

/// `designc ci`
struct CICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ci",
    abstract: "Check all there is to check about a design in one run, for continuous integration.",
    discussion: """
      Checks that the files are in canonical form (fmt --check), that committed pictures are up to date (build --check, with \
      --pictures), that the design's own rules pass their tests (test, where there are some), what the review finds (lint, \
      with designc.yml and its baseline), and that agreements are kept (breaking, where there are some). With --since only new findings count, and what changed is told. All steps \
      run, whatever the others come to. Exits with 1 when any fails, with 2 when the design has errors.

      Examples:
        designc ci                                        the design in this directory
        designc ci design --pictures docs/img             also its committed pictures
        designc ci --since origin/main                    what a branch brings
        designc ci --report sarif=design.sarif --report markdown=summary.md
                                                          the findings for machines, and all of it for people
        designc ci --report github=-                      annotations in a run of GitHub Actions
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "The directory of committed pictures, to be compared.", completion: .directory)
  var pictures: String?

  @Option(
    help: ArgumentHelp(
      "Write a report of the findings, as markdown one of all steps; - for standard output; may be repeated.",
      valueName: "format=file"))
  var report: [ReportFile] = []

  @OptionGroup var choice: ReviewChoice
  @OptionGroup var takenOver: BaselineChoice
  @OptionGroup var look: ThemeChoice
  @OptionGroup var cache: CacheChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if takenOver.writeBaseline { throw ValidationError("--write-baseline goes with `designc lint`") }
  }

  func run() throws {
    let all = try DesignFiles.read(paths, .designsAndTests)
    let compilation = Kept.toTheEnd(DesignFiles.compiled(all.filter { !DesignFiles.holdsTest($0.path) }))
    try diagnostics.stopOnErrors(compilation, consequence: "nothing was checked")
    let setup = try choice.setup(paths, compilation, diagnostics)
    let judgement = try Judgement(paths, compilation, choice, setup: setup, takenOver, diagnostics)
    let (result, files) = judgement.whole(compilation)
    let writer = ReviewWriter(result: result, files: files, since: choice.since)

    var steps = [
      formatting(all), try drawn(compilation, look.theme(of: setup.project)), tested(all, compilation),
    ].compactMap { $0 }
    let fails = result.findings.contains { $0.severity >= setup.failOn }
    steps.append(Step(name: "review", passes: !fails, outcome: writer.summary, details: []))
    if let agreements = try kept(compilation) { steps.append(agreements) }
    let changes = try choice.since.map { try difference(since: $0, compilation) }
    if let changes {
      steps.append(Step(name: "changes", passes: true, outcome: changes.counts, details: []))
    }

    for file in report {
      let bytes =
        file.format == .markdown ? markdown(steps, writer, changes) : try writer.bytes(file.format)
      if file.path.isStandardOutput { Terminal.print(bytes: bytes) } else { try file.path.write(bytes) }
    }
    let passes = steps.allSatisfy(\.passes)
    if !messages.quiet || !passes {
      // On standard output, a report may be read by a program.
      let isTaken = report.contains { $0.path.isStandardOutput }
      let text = text(steps, writer, colour: isTaken ? Terminal.errorHasColour : Terminal.outputHasColour)
      if isTaken { Terminal.printError(text) } else { Terminal.print(text) }
    }
    if !passes { throw ExitStatus.findings }
  }

  /// One thing that is checked, and what came of it.
  private struct Step {
    let name: String
    let passes: Bool
    /// In a few words.
    let outcome: String
    /// A line for each thing that is not as it should be.
    let details: [String]
  }

  private func formatting(_ files: [SourceFile]) -> Step {
    let changed = files.filter { file in format(file).map { Array($0.utf8) != file.bytes } ?? true }
    return Step(
      name: "formatting", passes: changed.isEmpty,
      outcome: changed.isEmpty
        ? "canonical" : "\(counted(changed.count, "file")) not in canonical form; run `designc fmt`",
      details: changed.map(\.path))
  }

  /// The committed pictures; nil where none are said to be.
  private func drawn(_ compilation: Compilation, _ theme: Theme) throws -> Step? {
    guard let pictures else { return nil }
    let progress = messages.progress("pictures")
    let files = try compilation.outputs([.svg], theme: theme, store: cache.store) { count, one in
      try Workers.map(count, jobs: nil, progress: { progress.report($0, of: count) }, one)
    }
    let outdated = OutputDirectory(path: pictures, endings: ["svg"]).differences(from: files)
    return Step(
      name: "pictures", passes: outdated.isEmpty,
      outcome: outdated.isEmpty
        ? "\(counted(files.count, "picture")) up to date"
        : "\(counted(outdated.count, "picture")) not up to date; run `designc build --output \(pictures)`",
      details: outdated.map { "\(pictures)/\($0.name): \($0.reason)" })
  }

  /// The tests of the design's own rules; nil where there are none.
  private func tested(_ files: [SourceFile], _ compilation: Compilation) -> Step? {
    let tests = files.filter { DesignFiles.holdsTest($0.path) }
    guard !tests.isEmpty else { return nil }
    let failed = tests.filter {
      !test(DesignFiles.compiled([$0]), byRulesOf: compilation).differences.isEmpty
    }
    return Step(
      name: "tests", passes: failed.isEmpty,
      outcome: "\(tests.count - failed.count) passed, \(failed.count) failed"
        + (failed.isEmpty ? "" : "; `designc test` says why"),
      details: failed.map(\.path))
  }

  /// Whether what is agreed is kept; nil where nothing is.
  private func kept(_ compilation: Compilation) throws -> Step? {
    let files = try AgreementDirectory(for: paths).files()
    guard !files.isEmpty else { return nil }
    let today = (choice.today ?? CalendarDay(Platform.today)).description
    let report = ChangeReport(
      files.compactMap(\.agreement).map {
        AgreementState($0, in: compilation.model, today: today).section(in: compilation.model)
      })
    let unreadable = files.compactMap { file in
      if case .failure(let problem) = file.content { "\(file.path) \(problem.reason)" } else { nil }
    }
    let breaking = report.count(.breaking)
    return Step(
      name: "breaking", passes: breaking == 0 && unreadable.isEmpty,
      outcome: breaking == 0
        ? "\(counted(files.count, "agreement")) kept"
        : "\(counted(breaking, "breaking change")); `designc breaking` says which",
      details: unreadable)
  }

  private func difference(since revision: String, _ compilation: Compilation) throws -> Difference {
    guard let before = try GitRevision(revision, for: paths).compiled(paths) else {
      return compilation.difference(from: DesignFiles.compiled([SourceFile]()))
    }
    try diagnostics.stopOnErrors(before, consequence: "`\(revision)` cannot be compared")
    return compilation.difference(from: before)
  }

  // MARK: What is said

  private func text(_ steps: [Step], _ writer: ReviewWriter, colour: Bool) -> String {
    var out = writer.result.findings.isEmpty ? "" : writer.text(colour: colour) + "\n"
    for step in steps {
      let gap = String(repeating: " ", count: max(1, 12 - step.name.count))
      out += "\(step.passes ? "ok      " : "failed  ")\(step.name)\(gap)\(step.outcome)\n"
      for line in step.details { out += "          \(line)\n" }
    }
    return out
  }

  private func markdown(_ steps: [Step], _ writer: ReviewWriter, _ changes: Difference?) -> [UInt8] {
    var out = "## Design\n\n| | check | outcome |\n| --- | --- | --- |\n"
    for step in steps {
      let details = step.details.map { "<br>`\($0)`" }.joined()
      out +=
        "| \(step.passes ? "✅ ok" : "❌ failed") | \(step.name) | \(Markdown.cell(step.outcome))\(details) |\n"
    }
    out += "\n" + MarkdownReview.write(ReportedResult.all(writer.result), Places(writer.files))
    if let changes { out += "\n" + DifferenceMarkdown.write(changes) }
    return Array(out.utf8)
  }
}
