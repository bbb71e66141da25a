import ArgumentParser
import DesignCompiler
import DesignSource

/// `designc draw`
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Write one picture of a design to standard output.",
    discussion: """
      The picture is chosen by the name of the file that `designc build` writes: applications, erd-shop, view-public-side.
      Without a name it is that of the first view; else that of the applications; else the first of all.

      Examples:
        designc draw > applications.svg                      the design in this directory
        designc draw design --picture erd-shop > shop.svg    one picture of several
        designc draw - < small.design | rsvg-convert > small.png
                                                             from standard input, as a PNG
        designc draw --format dot | dot -Tpdf > all.pdf      by Graphviz's own layout
      """)

  @Argument(
    help: "Files, or directories that hold .design files; - for standard input. (default: this directory)",
    completion: .file())
  var paths: [String] = []

  @Option(name: [.short, .long], help: "The name of the picture.")
  var picture: String?

  @Option(help: "What is written: svg or dot.")
  var format = Format.svg

  @OptionGroup var look: ThemeChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case svg, dot }

  func run() throws {
    let compilation =
      paths == ["-"]
      ? DesignFiles.compiled([try DesignFiles.standardInput()]) : try messages.compiled(paths)
    try diagnostics.stopOnErrors(compilation)
    let theme = try look.theme(for: paths == ["-"] ? [] : paths, compilation, diagnostics)
    let chosen: SinglePicture
    do {
      chosen = try messages.step("drew the picture") { try compilation.picture(named: picture, theme: theme) }
    } catch let problem as NoPicture {
      throw ValidationError(problem.text)
    }
    guard format == .dot else { return Terminal.print(bytes: chosen.svg) }
    guard let dot = chosen.dot else {
      throw ValidationError("'\(chosen.name)' is a sequence, and no graph: it has no DOT")
    }
    Terminal.print(bytes: dot)
  }
}

extension NoPicture {
  /// For people.
  var text: String {
    switch self {
    case .empty: return "the design declares nothing that could be drawn"
    case .unknown(let name, let all, let nearest):
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
      return "there is no picture called '\(name)'\(hint) There are: \(all.joined(separator: ", "))"
    }
  }
}
