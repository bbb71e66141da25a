import ArgumentParser
import DesignCompiler
import DesignContract
import DesignLint
import DesignSource

import struct DesignModel.CalendarDay
import struct DesignModel.Model

/// `designc breaking`
struct BreakingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breaking",
    abstract: "Tell what has changed in agreed apis, topics and tables, and whom it breaks.",
    discussion: """
      Each change has a stable id and a class: breaking, compatible or documentation. Exits with 1 when any change breaks \
      those who rely on it. The whole table of changes is printed by --list.

      Examples:
        designc breaking                                 since what agreements/ records
        designc breaking design --against main           since a commit, branch or tag
        designc breaking --against ../released           since another copy of the design
        designc breaking --against agreements/catalog.products.lock
        designc breaking --openapi old.yaml new.yaml     two OpenAPI documents, without a design
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Argument(
    help:
      "Files or directories of the design; with --openapi the older and the newer document. (default: this directory)",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "What to compare with: a lock file, a file or directory of a design, or a git revision. (default: agreements/)",
      valueName: "rev|path|lock"))
  var against: String?

  @Flag(name: .customLong("openapi"), help: "Compare two OpenAPI 3.0 or 3.1 documents, in YAML or JSON.")
  var isOpenAPI = false

  @Flag(help: "Print every change that there can be, with its class, as Markdown.")
  var list = false

  @Option(help: "How changes are written: text, json or markdown.")
  var format = Format.text

  @Option(
    help:
      "The day of the comparison, as 2027-03-31, against which announced removals are held. (default: today)")
  var today: CalendarDay?

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  private var day: String { (today ?? CalendarDay(Platform.today)).description }

  func validate() throws {
    guard isOpenAPI else { return }
    if against != nil { throw ValidationError("--openapi names both documents, so it takes no --against") }
    guard paths.count == 2 else {
      throw ValidationError(
        "--openapi needs two documents, the older and the newer; there are \(paths.count)")
    }
  }

  func run() throws {
    if list { return Terminal.print(ChangeTable.markdown) }
    let report = ChangeReport(isOpenAPI ? try documents() : try designs())
    switch format {
    case .text: Terminal.print(report.text)
    case .markdown: Terminal.print(report.markdown)
    case .json: Terminal.print(bytes: try report.json())
    }
    if report.count(.breaking) > 0 { throw ExitStatus.findings }
  }

  private func documents() throws -> [ChangeReport.Section] {
    let files = try DesignFiles.documents(paths)
    let results = files.enumerated().map { OpenAPIReader.read($0.element, file: FileID($0.offset)) }
    // What a contract does not hold is of no concern where two are compared.
    let errors = results.flatMap(\.diagnostics).filter { $0.severity == .error }
    try diagnostics.stopOnErrors(errors, in: files, consequence: "nothing was compared")
    let found = changes(from: results[0].contract, to: results[1].contract, today: day)
    return [.init(name: files[1].path, against: "compared with \(files[0].path)", changes: found)]
  }

  private func designs() throws -> [ChangeReport.Section] {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopOnErrors(compilation, consequence: "nothing was compared")
    let model = compilation.model
    guard let against else { return try sections(AgreementDirectory(for: paths).files(), model) }
    if against.hasSuffix(".lock") {
      let file = try DesignFiles.documents([against])[0]
      return try sections([AgreementFile(path: file.path, bytes: file.bytes)], model)
    }
    // No revision of git begins so.
    let isPath = against.hasPrefix(".") || against.hasPrefix("/")
    let older =
      isPath || DesignFiles.exists(against)
      ? try DesignFiles.compiled([against]) : try GitRevision(against, for: paths).compiled(paths)
    guard let older else {
      Terminal.printError("designc: there was no design here at \(against)\n")
      throw ExitStatus.inputOutput
    }
    try diagnostics.stopOnErrors(older, consequence: "nothing was compared")
    return sections(since: older.model, model)
  }

  /// What has changed since the agreements of these files.
  private func sections(_ files: [AgreementFile], _ model: Model) throws -> [ChangeReport.Section] {
    guard !files.isEmpty else {
      Terminal.printError(
        "designc: nothing is agreed yet; record it with `designc agree`, or name --against\n")
      throw ExitStatus.inputOutput
    }
    var isSound = true
    for file in files {
      guard case .failure(let problem) = file.content else { continue }
      Terminal.printError("designc: `\(file.path)` \(problem.reason)\n")
      isSound = false
    }
    guard isSound else { throw ExitStatus.designErrors }
    return files.compactMap(\.agreement).map { AgreementState($0, in: model, today: day).section(in: model) }
  }

  /// What has changed since another state of the design, in everything that could be agreed on.
  private func sections(since older: Model, _ model: Model) -> [ChangeReport.Section] {
    older.agreeable.compactMap { old in
      guard let before = ContractMaker.contract(of: old.id, in: older) else { return nil }
      let new = model.agreeable.first { $0.path == old.path && $0.kind == old.kind }
      let now = new.flatMap { ContractMaker.contract(of: $0.id, in: model) } ?? Contract()
      // Who used what is gone is told by the design that had it.
      let users = older.describedUsers(of: old.id).merging(new.map { model.describedUsers(of: $0.id) } ?? [:])
      { $1 }
      return .init(
        name: old.path, against: "compared with \(against ?? "")",
        changes: changes(from: before, to: now, today: day),
        users: users)
    }
  }
}
