import ArgumentParser
import DesignSyntax

/// The command.
@main
struct Designc: ParsableCommand {
  /// The version of the command, which reports name too; pictures do not, so that a new version changes none.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "designc",
    abstract: "The compiler for technical designs: pictures and a review from one text.",
    discussion: """
      A design is a file, or a directory whose .design files, found at any depth, are one design.

      Examples:
        designc init                      write a small first design to begin with
        designc build                     draw every picture of the design in this directory
        designc build design --check      exit with 1 when a committed picture is out of date
        designc lint --fail-on warning    review the design, strictly
        designc review                    the report for a review meeting, as one page
        designc diff main                 what changed since a branch, and the pictures of it
        designc verify catalog-db --sqlite app.db
                                          hold what was built against what was agreed
        designc size                      how many servers of which size production needs
        designc decisions                 what was decided on purpose, and why
        designc test                      try the design's own rules on their tests
        designc fmt                       write the design in its canonical form
        designc rules --only SEC          the rules of the review
        designc explain SEC001            what a code means, with a wrong and a right example

      Exit status: 0 done, 1 findings, failed tests or files out of date, 2 the design has errors, \
      64 wrong usage, 74 a file could not be read or written.
      """,
    version: version,
    subcommands: [
      InitCommand.self, BuildCommand.self, DrawCommand.self, WatchCommand.self, ServeCommand.self,
      DocsCommand.self, EmbedCommand.self, CheckCommand.self, LintCommand.self, ReviewCommand.self,
      DecisionsCommand.self, SizeCommand.self,
      TestCommand.self, DiffCommand.self, AgreeCommand.self, BreakingCommand.self, MockCommand.self,
      VerifyCommand.self, ExportCommand.self, ImportCommand.self, FmtCommand.self, ExplainCommand.self,
      RulesCommand.self,
      CICommand.self, DoctorCommand.self,
    ])

  static func main() {
    Platform.unblockSignals()
    runNamedCommand()
    main(nil)
  }

  /// Runs the command that the first argument names, read by itself: to read it as one of all commands, each of these is
  /// made first, which takes a third of the time of drawing a small design. Comes back where its arguments ask for help or
  /// are wrong; to answer that, the whole has to be known.
  private static func runNamedCommand() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name })
    else { return }
    // Nearly every command reads designs.
    let language = Ahead { Grammar.prepare() }
    let parsed = try? command.parseAsRoot(Array(arguments.dropFirst()))
    language.wait()
    guard var asked = parsed, type(of: asked) == command else { return }
    do {
      try asked.run()
      exit()
    } catch {
      exit(withError: error)
    }
  }
}
