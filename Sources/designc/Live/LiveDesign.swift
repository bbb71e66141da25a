import ArgumentParser
import DesignCompiler
import DesignLint
import DesignSource

import struct DesignModel.CalendarDay

/// A design that is compiled again whenever its files change.
final class LiveDesign {
  /// What came of the files as they are now.
  struct Result {
    /// The pictures; those of the last good text while it has mistakes.
    var pictures: [PictureCache.Entry] = []
    /// What is wrong with the text or with reading it, for people; nil when nothing is.
    var problems: String?
    var review = ReviewResult()
    /// The design as far as it was understood; nil while no file can be read.
    var compilation: Compilation?
  }

  private let paths: [String]
  private let look: ThemeChoice
  private let showsFindings: Bool
  private let watcher = Watcher()
  private var cache = PictureCache()
  private(set) var result = Result()

  /// - Parameter showsFindings: whether the design is reviewed, and findings shown on pictures.
  init(_ paths: [String], _ look: ThemeChoice, showsFindings: Bool) {
    self.paths = paths.isEmpty ? ["."] : paths
    self.look = look
    self.showsFindings = showsFindings
  }

  /// Reads and compiles the files, and draws what has changed. Mistakes are a part of the result.
  func refresh(colour: Bool, progress: Progress? = nil) {
    let (files, problems) = DesignFiles.find(paths, .designs)
    // Before compiling: what is written meanwhile is a change.
    watcher.watch(DesignFiles.directories(of: paths))
    guard problems.isEmpty, !files.isEmpty else {
      result.problems = problems.joined(separator: "\n")
      return
    }
    let compilation = DesignFiles.compiled(files)
    result.compilation = compilation
    let imported = compilation.files.dropFirst(files.count).map { DesignFiles.directory(ofFile: $0.path) }
    if !imported.isEmpty { watcher.watch(DesignFiles.directories(of: paths + imported)) }
    guard !compilation.hasErrors else {
      result.problems = DiagnosticText(files: compilation.files, colour: colour).render(
        compilation.diagnostics)
      return
    }
    do {
      let project = try ProjectConfiguration.read(
        for: paths, file: nil, rules: RuleBook(compilation.model.rules), DiagnosticOptions.parse([]))
      var options = ReviewOptions(project)
      options.today = CalendarDay(Platform.today)
      let review = showsFindings ? review(compilation.model, options: options) : ReviewResult()
      result.pictures = try cache.pictures(
        of: compilation, theme: look.theme(of: project), findings: showsFindings ? review : nil,
        progress: { progress?.report($0, of: $1) })
      result.review = review
      result.problems = nil
    } catch is ExitCode {
      result.problems = "the configuration has mistakes, which are told in the terminal"
    } catch {
      result.problems = "the pictures cannot be drawn: \(error)"
    }
  }

  /// Returns when a file has changed since the last `refresh` began.
  func waitForChange() { watcher.wait() }
}
