import ArgumentParser
import DesignContract
import DesignSource

import struct DesignModel.Element
import struct DesignModel.Model

/// `designc export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a part of the design in another format.",
    subcommands: [ExportOpenAPICommand.self])
}

/// `designc export openapi`
struct ExportOpenAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi",
    abstract: "Write a rest api as an OpenAPI 3.1 document.",
    discussion: """
      Examples:
        designc export openapi catalog.products                      as YAML, to standard output
        designc export openapi products -o products.json             as JSON, into a file
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

  @Argument(help: "The api, by its path or the end of it.")
  var api: String

  @Option(
    help: ArgumentHelp(
      "Files or directories of the design; may be repeated. (default: this directory)", valueName: "path"),
    completion: .file())
  var design: [String] = []

  @Option(name: [.short, .long], help: "The file to write. (default: standard output)", completion: .file())
  var output: String?

  @Option(help: "yaml or json. (default: as the name of the file ends, else yaml)")
  var format: Format?

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let compilation = Kept.toTheEnd(try DesignFiles.compiled(design))
    try diagnostics.stopOnErrors(compilation)
    let model = compilation.model
    let element = try Agreeable.element(api, of: [.api], in: model)
    guard let contract = ContractMaker.contract(of: element.id, in: model) else { return }
    guard element.subtype ?? "rest" == "rest" else {
      throw ValidationError(
        "'\(element.path)' is a \(element.subtype ?? "") api; OpenAPI describes rest apis only")
    }
    let document = OpenAPIWriter.document(contract)
    let isJSON = format.map { $0 == .json } ?? output?.hasSuffix(".json") ?? false
    let text = isJSON ? DocumentWriter.json(document) : try DocumentWriter.yaml(document)
    guard let output else { return Terminal.print(text) }
    try DesignFiles.write(text, to: output)
    Terminal.print("\(output)\n")
  }
}
