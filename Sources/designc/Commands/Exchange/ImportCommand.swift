import ArgumentParser
import DesignContract
import DesignFormat
import DesignSource

/// `designc import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a design of a document in another format.",
    subcommands: [ImportOpenAPICommand.self])
}

/// `designc import openapi`
struct ImportOpenAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi",
    abstract: "Make a design of an OpenAPI 3.0 or 3.1 document.",
    discussion: """
      Writes one application with one api, and the types that it uses. What a design cannot say is told on standard
      error, with how often it was met.

      Examples:
        designc import openapi petstore.yaml                         to standard output
        designc import openapi petstore.yaml -o petstore.design      into a file
        designc import openapi petstore.yaml --as pets.store         as the api `store` of the application `pets`
      """)

  @Argument(help: "The document, in YAML or JSON.", completion: .file())
  var file: String

  @Option(name: [.short, .long], help: "The file to write. (default: standard output)", completion: .file())
  var output: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("What it is called.", valueName: "application.api"))
  var name: String?

  @Flag(help: "Write over a file that is there.")
  var force = false

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let source = try DesignFiles.documents([file])[0]
    let read = OpenAPIReader.read(source)
    let errors = read.diagnostics.filter { $0.severity == .error }
    try diagnostics.stopOnErrors(errors, in: [source], consequence: "nothing was written")
    let names = try self.names(read.contract)
    let written = DesignWriter.design(read.contract, application: names.application, api: names.api)
    // What the formatter cannot read would be a mistake of the writer, and is written as it is to be looked at.
    let text = format(SourceFile(path: output ?? file, text: written.text)) ?? written.text
    if let output {
      if DesignFiles.exists(output), !force {
        Terminal.printError("designc: \(output): there is such a file already; write over it with --force\n")
        throw ExitStatus.inputOutput
      }
      try DesignFiles.write(text, to: output)
      Terminal.print("\(output)\n")
    } else {
      Terminal.print(text)
    }
    tell(read.diagnostics, written.leftOut, source)
  }

  private func names(_ contract: Contract) throws -> (application: String, api: String) {
    guard let name else {
      let words = (contract.root.text(.title) ?? "").lowercased().split {
        !$0.isASCII || !($0.isLetter || $0.isNumber)
      }
      let joined = words.prefix(3).joined(separator: "_")
      return (joined.first?.isLetter ?? false ? joined : "imported", "api")
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains("`") }) else {
      throw ValidationError("--as names an application and its api: --as catalog.products")
    }
    return (parts[0], parts[1])
  }

  /// What was left out, each kind once, with where it was met first in the document.
  private func tell(
    _ diagnostics: [Diagnostic], _ leftOut: [(what: String, count: Int)], _ source: SourceFile
  ) {
    var order: [String] = []
    var counts: [String: Int] = [:]
    var places: [String: String] = [:]
    let lines = LineTable(source)
    for diagnostic in diagnostics where diagnostic.severity == .info {
      if counts[diagnostic.message] == nil {
        order.append(diagnostic.message)
        let place = lines.position(of: diagnostic.range.start)
        places[diagnostic.message] = "\(source.path):\(place.line):\(place.column): "
      }
      counts[diagnostic.message, default: 0] += 1
    }
    func line(_ place: String, _ what: String, _ count: Int) -> String {
      "\(place)\(what)\(count > 1 ? ", \(count) times" : "")\n"
    }
    for message in order { Terminal.printError(line(places[message] ?? "", message, counts[message] ?? 0)) }
    for (what, count) in leftOut {
      Terminal.printError(line("", "\(what) is left out: a design cannot say it", count))
    }
  }
}
