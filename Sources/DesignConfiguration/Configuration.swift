package import DesignLint
package import DesignPaint
package import DesignSource

/// What a project has decided for every run: the content of `designc.yml`. Options of the command line go before it.
package struct Configuration: Sendable {
  /// The name of the file, which is looked for from the design upward.
  package static let fileName = "designc.yml"

  /// How far the design has come, when stated.
  package var stage: ReviewOptions.Stage?
  /// The least severity that makes the review fail, when stated.
  package var failOn: Diagnostic.Severity?
  /// The baseline's file, as a path from the configuration's directory, when stated.
  package var baseline: String?
  /// What the review is asked to do: levels, figures, profiles, environments.
  package var review = ReviewOptions()

  /// How pictures look, when stated.
  package var theme: Theme?

  package init() {}

  /// Reads a configuration. What is wrong is told in diagnostics, all of it; what is right is taken.
  ///
  /// - Parameters:
  ///   - id: what the diagnostics' ranges name the file by.
  ///   - rules: the rules there are, the design's own among them.
  ///   - isAboutLooks: whether only what pictures look like is read, as for a page whose design is elsewhere.
  package static func read(_ file: SourceFile, id: FileID, rules: RuleBook, isAboutLooks: Bool = false) -> (
    configuration: Configuration, diagnostics: [Diagnostic]
  ) {
    var reader = ConfigurationReader(file, id, rules)
    var configuration = Configuration()
    reader.read { entry, reader in
      for section in isAboutLooks ? [.theme] : Section.all where section.key == entry.name {
        section.read(entry, &configuration, &reader)
      }
    }
    return (configuration, reader.diagnostics.sortedByPlace())
  }
}
