import ArgumentParser
import DesignContract
import DesignLint
import DesignSource

import struct DesignModel.CalendarDay
import struct DesignModel.Element
import struct DesignModel.Model

/// `designc agree`
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Record what front end, back end and other teams have agreed on.",
    discussion: """
      Writes agreements/NAME.lock beside the design: the agreed form of an api, of a topic's payload, or of the tables of a \
      database that others read or write, one fact a line, with who signed and when. `designc lint` holds the design to it \
      from then on. Everybody who uses it must sign: the owners of the applications that call it, and its own. Signatures \
      and day are those of `agreed DATE by …` in the design, or of --by and --date.

      Examples:
        designc agree catalog.products                     as `agreed` in the design says
        designc agree catalog.products --by "Back end" --by "Front end" --date 2026-10-01
        designc agree --status                             what is agreed, by whom, and what is pending
      """)

  @Argument(help: "The api, topic, queue or database, by its path or the end of it.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Files or directories of the design; may be repeated. (default: this directory)", valueName: "path"),
    completion: .file())
  var design: [String] = []

  @Option(help: ArgumentHelp("Who signs; may be repeated.", valueName: "name"))
  var by: [String] = []

  @Option(help: "The day of the agreement, as 2026-10-01. (default: that of `agreed` in the design)")
  var date: CalendarDay?

  @Flag(help: "Tell what is agreed, by whom, and what is pending; write nothing.")
  var status = false

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if status, !by.isEmpty || date != nil {
      throw ValidationError("--status writes nothing, so it takes no --by or --date")
    }
    if !status, name == nil { throw ValidationError("name what is agreed, or ask with --status") }
    if by.contains(where: { $0.allSatisfy(\.isWhitespace) }) { throw ValidationError("--by needs a name") }
  }

  func run() throws {
    let compilation = Kept.toTheEnd(try DesignFiles.compiled(design))
    try diagnostics.stopOnErrors(compilation)
    let model = compilation.model
    let directory = AgreementDirectory(for: design)
    let files = try directory.files()
    let elements = try name.map { [try Agreeable.element($0, in: model)] } ?? model.agreeable
    if status { return try tell(elements, files, model, all: name == nil) }
    for element in elements { try agree(element, files, model, directory) }
  }

  // MARK: Recording

  private func agree(
    _ element: Element, _ files: [AgreementFile], _ model: Model, _ directory: AgreementDirectory
  ) throws {
    let stated = element.fact("agreed")
    let statedDay = CalendarDay(stated?.quantity)
    guard let contract = ContractMaker.contract(of: element.id, in: model), contract.hasContent else {
      throw refused(element, [Self.nothingToAgree(element)])
    }
    let day = date ?? statedDay
    let former = files.first { $0.path.hasSuffix("agreements/\(element.path).lock") }
    if case .failure(let problem)? = former?.content {
      throw refused(
        element, ["`\(former?.path ?? "")` \(problem.reason); restore it from version control, or delete it"])
    }
    var signers = by + (stated?.words ?? [])
    if let former = former?.agreement, !AgreementState(former, in: model, today: nil).changes.isEmpty {
      // What has changed must be signed again: old words in the design count only with a new day.
      if date == nil, statedDay.map({ $0.description <= former.date }) ?? true {
        throw refused(
          element,
          [
            "it has changed since it was \(former.summary); state the day of the new agreement with --date, or in the design"
          ])
      }
      if let statedDay, statedDay.description <= former.date { signers = by }
    }
    var reasons: [String] = []
    if day == nil {
      reasons.append("no day is stated: write --date DATE, or `agreed DATE by …` in the design")
    }
    for one in model.signatories(of: element.id) where !one.hasSigned(signers) {
      reasons.append(
        one.isProvider
          ? "\(one.name) answers for it with `\(one.application)`, and has not signed: --by \"\(one.name)\""
          : "\(one.name) uses it with `\(one.application)`, and has not signed: --by \"\(one.name)\"")
    }
    if signers.isEmpty, reasons.isEmpty { reasons.append("nobody has signed: write --by NAME") }
    guard reasons.isEmpty, let day else { throw refused(element, reasons) }
    let agreement = Agreement(
      path: element.path, version: element.version, date: day.description, signers: signers,
      contract: contract)
    if former?.agreement == agreement {
      return Terminal.print(
        "\(directory.file(of: element.path)): nothing has changed since \(agreement.date)\n")
    }
    Terminal.print("\(try directory.write(agreement)): \(agreement.summary)\n")
  }

  private static func nothingToAgree(_ element: Element) -> String {
    element.kind == .database
      ? "no other application than its owner reads or writes its tables, or `owned by` is not stated"
      : "it says nothing yet that could be agreed on"
  }

  private func refused(_ element: Element, _ reasons: [String]) -> any Error {
    for reason in reasons { Terminal.printError("designc: `\(element.path)`: \(reason)\n") }
    Terminal.printError("designc: nothing was recorded\n")
    return ExitStatus.findings
  }

  // MARK: Status

  private func tell(_ elements: [Element], _ files: [AgreementFile], _ model: Model, all: Bool) throws {
    var isSound = true
    for file in files {
      if case .failure(let problem) = file.content {
        Terminal.printError("designc: `\(file.path)` \(problem.reason)\n")
        isSound = false
      }
    }
    for element in elements {
      let agreement = files.lazy.compactMap(\.agreement).first { $0.path == element.path }
      let state = agreement.map { AgreementState($0, in: model, today: nil) }
      var line = element.path + (element.version.map { " \($0)" } ?? "") + ": "
      let signers = agreement?.signers ?? element.fact("agreed")?.words ?? []
      if let state {
        line += state.agreement.summary
        if !state.changes.isEmpty {
          line += "; changed since: \(ChangeReport([state.section(in: model)]).summary)"
        }
      } else {
        guard ContractMaker.contract(of: element.id, in: model)?.hasContent ?? false else { continue }
        line += element.fact("agreed") == nil ? "not agreed" : "agreed in the design, but not recorded"
      }
      let pending = model.signatories(of: element.id).filter { !$0.hasSigned(signers) }.map(\.name)
      if !pending.isEmpty { line += "; pending: \(pending.joined(separator: ", "))" }
      Terminal.print(line + "\n")
    }
    let known = Set(elements.map(\.path))
    for agreement in files.compactMap(\.agreement) where all && !known.contains(agreement.path) {
      Terminal.print("\(agreement.path): \(agreement.summary), but gone from the design\n")
    }
    guard isSound else { throw ExitStatus.findings }
  }
}
