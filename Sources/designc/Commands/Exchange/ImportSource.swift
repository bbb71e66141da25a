import ArgumentParser
import DesignContract
import DesignFormat
import DesignImport
import DesignSource

/// Which document is imported, and where the design is written.
struct ImportSource: ParsableArguments {
  @Argument(help: "The document.", completion: .file())
  var file: String

  @Option(name: [.short, .long], help: "The file to write. (default: standard output)", completion: .file())
  var output: OutputPath?

  @Flag(help: "Write over a file that is there.")
  var force = false

  @OptionGroup var messages: MessageOptions

  func read() throws -> SourceFile { try DesignFiles.documents([file])[0] }

  /// Ends the command when the document has errors; what a contract does not hold is none.
  func stopOnErrors(_ found: [Diagnostic], _ options: DiagnosticOptions, _ files: [SourceFile]) throws {
    try options.stopOnErrors(
      found.filter { $0.severity == .error }, in: files, consequence: "nothing was written")
  }

  /// Refuses what is no name after `--as`.
  static func validate(name: String?) throws {
    guard let name, !InitCommand.isName(name) else { return }
    throw ValidationError(InitCommand.complaint(name))
  }

  /// The two names after `--as`, else the title of the document and a usual name.
  static func names(_ name: String?, second: String, _ contract: Contract) throws -> (
    first: String, second: String
  ) {
    guard let name else {
      let title = (contract.root.text(.title) ?? "").lowercased()
      let words = title.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      let joined = words.prefix(3).joined(separator: "_")
      return (joined.first?.isLetter ?? false && joined != second ? joined : "imported", second)
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] != parts[1], parts.allSatisfy({ !$0.isEmpty && !$0.contains("`") })
    else {
      throw ValidationError("--as takes two names with a dot between them, as in --as catalog.\(second)")
    }
    return (parts[0], parts[1])
  }

  /// Writes the design in its canonical form, then tells what was left out.
  func write(_ written: DesignWriter.Result, _ diagnostics: [Diagnostic], _ source: SourceFile) throws {
    try write(written.text)
    ImportNotes.tell(diagnostics, written.leftOut, [source])
  }

  /// Writes a design of a reader that tells all it leaves out by diagnostics.
  func write(_ design: ImportedDesign, _ sources: [SourceFile]) throws {
    try write(design.text)
    ImportNotes.tell(design.diagnostics, [], sources)
  }

  private func write(_ text: String) throws {
    // What the formatter cannot read would be a mistake of the writer, and is written as it is to be looked at.
    let text = format(SourceFile(path: output?.description ?? file, text: text)) ?? text
    if let output, !output.isStandardOutput {
      if DesignFiles.exists(output.description), !force {
        Terminal.printError("designc: \(output): there is such a file already; write over it with --force\n")
        throw ExitStatus.inputOutput
      }
      try output.write(Array(text.utf8))
      messages.tell("\(output)\n")
    } else {
      Terminal.print(text)
    }
  }
}

/// What came of a document beside the design.
enum ImportNotes {
  /// Tells what was left out on standard error, each kind once, with where it was met first in the document.
  static func tell(
    _ diagnostics: [Diagnostic], _ leftOut: [(what: String, count: Int)], _ sources: [SourceFile]
  ) {
    var order: [String] = []
    var counts: [String: Int] = [:]
    var places: [String: String] = [:]
    let lines = sources.map(LineTable.init)
    for diagnostic in diagnostics where diagnostic.severity == .info {
      if counts[diagnostic.message] == nil {
        order.append(diagnostic.message)
        let file = Int(diagnostic.range.file.index)
        let place = lines[file].position(of: diagnostic.range.start)
        places[diagnostic.message] = "\(sources[file].path):\(place.line):\(place.column): "
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
