import ArgumentParser
import DesignContract
import DesignFormat
import DesignSource

/// `designc import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a design of a document in another format.",
    discussion: """
      Examples:
        designc import openapi petstore.yaml         an application with an api
        designc import asyncapi events.yaml          a broker with its topics
        designc import sql schema.sql                a database with its tables
        designc import compose docker-compose.yml    applications and stores, and who reaches whom
      """,
    subcommands: [
      ImportAsyncAPICommand.self, ImportComposeCommand.self, ImportOpenAPICommand.self, ImportSQLCommand.self,
    ])
}

/// `designc import openapi`
struct ImportOpenAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi",
    abstract: "Make a design of an OpenAPI 3.0 or 3.1 document.",
    discussion: """
      Writes one application with one api, and the types that it uses. What a design cannot say is told on standard \
      error, with how often it was met.

      Examples:
        designc import openapi petstore.yaml                         to standard output
        designc import openapi petstore.yaml -o petstore.design      into a file
        designc import openapi petstore.yaml --as pets.store         as the api `store` of the application `pets`
      """)

  @OptionGroup var source: ImportSource

  @Option(name: .customLong("as"), help: ArgumentHelp("What it is called.", valueName: "application.api"))
  var name: String?

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let file = try source.read()
    let read = OpenAPIReader.read(file)
    try source.stopOnErrors(read.diagnostics, diagnostics, [file])
    let names = try ImportSource.names(name, second: "api", read.contract)
    let written = DesignWriter.design(read.contract, application: names.first, api: names.second)
    try source.write(written, read.diagnostics, file)
  }
}

/// `designc import asyncapi`
struct ImportAsyncAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asyncapi",
    abstract: "Make a design of an AsyncAPI 3 document.",
    discussion: """
      Writes one broker with its topics, the application that answers for them, and the types that they carry. What a \
      design cannot say is told on standard error, with how often it was met.

      Examples:
        designc import asyncapi orders.yaml -o orders.design
        designc import asyncapi orders.yaml --as orders.events       the broker `events`, owned by `orders`
      """)

  @OptionGroup var source: ImportSource

  @Option(name: .customLong("as"), help: ArgumentHelp("What it is called.", valueName: "application.broker"))
  var name: String?

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let file = try source.read()
    let read = AsyncAPIReader.read(file)
    try source.stopOnErrors(read.diagnostics, diagnostics, [file])
    let names = try ImportSource.names(name, second: "events", read.contract)
    let written = DesignWriter.design(
      ofTopics: read.contract, application: names.first, broker: names.second, protocolName: read.protocolName
    )
    try source.write(written, read.diagnostics, file)
  }
}
