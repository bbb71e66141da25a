import ArgumentParser
import DesignContract
import DesignLint
import DesignSource

/// `designc breaking`
struct BreakingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breaking",
    abstract: "Tell what has changed in agreed apis, topics and tables, and whom it breaks.",
    discussion: """
      Each change has a stable id and a class: breaking, compatible or documentation. Exits with 1 when any change breaks
      those who rely on the contract.

      Examples:
        designc breaking --openapi old.yaml new.yaml     two OpenAPI documents, without a design
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Argument(help: "With --openapi the older and the newer document.", completion: .file())
  var paths: [String] = []

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

  func validate() throws {
    guard !list else { return }
    guard paths.count == 2 else {
      throw ValidationError(
        "--openapi needs two documents, the older and the newer; there are \(paths.count)")
    }
  }

  func run() throws {
    if list { return Terminal.print(ChangeTable.markdown) }
    let day = (today ?? CalendarDay(Platform.today)).description
    let files = try DesignFiles.documents(paths)
    let results = files.enumerated().map { OpenAPIReader.read($0.element, file: FileID($0.offset)) }
    let errors = results.flatMap(\.diagnostics).filter { $0.severity == .error }
    guard errors.isEmpty else {
      Terminal.printError(DiagnosticText(files: files, colour: Terminal.errorHasColour).render(errors))
      Terminal.printError("\ndesignc: \(counted(errors.count, "error")), nothing was compared\n")
      throw ExitStatus.designErrors
    }
    let found = changes(from: results[0].contract, to: results[1].contract, today: day)
    let section = ChangeReport.Section(
      name: files[1].path, against: "compared with \(files[0].path)", changes: found)
    try write(ChangeReport([section]))
  }

  private func write(_ report: ChangeReport) throws {
    switch format {
    case .text: Terminal.print(report.text)
    case .markdown: Terminal.print(report.markdown)
    case .json: Terminal.print(bytes: try report.json())
    }
    if report.count(.breaking) > 0 { throw ExitStatus.findings }
  }
}
