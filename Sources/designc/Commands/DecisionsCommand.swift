import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignSource

/// `designc decisions`
struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "List what was decided on purpose.",
    discussion: """
      What is denormalised (copies, derived values, snapshots), everything with a `because`, how environments differ, and the \
      findings that were accepted, each with its reason and place.

      Examples:
        designc decisions                            of the design in this directory
        designc decisions design --format markdown   as tables, for a page
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "How the list is written: text, json or markdown.")
  var format = Format.text

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopIfUnreviewable(compilation)
    let list = DecisionList(compilation.model, Places(compilation.files))
    switch format {
    case .text: Terminal.print(list.isEmpty ? "no decision is recorded\n" : list.text)
    case .json: Terminal.print(bytes: try list.json())
    case .markdown: Terminal.print(list.markdown)
    }
  }
}
