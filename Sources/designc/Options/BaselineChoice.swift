import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignLint
import DesignSource

/// Which findings were taken over from before.
struct BaselineChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Leave out the findings of this baseline. (default: that of designc.yml, or designc-baseline.json beside it when \
      there is one)
      """,
      valueName: "file"), completion: .file())
  var baseline: String?

  @Flag(help: "Show the findings of the baseline too.")
  var noBaseline = false

  @Flag(help: "Write the baseline when there is none; else take out of it what is mended.")
  var writeBaseline = false

  @Flag(help: "With --write-baseline: take new findings into it too.")
  var force = false

  func validate() throws {
    if force, !writeBaseline { throw ValidationError("--force goes with --write-baseline") }
    if noBaseline, baseline != nil || writeBaseline {
      throw ValidationError("--no-baseline goes with neither --baseline nor --write-baseline")
    }
  }

  /// The file that is named here, else by the configuration, else the usual one.
  func file(_ project: ProjectConfiguration) throws -> BaselineFile {
    if let baseline {
      let file = BaselineFile(path: baseline)
      guard file.exists || writeBaseline else {
        Terminal.printError(
          "designc: \(baseline): there is no such file; `designc lint --write-baseline` writes one\n")
        throw ExitStatus.inputOutput
      }
      return file
    }
    return BaselineFile(
      path: DesignFiles.path(
        project.configuration.baseline ?? BaselineFile.usualName, from: project.directory))
  }

  /// The baseline, and its file behind those of the design; nil when there is none.
  func read(_ file: BaselineFile, behind compilation: Compilation, _ diagnostics: DiagnosticOptions) throws
    -> (document: BaselineDocument, source: SourceFile)?
  {
    guard !noBaseline, file.exists else { return nil }
    return try file.read(id: FileID(compilation.files.count), diagnostics)
  }
}
