import ArgumentParser
import DesignCompiler
import DesignMarkdown
import DesignSource

/// `designc embed`
struct EmbedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed",
    abstract: "Put a picture below each ```design fence of Markdown files.",
    discussion: """
      A fence holds a small design, or names a picture of a design on disk, whose path leads from the Markdown file:

        ```design                                         ```design from=../architecture picture=erd-shop
        application shop: web { calls catalog }           ```
        application catalog: service
        ```

      The picture is written to a folder beside the file, and the line below the fence shows it: it is added, or replaced \
      when it shows a picture of that folder already. `picture=` chooses among several; `name=` names the file of the \
      picture, which otherwise bears the name of the Markdown file and a number. With an error nothing is written.

      Examples:
        designc embed README.md docs/*.md            write the pictures and the lines that show them
        designc embed README.md --folder img         into img/, beside the file
        designc embed README.md --check              write nothing; exit with 1 when something is out of date
      """)

  @Argument(help: "Markdown files.", completion: .file(extensions: ["md", "markdown"]))
  var files: [String]

  @Option(help: "The folder of the pictures, beside each file.")
  var folder = "pictures"

  @Flag(help: "Write nothing; exit with 1 when a file on disk is not what would be written.")
  var check = false

  @OptionGroup var look: ThemeChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard !folder.hasPrefix("/"), !parts.contains(".."), !parts.contains(""),
      folder.allSatisfy({ $0.isLetter || $0.isNumber || "/-_.".contains($0) })
    else {
      throw ValidationError(
        "--folder must be a folder beside the file, of letters, digits, -, _ and .: '\(folder)'")
    }
  }

  func run() throws {
    var documents: [EmbeddedDocument] = []
    var mistakes = FenceMistakes()
    for file in try DesignFiles.documents(files) {
      let theme = try look.theme(for: [file.path], diagnostics)
      documents.append(try EmbeddedDocument(file, folder: folder, theme: theme, &mistakes))
    }
    try mistakes.stop(diagnostics)
    if check {
      let outdated = documents.flatMap(\.outdated)
      guard !outdated.isEmpty else { return }
      for line in outdated { Terminal.print("\(line)\n") }
      Terminal.printError("designc: \(counted(outdated.count, "file")) not up to date; run `designc embed`\n")
      throw ExitStatus.findings
    }
    for document in documents {
      for name in try document.write() { messages.tell("\(name)\n") }
    }
  }
}
