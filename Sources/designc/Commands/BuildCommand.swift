import ArgumentParser
import DesignCompiler
import DesignLint
import DesignSource

/// `designc build`
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Draw the pictures of a design.",
    discussion: """
      Writes landscape.svg where there are systems or others run something, applications.svg, deployment-ENVIRONMENT.svg,
      erd-DATABASE.svg and events-BROKER.svg for each of these, and view-NAME.svg for each view. Where there are more than
      60 tables, or 80 applications and stores, the picture is an overview with a linked sheet for each part. With an error
      in the design nothing is written.

      Examples:
        designc build                               the design in this directory, into output/
        designc build design --output docs/img      another directory
        designc build --format svg,json             also the resolved model, as model.json
        designc build --format png                  for slides; needs rsvg-convert
        designc build --findings                    also what `designc lint` finds, at the elements concerned
        designc build --check                       write nothing; exit with 1 when a file is out of date
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(name: [.short, .long], help: "Where the files are written.", completion: .directory)
  var output = "output"

  @Option(help: "What is written, separated by commas: svg, png, pdf, dot, json.")
  var format = FormatList(formats: [.svg])

  @Flag(help: "Write nothing; exit with 1 when a file on disk is not what would be written.")
  var check = false

  @Flag(help: "Show on the pictures where the review finds fault, with severity and number.")
  var findings = false

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let compilation = Kept.toTheEnd(try DesignFiles.compiled(paths))
    try diagnostics.stopOnErrors(compilation)
    let files = try files(of: compilation)
    guard !files.isEmpty else {
      return Terminal.printError("designc: the design declares nothing that could be drawn\n")
    }
    let directory = OutputDirectory(path: output)
    if check {
      let outdated = directory.outdated(files)
      for file in outdated { Terminal.print("\(output)/\(file.name): \(file.reason)\n") }
      if !outdated.isEmpty {
        Terminal.printError(
          "designc: \(counted(outdated.count, "file")) not up to date; run `designc build`\n")
        throw ExitStatus.findings
      }
      return
    }
    try directory.write(files)
    for file in files { Terminal.print("\(output)/\(file.name)\n") }
  }

  func validate() throws {
    if check, !format.renderings.isEmpty {
      throw ValidationError(
        "PNG and PDF depend on the fonts of the machine, so '--check' compares svg, dot and json only")
    }
    guard !findings || format.made.contains(.svg) else {
      throw ValidationError("--findings shows on pictures; add svg to --format, or leave --findings out")
    }
  }

  private func files(of compilation: Compilation) throws -> [OutputFile] {
    let made = try compilation.outputs(format.made, findings: try reviewed(compilation))
    guard !format.renderings.isEmpty else { return made }
    let drawn = try format.renderings.flatMap { try Rendering.files(made, as: $0) }
    return (format.formats.contains(.svg) ? made : made.filter { !$0.name.hasSuffix(".svg") }) + drawn
  }

  /// What a review finds as `designc lint` would, when it is to be shown.
  private func reviewed(_ compilation: Compilation) throws -> ReviewResult? {
    guard findings else { return nil }
    let project = try ProjectConfiguration.read(
      for: paths, file: nil, rules: RuleBook(compilation.model.rules), diagnostics)
    var options = project.configuration.review
    options.stage = project.configuration.stage ?? .sketch
    return review(compilation.model, options: options)
  }
}
