import ArgumentParser
import DesignCompiler
import DesignSource

/// Diagnostics on the terminal.
enum Report {
  /// Tells every error of the design on standard error and ends the command, when there is any.
  static func stopOnErrors(_ compilation: Compilation) throws {
    let diagnostics = compilation.diagnostics
    guard compilation.hasErrors else { return }
    print(diagnostics, of: compilation)
    let errors = diagnostics.count { $0.severity == .error }
    Terminal.printError("\ndesignc: \(counted(errors, "error")), nothing was written\n")
    throw ExitStatus.designErrors
  }

  /// Tells what cannot be read, and ends the command, when there is any. Errors of meaning are for the review to tell.
  static func stopIfUnreadable(_ compilation: Compilation) throws {
    guard !compilation.isReadable else { return }
    let diagnostics = compilation.syntaxDiagnostics.sortedByPlace()
    print(diagnostics, of: compilation)
    let errors = diagnostics.count { $0.severity == .error }
    Terminal.printError(
      "\ndesignc: \(counted(errors, "error")); the review needs a design that can be read\n")
    throw ExitStatus.designErrors
  }

  /// Tells diagnostics on standard error.
  static func print(_ diagnostics: [Diagnostic], of compilation: Compilation) {
    let text = DiagnosticText(files: compilation.files, colour: Terminal.errorHasColour)
    Terminal.printError(text.render(diagnostics))
  }
}

/// `1 error`, `2 errors`
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
