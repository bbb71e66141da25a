import ArgumentParser
import DesignContract
import DesignSource

import struct DesignModel.Element
import struct DesignModel.Model

/// `designc export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a part of the design in another format.",
    discussion: """
      Examples:
        designc export openapi catalog.products      a rest api
        designc export asyncapi events               a broker
      """,
    subcommands: [ExportAsyncAPICommand.self, ExportOpenAPICommand.self])
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

  @Argument(help: "The api, by its path or the end of it.")
  var api: String

  @OptionGroup var target: ExportTarget
  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let compilation = try target.messages.compiled(target.design)
    try diagnostics.stopOnErrors(compilation)
    let model = compilation.model
    let element = try Agreeable.element(api, of: [.api], in: model)
    guard let contract = ContractMaker.contract(of: element.id, in: model) else { return }
    guard element.subtype ?? "rest" == "rest" else {
      throw ValidationError(
        "'\(element.path)' is a \(element.subtype ?? "") api; OpenAPI describes rest apis only")
    }
    try target.write(OpenAPIWriter.document(contract))
  }
}
