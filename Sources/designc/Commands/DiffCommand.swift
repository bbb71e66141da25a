import ArgumentParser
import DesignCompiler
import DesignDiff
import DesignExchange
import DesignSource

/// `designc diff`
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what lies between two designs.",
    discussion: """
      Compares by element and by statement: what is only moved, or written in other lines, is no difference. Each side is \
      a file, a directory or a revision of git; a revision stands for the design as it was then, at the paths of the other \
      side or in this directory. With --output draws the pictures that the changes touch, with a sign at each change.

      Examples:
        designc diff main                        this directory now, since the branch main
        designc diff main design --output changes
                                                 the directory `design`, and pictures of what changed
        designc diff v1.2 v1.3 --format markdown
                                                 between two tags, for a pull request
        designc diff old.design new.design       two files
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Argument(help: "The design before: a file, a directory, or a commit, branch or tag.", completion: .file())
  var old: String

  @Argument(help: "The design after, likewise. (default: this directory)", completion: .file())
  var new = "."

  @Option(help: "How the difference is written: text, json or markdown.")
  var format = Format.text

  @Option(
    name: [.short, .long], help: "Draw the pictures that changed into this directory.", completion: .directory
  )
  var output: String?

  @Flag(help: "Exit with 1 when there is a difference.")
  var exitCode = false

  @OptionGroup var look: ThemeChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let before = Kept.toTheEnd(try side(old, other: new))
    let after = Kept.toTheEnd(try side(new, other: old))
    try diagnostics.stopOnErrors(before, consequence: "`\(old)` cannot be compared")
    try diagnostics.stopOnErrors(after, consequence: "`\(new)` cannot be compared")
    let difference = after.difference(from: before)
    if let output {
      let files = try after.changeOutputs(
        from: before, difference,
        theme: try look.theme(for: [DesignFiles.exists(new) ? new : "."], diagnostics))
      try OutputDirectory(path: output).write(files)
      if !messages.quiet { for file in files { Terminal.printError("\(output)/\(file.name)\n") } }
    }
    switch format {
    case .text: Terminal.print(DifferenceText.write(difference, colour: Terminal.outputHasColour))
    case .json:
      let document = DifferenceDocument(difference, old: Places(before.files), new: Places(after.files))
      Terminal.print(bytes: try document.bytes())
    case .markdown: Terminal.print(DifferenceMarkdown.write(difference))
    }
    if exitCode, !difference.isEmpty { throw ExitStatus.findings }
  }

  /// One side; what is on disk is a path, everything else a revision.
  private func side(_ name: String, other: String) throws -> Compilation {
    guard !DesignFiles.exists(name) else { return try DesignFiles.compiled([name]) }
    let paths = [DesignFiles.exists(other) ? other : "."]
    guard let then = try GitRevision(name, for: paths).compiled(paths) else {
      Terminal.printError("designc: \(name): there was no design at \(paths[0]) then\n")
      throw ExitStatus.inputOutput
    }
    return then
  }
}
