import ArgumentParser
import DesignLint
import DesignSource
import DesignVerify

/// `designc verify`
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hold what was built against what was agreed.",
    discussion: """
      Reads the tables of a live database, the OpenAPI document that a service gives of itself, or what it answers, and \
      tells what is missing, extra or different, at its place in the design. Nothing is written anywhere. An api is held to \
      its agreement in agreements/ when there is one, else to the design, as are databases. Exits with 1 when a finding is \
      at or above the threshold.

      Examples:
        designc verify catalog-db --postgres postgresql://reader@localhost/catalog
        designc verify settings --sqlite app.db --report sarif=verify.sarif
        designc verify catalog.products --openapi http://localhost:8080/openapi.json
        designc verify products --http https://staging.example.com --header "Authorization: Bearer $TOKEN"
                                              what the service answers to what it may be asked
        designc verify products --http http://localhost:8080 --value id=42 --value slug=shoes
      """)

  @Argument(help: "The api or database, by its path or the end of it.")
  var name: String

  @OptionGroup var target: VerifyTarget

  @Option(
    help: ArgumentHelp(
      "Files or directories of the design; may be repeated. (default: this directory)", valueName: "path"),
    completion: .file())
  var design: [String] = []

  @Option(help: "How findings are written: text, json, sarif, junit, github, gitlab or markdown.")
  var format = ReviewFormat.text

  @Option(
    help: ArgumentHelp("Also write a report to a file; may be repeated.", valueName: "format=file"))
  var report: [ReportFile] = []

  @Option(
    help:
      "The least severity that makes the command fail: error, warning or info. (default: as designc.yml says, else error)"
  )
  var failOn: Diagnostic.Severity?

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws { try ReportFile.check(report) }

  func run() throws {
    let compilation = try messages.compiled(design)
    try ReportFile.check(report, against: compilation.files)
    try diagnostics.stopOnErrors(compilation, consequence: "nothing was verified")
    let model = compilation.model
    let project = try ProjectConfiguration.read(
      for: design, file: nil, rules: RuleBook(model.rules), diagnostics)
    let element = try Agreeable.element(name, of: [.api, .database], in: model)
    let verified = try target.verify(element, in: model, design: design, diagnostics, messages)

    var result = ReviewResult()
    result.findings = verified.findings
    let writer = ReviewWriter(
      result: result, files: compilation.files, checked: verified.checked.map(\.rawValue))
    for file in report { try file.path.write(try writer.bytes(file.format)) }
    if format == .text {
      if !messages.quiet || !result.findings.isEmpty {
        Terminal.print("\(element.path): \(verified.summary)\n\n")
        Terminal.print(writer.text(colour: Terminal.outputHasColour))
      }
    } else {
      Terminal.print(bytes: try writer.bytes(format))
    }
    let threshold = failOn ?? project.configuration.failOn ?? .error
    if result.findings.contains(where: { $0.severity >= threshold }) { throw ExitStatus.findings }
  }
}
