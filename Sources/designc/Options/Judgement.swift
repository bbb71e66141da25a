import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignLint
import DesignSource

/// How a design is judged: by which rules, and without which findings of before.
struct Judgement {
  let setup: ReviewSetup
  private let covered: (document: BaselineDocument, source: SourceFile)?
  private let earlier: ReviewResult?

  init(
    _ paths: [String], _ compilation: Compilation, _ choice: ReviewChoice, setup: ReviewSetup,
    _ takenOver: BaselineChoice, _ diagnostics: DiagnosticOptions
  ) throws {
    self.setup = setup
    covered = try takenOver.read(takenOver.file(setup.project), behind: compilation, diagnostics)
    earlier = try choice.earlier(paths, setup.options)
  }

  /// What counts of a review.
  func result(_ compilation: Compilation) -> ReviewResult {
    var result = review(compilation.model, options: setup.options)
    if let covered { result = covered.document.baseline.settle(result) }
    return earlier.map { result.since($0) } ?? result
  }

  /// The same with what is wrong with the baseline, and the files in which all of it lies.
  func whole(_ compilation: Compilation) -> (result: ReviewResult, files: [SourceFile]) {
    var result = result(compilation)
    guard let covered else { return (result, compilation.files) }
    let stale = covered.document.baseline.stale(review(compilation.model, options: setup.options))
    result.findings += covered.document.problems(stale)
    return (result, compilation.files + [covered.source])
  }
}
