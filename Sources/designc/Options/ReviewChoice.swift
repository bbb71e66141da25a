import ArgumentParser
import DesignCompiler
import DesignLint
import DesignSource

import struct DesignModel.CalendarDay

/// Which rules judge, how strictly, and of which findings.
struct ReviewChoice: ParsableArguments {
  @Option(help: "The least severity that makes the command fail: error, warning or info. (default: error)")
  var failOn: Diagnostic.Severity?

  @Option(
    help:
      "Only this reviewer or rule, by prefix (SEC), id (SEC001) or name (weak-password-hash); may be repeated."
  )
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this rule, by id or name, also when it is turned off; may be repeated.", valueName: "id"))
  var rule: [String] = []

  @Option(help: "How far the design has come: sketch, review, agreed or release. (default: sketch)")
  var stage: ReviewOptions.Stage?

  @Option(help: "The day of the review, as 2027-03-31, against which acceptances expire. (default: today)")
  var today: CalendarDay?

  @Option(
    help: ArgumentHelp(
      "Only findings that the design did not have at this commit, branch or tag.", valueName: "git-rev"))
  var since: String?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration. (default: designc.yml, from the design upward)", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  /// Whether all rules are asked, of all that is there.
  var isWhole: Bool { only.isEmpty && rule.isEmpty && since == nil }

  /// What the command line and the configuration ask for together.
  func setup(_ paths: [String], _ compilation: Compilation, _ diagnostics: DiagnosticOptions) throws
    -> ReviewSetup
  {
    let book = RuleBook(compilation.model.rules)
    let project = try ProjectConfiguration.read(for: paths, file: configurationFile, rules: book, diagnostics)
    var options = project.configuration.review
    options.only = only + rule
    options.stage = stage ?? project.configuration.stage ?? .sketch
    options.today = today ?? CalendarDay(Platform.today)
    options.agreements = try AgreementDirectory(for: paths).files()
    options.knowsAgreements = true
    try checkNames(options, book)
    return ReviewSetup(
      options: options, failOn: failOn ?? project.configuration.failOn ?? .error,
      isSketchUnasked: stage == nil && project.configuration.stage == nil, project: project)
  }

  /// Rules may be the design's own, so that it must have been read.
  private func checkNames(_ options: ReviewOptions, _ book: RuleBook) throws {
    if let prefix = rule.first(where: { word in Rule.reviewers.contains { $0.prefix == word } }) {
      throw ValidationError("'\(prefix)' is a reviewer, not a rule; write --only \(prefix)")
    }
    try options.checkRules(book)
  }

  /// What was found in the design at the revision that is named; nil when none is.
  func earlier(_ paths: [String], _ options: ReviewOptions) throws -> ReviewResult? {
    guard let since else { return nil }
    guard let then = try GitRevision(since, for: paths).compiled(paths) else {
      Terminal.printError("designc: there was no design here at \(since), so all findings are new\n")
      return ReviewResult()
    }
    guard then.isReviewable else {
      Terminal.printError("designc: the design at \(since) cannot be read, so all findings are new\n")
      return ReviewResult()
    }
    return review(then.model, options: options)
  }
}

/// What a review is to go by.
struct ReviewSetup {
  let options: ReviewOptions
  /// The least severity that makes the command fail.
  let failOn: Diagnostic.Severity
  /// Whether it goes by the mildest stage because none was named.
  let isSketchUnasked: Bool
  let project: ProjectConfiguration
}

extension ReviewOptions {
  /// What the project has decided for every run, for commands that show findings beside other things.
  init(_ project: ProjectConfiguration) {
    self = project.configuration.review
    stage = project.configuration.stage ?? .sketch
  }

  /// Ends the command when it names a rule or reviewer that there is not.
  func checkRules(_ book: RuleBook) throws {
    let unknown = book.unknownRules(in: self)
    guard !unknown.isEmpty else { return }
    throw ValidationError(
      unknown.map { word, nearest in
        let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
        return "There is no rule or reviewer called '\(word)'\(hint)"
      }.joined(separator: "\n"))
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
