import ArgumentParser
import DesignContract

/// Which design is exported, and where to.
struct ExportTarget: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

  @Option(
    help: ArgumentHelp(
      "Files or directories of the design; may be repeated. (default: this directory)", valueName: "path"),
    completion: .file())
  var design: [String] = []

  @Option(name: [.short, .long], help: "The file to write. (default: standard output)", completion: .file())
  var output: OutputPath?

  @Option(help: "yaml or json. (default: as the name of the file ends, else yaml)")
  var format: Format?

  @OptionGroup var messages: MessageOptions

  /// Writes the document in the format that is asked for, and names the file.
  func write(_ document: Document) throws {
    let isJSON = format.map { $0 == .json } ?? output?.name.hasSuffix(".json") ?? false
    let text = isJSON ? DocumentWriter.json(document) : try DocumentWriter.yaml(document)
    guard let output, !output.isStandardOutput else { return Terminal.print(text) }
    try output.write(Array(text.utf8))
    messages.tell("\(output)\n")
  }
}
