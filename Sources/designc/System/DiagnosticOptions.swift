import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignLint
import DesignSource
import DesignSyntax

/// How mistakes in the design are told, for every command that reads one.
struct DiagnosticOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, sarif }

  @Option(help: "How mistakes in the design are written: text, json, github or sarif.")
  var diagnosticFormat = Format.text

  /// Tells every error of the design and ends the command, when there is any.
  ///
  /// - Parameter consequence: what follows from it, for the last line.
  func stopOnErrors(_ compilation: Compilation, consequence: String = "nothing was written") throws {
    guard compilation.hasErrors else { return }
    try stop(compilation.diagnostics, in: compilation.files, consequence: consequence)
  }

  /// Tells what is wrong with files that do not parse and ends the command, when there are any.
  func stopOnUnreadable(_ files: [SourceFile]) throws {
    guard !files.isEmpty else { return }
    let diagnostics = files.enumerated().flatMap { index, file in
      Parser.parse(file, file: FileID(index)).diagnostics
    }
    try stop(diagnostics, in: files, consequence: "nothing was written")
  }

  /// Tells what keeps the design from being reviewed and ends the command, when there is any: what cannot be read, and
  /// errors of meaning that are no rule's to tell.
  func stopIfUnreviewable(_ compilation: Compilation) throws {
    guard !compilation.isReviewable else { return }
    try stop(
      compilation.mistakes, in: compilation.files, consequence: "the review needs a design without errors")
  }

  /// Tells what is wrong with files beside the design and ends the command, when anything is.
  func stopOnErrors(_ diagnostics: [Diagnostic], in files: [SourceFile], consequence: String) throws {
    guard diagnostics.contains(where: { $0.severity == .error }) else { return }
    try stop(diagnostics, in: files, consequence: consequence)
  }

  /// Tells mistakes in any of the files and ends the command.
  func stop(_ diagnostics: [Diagnostic], in files: [SourceFile], consequence: String) throws
    -> Never
  {
    let places = Places(files)
    let results = diagnostics.map { ReportedResult($0) }
    switch diagnosticFormat {
    case .text:
      let text = DiagnosticText(files: files, colour: Terminal.errorHasColour)
      Terminal.printError(text.render(diagnostics))
      let errors = diagnostics.count { $0.severity == .error }
      Terminal.printError("\ndesignc: \(counted(errors, "error")), \(consequence)\n")
    case .json: Terminal.print(bytes: try DiagnosticsDocument(diagnostics, places).bytes())
    case .github: Terminal.print(GitHubAnnotations.write(results, places))
    case .sarif:
      Terminal.print(bytes: try SARIFDocument(results, places, toolVersion: Designc.version).bytes())
    }
    throw ExitStatus.designErrors
  }
}

/// `1 error`, `2 errors`
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
