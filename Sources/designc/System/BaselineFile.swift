import ArgumentParser
import DesignExchange
import DesignLint
import DesignSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file of the findings that a project has taken over from before.
struct BaselineFile {
  /// What it is called unless somebody says otherwise.
  static let usualName = "designc-baseline.json"

  let path: String

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Reads it; tells everything that is wrong with it and ends the command, when anything is.
  ///
  /// - Parameter id: what ranges name the file by.
  func read(id: FileID, _ diagnostics: DiagnosticOptions) throws -> (
    document: BaselineDocument, source: SourceFile
  ) {
    let source = try DesignFiles.text(path)
    let problems = BaselineDocument.read(source, id: FileID(0)).diagnostics
    try diagnostics.stopOnErrors(problems, in: [source], consequence: "nothing was reviewed")
    return (BaselineDocument.read(source, id: id).document, source)
  }

  /// Writes what is found: all of it when there is no file yet or `force` is set, else only what the file has and is
  /// still found. Says on standard error what has changed.
  func write(_ result: ReviewResult, force: Bool, _ diagnostics: DiagnosticOptions) throws -> Baseline {
    guard exists else {
      let baseline = Baseline(result)
      try save(baseline)
      say("\(counted(baseline.total, "finding")) written")
      return baseline
    }
    let old = try read(id: FileID(0), diagnostics).document.baseline
    let new = force ? old.replaced(by: result) : old.shrunk(to: result)
    if new != old { try save(new) }
    let removed = old.keys.reduce(0) { $0 + max(0, (old.counts[$1] ?? 0) - (new.counts[$1] ?? 0)) }
    let added = new.keys.reduce(0) { $0 + max(0, (new.counts[$1] ?? 0) - (old.counts[$1] ?? 0)) }
    say("\(counted(removed, "finding")) taken out\(added > 0 ? ", \(added) added" : ""); \(new.total) left")
    return new
  }

  private func say(_ text: String) { Terminal.printError("designc: \(path): \(text)\n") }

  private func save(_ baseline: Baseline) throws {
    try OutputDirectory(path: DesignFiles.directory(ofFile: path)).write([
      .init(
        name: String(path.split(separator: "/").last ?? ""), bytes: try BaselineDocument(baseline).bytes())
    ])
  }
}

extension Baseline {
  /// How many findings are covered.
  fileprivate var total: Int { counts.values.reduce(0, +) }
}
