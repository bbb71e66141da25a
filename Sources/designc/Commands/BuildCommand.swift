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
      Writes landscape.svg where there are systems or others run something, applications.svg, deployment-ENVIRONMENT.svg, \
      erd-DATABASE.svg and events-BROKER.svg for each of these, and view-NAME.svg for each view. Where there are more than \
      60 tables, or 80 applications and stores or 120 lines between them, the picture is an overview with a linked sheet \
      for each part. With an error in the design nothing is written.

      A picture that shows the same as when it was last drawn is taken from the cache (--no-cache draws it anew).

      Examples:
        designc build                               the design in this directory, into output/
        designc build design --output docs/img      another directory
        designc build --format svg,json             also the resolved model, as model.json
        designc build --format png                  for slides; needs rsvg-convert
        designc build --format txt                  as text, for terminals and the review of changes
        designc build --findings                    also what `designc lint` finds, at the elements concerned
        designc build --theme print                 for paper; docs/themes.md tells of themes
        designc build --jobs 1                      on one processor alone; the pictures are the same
        designc build --prune                       remove pictures of what is no longer in the design
        designc build --check                       write nothing; exit with 1 when a file is out of date
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(name: [.short, .long], help: "Where the files are written.", completion: .directory)
  var output = "output"

  @Option(help: "What is written, separated by commas: svg, png, pdf, txt, dot, json.")
  var format = FormatList(formats: [.svg])

  @Flag(help: "Write nothing; exit with 1 when a file on disk is not what would be written.")
  var check = false

  @Flag(
    help: ArgumentHelp(
      "Also remove files that an earlier build wrote and the design no longer has.",
      discussion: "The files are listed in .designc-files; from then on, --check tells of such files, too."))
  var prune = false

  @Flag(help: "Show on the pictures where the review finds fault, with severity and number.")
  var findings = false

  @Option(
    name: [.short, .long],
    help: "How many processes draw at once. (default: one for each processor, where there is enough to draw)")
  var jobs: Int?

  @OptionGroup var look: ThemeChoice
  @OptionGroup var cache: CacheChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopOnErrors(compilation)
    let files = try messages.step("drew the pictures") { try self.files(of: compilation) }
    guard !files.isEmpty else {
      return Terminal.printError("designc: the design declares nothing that could be drawn\n")
    }
    let directory = OutputDirectory(path: output, endings: Set(format.formats.map(\.rawValue)))
    if check {
      return try directory.requireUpToDate(
        files, remedy: directory.isManaged ? "designc build --prune" : "designc build")
    }
    try prune ? directory.replace(files) : directory.add(files)
    for file in files { messages.tell("\(output)/\(file.name)\n") }
  }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256: '\(jobs)'")
    }
    if check, prune { throw ValidationError("--check writes nothing, so it cannot --prune") }
    if check, !format.renderings.isEmpty {
      throw ValidationError(
        "PNG and PDF depend on the fonts of the machine, so '--check' compares svg, txt, dot and json only")
    }
    guard !findings || format.made.contains(.svg) || format.made.contains(.txt) else {
      throw ValidationError("--findings shows on pictures; add svg to --format, or leave --findings out")
    }
  }

  private func files(of compilation: Compilation) throws -> [OutputFile] {
    let progress = messages.progress("pictures")
    let project = try ProjectConfiguration.read(
      for: paths, file: nil, rules: RuleBook(compilation.model.rules), diagnostics)
    let options = findings ? ReviewOptions(project) : nil
    let made = try compilation.outputs(
      format.made, theme: look.theme(of: project),
      findings: options.map { review(compilation.model, options: $0) }, store: cache.store,
      draw: { count, one in
        try Workers.map(count, jobs: jobs, progress: { progress.report($0, of: count) }, one)
      })
    guard !format.renderings.isEmpty else { return made }
    let drawn = try format.renderings.flatMap { try Rendering.files(made, as: $0) }
    return (format.formats.contains(.svg) ? made : made.filter { !$0.name.hasSuffix(".svg") }) + drawn
  }
}
