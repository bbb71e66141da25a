import DesignConfiguration
import DesignLint
import DesignSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The configuration that belongs to a design, and where it stands.
struct ProjectConfiguration {
  let configuration: Configuration
  /// The directory of the configuration, or of the design where there is none: what its paths lead from.
  let directory: String

  /// Finds and reads `designc.yml`, from the design upward to the root of its repository or of the file system; tells
  /// everything that is wrong with it and ends the command, when anything is.
  ///
  /// - Parameters:
  ///   - paths: those of the design, as the command line has them.
  ///   - file: the configuration that the command line names.
  ///   - isAboutLooks: whether only what pictures look like is read.
  static func read(
    for paths: [String], file: String?, rules: RuleBook, isAboutLooks: Bool = false,
    _ diagnostics: DiagnosticOptions
  ) throws -> ProjectConfiguration {
    let design = DesignFiles.directory(of: paths)
    guard let path = file ?? find(from: design) else {
      return ProjectConfiguration(configuration: Configuration(), directory: design)
    }
    let source = try DesignFiles.text(path)
    let result = Configuration.read(source, id: FileID(0), rules: rules, isAboutLooks: isAboutLooks)
    try diagnostics.stopOnErrors(
      result.diagnostics, in: [source], consequence: "nothing was done")
    return ProjectConfiguration(
      configuration: result.configuration, directory: DesignFiles.directory(ofFile: source.path))
  }

  /// The nearest configuration, as a path from where the command runs.
  private static func find(from directory: String) -> String? {
    let manager = FileManager.default
    let current = manager.currentDirectoryPath
    let start = directory.hasPrefix("/") ? directory : current + "/" + directory
    var parts = DesignFiles.components(start)
    while true {
      let path = "/" + parts.joined(separator: "/")
      let candidate = path == "/" ? "/" + Configuration.fileName : "\(path)/\(Configuration.fileName)"
      if manager.fileExists(atPath: candidate) {
        return directory.hasPrefix("/") ? candidate : DesignFiles.relative(candidate, to: current)
      }
      // A repository's root holds a directory `.git`, that of a further work tree a file.
      if manager.fileExists(atPath: "\(path)/.git") || parts.isEmpty { return nil }
      parts.removeLast()
    }
  }
}
