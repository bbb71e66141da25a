import ArgumentParser
import DesignImport

/// `designc import compose`
struct ImportComposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compose",
    abstract: "Make a design of a Docker Compose file.",
    discussion: """
      Writes an application or a store for each service, told by its image, and who reaches whom, told by the addresses \
      in their environments and by depends_on and links. What is left out is told on standard error, each kind once, \
      with its place.

      Examples:
        designc import compose docker-compose.yml                    to standard output
        designc import compose docker-compose.yml -o shop.design     into a file
        designc import compose compose.yaml --as shop                the design is called `shop`
      """)

  @OptionGroup var source: ImportSource

  @Option(name: .customLong("as"), help: ArgumentHelp("What the design is called.", valueName: "name"))
  var name: String?

  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws { try ImportSource.validate(name: name) }

  func run() throws {
    let file = try source.read()
    let design = ComposeReader.design(file, name: name)
    try source.stopOnErrors(design.diagnostics, diagnostics, [file])
    try source.write(design, [file])
  }
}
