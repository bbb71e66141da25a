import ArgumentParser
import DesignFormat
import DesignSource
import DesignSyntax

/// `designc fmt`
struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Write designs in their canonical form.",
    discussion: """
      Sets indentation, spaces and empty lines, and aligns the columns of tables; words, comments and the order of \
      things stay. Prints the files that changed. A file that does not parse is told, and then no file is written.

      Examples:
        designc fmt                     every design in this directory
        designc fmt --check             write nothing; exit with 1 when a file is not in its canonical form
        designc fmt - < a.design        from standard input to standard output
      """)

  @Argument(
    help: "Files, or directories that hold .design files; - for standard input. (default: this directory)",
    completion: .file())
  var paths: [String] = []

  @Flag(help: "Write nothing; exit with 1 when a file is not in its canonical form, and name it.")
  var check = false

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let isStandardInput = paths == ["-"]
    let files =
      isStandardInput ? [try DesignFiles.standardInput()] : try DesignFiles.read(paths, .designsAndTests)
    let results = files.map { ($0, format($0)) }
    try diagnostics.stopOnUnreadable(results.filter { $0.1 == nil }.map(\.0))
    let changed = results.compactMap { file, text in
      text.flatMap { Array($0.utf8) == file.bytes ? nil : (path: file.path, bytes: Array($0.utf8)) }
    }
    if check {
      for file in changed { Terminal.print("\(file.path)\n") }
      guard changed.isEmpty else {
        Terminal.printError(
          "designc: \(counted(changed.count, "file")) not in canonical form; run `designc fmt`\n")
        throw ExitStatus.findings
      }
    } else if isStandardInput {
      for (_, text) in results { Terminal.print(text ?? "") }
    } else {
      for file in changed { try WholeFile.replace(file.path, with: file.bytes) }
      for file in changed { messages.tell("\(file.path)\n") }
    }
  }
}
