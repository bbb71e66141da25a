import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignLint
import DesignSource

/// `designc size`
struct SizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Say how many servers of which size an environment needs.",
    discussion: """
      From what the design states: traffic and the time of a request, replicas and their size, machines, connection pools,
      rows and their growth. Tells what runs and how far it is used at peak; how many replicas are needed, also when one or
      a zone is lost; what machines must hold; connections and disk; and which limit is reached first. What is not stated
      is not guessed: it is listed at the end.

      Examples:
        designc size                                 production, or the first environment there is
        designc size design --environment staging    another
        designc size --explain                       every number with its formula and the places of its inputs
        designc size --format json                   every environment, for programs
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(name: [.short, .long], help: "The environment. (default: production)")
  var environment: String?

  @Flag(help: "Show the formula of every number, and where its inputs are stated.")
  var explain = false

  @Option(help: "How it is written: text or json.")
  var format = Format.text

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopIfUnreviewable(compilation)
    let project = try ProjectConfiguration.read(
      for: paths, file: nil, rules: RuleBook(compilation.model.rules), diagnostics)
    let options = project.configuration.review
    let names = Sizing.environments(of: compilation.model)
    guard let first = names.first else {
      Terminal.printError(
        "designc: the design has no environment; state where it runs: `environment production { … }`\n")
      throw ExitStatus.designErrors
    }
    if let environment, !names.contains(environment) {
      let hint = Spelling.nearest(to: environment, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "There is no environment called '\(environment)'\(hint) There are: \(names.joined(separator: ", "))")
    }
    let wanted = environment.map { [$0] } ?? (format == .json ? names : [first])
    let sizings = wanted.compactMap { Sizing.of(compilation.model, environment: $0, options) }
    let places = Places(compilation.files)
    switch format {
    case .text:
      for sizing in sizings { Terminal.print(SizingText(sizing, places, explains: explain).text) }
    case .json: Terminal.print(bytes: try SizingDocument(sizings, places).bytes())
    }
  }
}
