import ArgumentParser
import DesignCompiler

/// `designc check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a design, and write nothing.",
    discussion: """
      Reads and resolves the design: spelling, names, types. It does not review; `lint` does. Quiet when all is well; \
      exits with 2 when the design has errors.

      Examples:
        designc check                               the design in this directory
        designc check --diagnostic-format github    annotations for a pull request
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    try diagnostics.stopOnErrors(
      try messages.compiled(paths), consequence: "the design cannot be used")
  }
}
