import ArgumentParser
import DesignCompiler
import DesignSource

/// `designc draw`
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Write one picture of a design to standard output.",
    discussion: """
      The picture is chosen by the name of the file that `designc build` writes: applications, erd-shop, view-public-side. \
      Without a name it is that of the first view; else that of the applications; else the first of all.

      Examples:
        designc draw > applications.svg                      the design in this directory
        designc draw                                         the same as text, in a terminal
        designc draw --format txt | less -S                  as text, also elsewhere; --ascii for plain ASCII
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

  @Option(help: "What is written: svg, txt or dot. (default: svg; txt to a terminal)")
  var format: Format?

  @Flag(help: "Draw text with ASCII characters alone.")
  var ascii = false

  @OptionGroup var look: ThemeChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case svg, txt, dot }

  func validate() throws {
    guard !ascii || format == nil || format == .txt else {
      throw ValidationError("--ascii goes with --format txt, which may be left out")
    }
  }

  func run() throws {
    let compilation =
      paths == ["-"]
      ? DesignFiles.compiled([try DesignFiles.standardInput()]) : try messages.compiled(paths)
    try diagnostics.stopOnErrors(compilation)
    // A terminal cannot show a picture, and nobody reads its source.
    let format = self.format ?? (ascii || Terminal.outputIsTerminal ? .txt : .svg)
    let theme = try look.theme(for: paths == ["-"] ? [] : paths, diagnostics)
    let chosen: SinglePicture
    do {
      chosen = try compilation.picture(named: picture)
    } catch let problem as NoPicture {
      throw ValidationError(problem.text)
    }
    switch format {
    case .svg: Terminal.print(bytes: try messages.step("drew the picture") { try chosen.svg(theme) })
    case .txt: Terminal.print(bytes: try messages.step("drew the picture") { try chosen.text(ascii: ascii) })
    case .dot:
      guard let dot = chosen.dot else {
        throw ValidationError("'\(chosen.name)' is a sequence, and no graph: it has no DOT")
      }
      Terminal.print(bytes: dot)
    }
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
