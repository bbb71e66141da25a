import ArgumentParser
import DesignLint
import DesignPaint
import DesignSource

/// How pictures look.
struct ThemeChoice: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "The look of the pictures: \(Theme.all.map(\.name).joined(separator: ", ")). (default: that of designc.yml)",
      valueName: "name"), completion: .list(Theme.all.map(\.name)))
  var theme: String?

  func validate() throws {
    guard let theme, Theme.named(theme) == nil else { return }
    let names = Theme.all.map(\.name)
    let hint = Spelling.nearest(to: theme, among: names).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "There is no theme called '\(theme)'\(hint) There are: \(names.joined(separator: ", "))")
  }

  /// The theme that is named; else that of the project.
  func theme(of project: ProjectConfiguration) -> Theme {
    theme.flatMap(Theme.named) ?? project.configuration.theme ?? .standard
  }

  /// The same for commands that need nothing else of the configuration.
  func theme(for paths: [String], _ diagnostics: DiagnosticOptions) throws -> Theme {
    theme(
      of: try ProjectConfiguration.read(
        for: paths, file: nil, rules: .builtIn, isAboutLooks: true, diagnostics))
  }
}
