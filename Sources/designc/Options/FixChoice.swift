import ArgumentParser
import DesignCompiler
import DesignFormat
import DesignLint
import DesignSource

/// Whether and how findings are mended.
struct FixChoice: ParsableArguments {
  @Flag(help: "Mend what can be mended without changing what the design means; then review it.")
  var fix = false

  @Flag(help: "With --fix or --diff: also make edits that change a decision. Read them before you commit.")
  var unsafe = false

  @Flag(
    help: "Show the edits as a patch, and make none, also with --fix; exits with 1 when there are any.")
  var diff = false

  func validate() throws {
    if unsafe, !isAskedFor { throw ValidationError("--unsafe goes with --fix or --diff") }
  }

  var isAskedFor: Bool { fix || diff }

  private var safety: Diagnostic.FixIt.Safety { unsafe ? .suggested : .safe }

  /// Mends what keeps the design from being read.
  func mendText(_ files: [SourceFile]) -> FixResult {
    DesignCompiler.fix(files, safety, compile: DesignFiles.compiled) { _ in ReviewResult() }
  }

  /// Mends what is found in a design that reads well.
  func mendFindings(_ readable: FixResult, _ judge: @escaping (Compilation) -> ReviewResult) -> FixResult {
    var result = DesignCompiler.fix(readable.files, safety, compile: DesignFiles.compiled, review: judge)
    result.fixes = readable.fixes + result.fixes
    return result
  }

  /// Writes the files that have changed, or shows how they would; says what was mended on standard error.
  func finish(_ before: [SourceFile], _ result: FixResult) throws {
    let changed = zip(before, result.files).filter { $0 != $1 }.map { ($0, Self.tidied($1, like: $0)) }
    if diff {
      for (old, new) in changed { Terminal.print(UnifiedDiff.write(old, new)) }
    } else {
      for (_, new) in changed { try WholeFile.replace(new.path, with: new.bytes) }
    }
    for fix in result.fixes {
      Terminal.printError(
        "\(diff ? "would mend" : "mended")[\(fix.code)] \(fix.path):\(fix.line): \(fix.title)\n")
    }
    let count = counted(result.fixes.count, "edit")
    Terminal.printError(
      "designc: \(count) \(diff ? "not made" : "made") in \(counted(changed.count, "file"))\n")
  }

  /// In canonical form, when the file was in it before.
  private static func tidied(_ file: SourceFile, like old: SourceFile) -> SourceFile {
    guard let canonical = format(old), Array(canonical.utf8) == old.bytes, let text = format(file) else {
      return file
    }
    return SourceFile(path: file.path, text: text)
  }
}
