import ArgumentParser
import DesignCompiler
import DesignLint
import DesignSource

/// `designc test`
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Try the design's own rules on small designs that say what must be found.",
    discussion: """
      Files that end in .test.design are tests: no other command but fmt reads them with a directory. Each is a small design, \
      judged by the rules of the design at the paths. Below a line with a finding stands what is expected:

        application catalog: service technology "PHP"
        //~ error[approved-languages] PHP is not on the approved list

      All findings of the design's own rules must be expected, and all that is expected must be found. Findings of \
      built-in rules count where they are expected. Exits with 1 when a test fails, with 2 when the design has errors.

      Examples:
        designc test                                    the rules and tests in this directory
        designc test rules.design team.test.design      these rules, this test
      """)

  @Argument(
    help: "Files, or directories that hold .design and .test.design files. (default: this directory)",
    completion: .file())
  var paths: [String] = []

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let files = try DesignFiles.read(paths, .designsAndTests)
    let tests = files.filter { DesignFiles.holdsTest($0.path) }
    guard !tests.isEmpty else {
      Terminal.printError("designc: there is no test here; files that end in .test.design hold tests\n")
      throw ExitStatus.inputOutput
    }
    let design = DesignFiles.compiled(files.filter { !DesignFiles.holdsTest($0.path) })
    try diagnostics.stopIfUnreviewable(design)
    let results = tests.map { test(DesignFiles.compiled([$0]), byRulesOf: design) }
    for result in results where !messages.quiet || !result.differences.isEmpty {
      Terminal.print(report(result))
    }
    let failed = results.count { !$0.differences.isEmpty }
    messages.tell(
      "\n\(counted(results.count, "test")): \(results.count - failed) passed, \(failed) failed\n")
    if failed > 0 { throw ExitStatus.findings }
  }

  /// A line for the test, and one for each difference.
  private func report(_ result: RuleTestResult) -> String {
    let path = result.compilation.files.first?.path ?? ""
    guard !result.differences.isEmpty else {
      return "passed  \(path) (\(counted(result.expectations, "expectation")))\n"
    }
    var out = "failed  \(path)\n"
    for difference in result.differences {
      switch difference {
      case .unexpected(let diagnostic, let line):
        out +=
          "  \(path):\(line): not expected: \(diagnostic.severity.rawValue)[\(diagnostic.code)] \(diagnostic.message)\n"
      case .missing(let expectation):
        out +=
          "  \(path):\(expectation.line): not found: \(expectation.severity)[\(expectation.code)] \(expectation.fragment)\n"
      }
    }
    for (written, nearest) in result.unknownCodes {
      out +=
        "  there is no rule called `\(written)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "") + "\n"
    }
    return out
  }
}
