import ArgumentParser
import DesignCompiler
import DesignSource

/// `designc doctor`
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is installed for each feature, what is missing, and how to get it.",
    discussion: """
      Exits with 1 when pictures cannot be drawn; all else is optional.

      Examples:
        designc doctor
      """)

  func run() throws {
    let checks = [Self.pictures] + Self.programs.map(Self.check)
    let width = checks.map(\.feature.count).max() ?? 0
    Terminal.print("designc \(Designc.version)\n\n")
    for check in checks {
      let gap = String(repeating: " ", count: width - check.feature.count + 2)
      Terminal.print("\(check.isThere ? "ok      " : "missing ")  \(check.feature)\(gap)\(check.text)\n")
    }
    if !checks[0].isThere { throw ExitStatus.findings }
  }

  private struct Check {
    let feature: String
    let isThere: Bool
    /// What is there, or how to get it.
    let text: String
  }

  /// Draws a small picture, the only way to know that Graphviz finds its parts.
  private static var pictures: Check {
    let design = SourceFile(
      path: "doctor.design", text: "application a: service { calls b }\napplication b: service")
    do {
      _ = try compile([design]).picture(named: nil).svg()
      return Check(feature: "pictures", isThere: true, text: "Graphviz lays out")
    } catch {
      return Check(
        feature: "pictures", isThere: false,
        text:
          "Graphviz cannot be used (\(error)); `apt install libgvc6 libgraphviz-dev`, `brew install graphviz`"
      )
    }
  }

  /// A feature that needs a program of others.
  private struct Need {
    let feature: String
    let program: String
    let remedy: String
  }

  private static let programs = [
    Need(
      feature: "build --format png,pdf", program: "rsvg-convert",
      remedy: "`apt install librsvg2-bin`, `brew install librsvg`"),
    Need(
      feature: "pictures by Graphviz itself, from DOT", program: "dot",
      remedy: "`apt install graphviz`, `brew install graphviz`"),
    Need(
      feature: "designs in diffs, hooks and CI", program: "git",
      remedy: "`apt install git`, `brew install git`"),
    Need(
      feature: "verify --sqlite", program: "sqlite3",
      remedy: "`apt install sqlite3`, `brew install sqlite`"),
    Need(
      feature: "verify --postgres", program: "psql",
      remedy: "`apt install postgresql-client`, `brew install libpq`"),
    Need(
      feature: "verify --openapi, --http, from services", program: "curl",
      remedy: "`apt install curl`, `brew install curl`"),
    Need(feature: "the pre-commit hooks", program: "pre-commit", remedy: "`pipx install pre-commit`"),
    Need(
      feature: "fences in MkDocs", program: "mkdocs", remedy: "`pip install ./integrations/python[mkdocs]`"),
    Need(
      feature: "the directive of Sphinx", program: "sphinx-build",
      remedy: "`pip install ./integrations/python[sphinx]`"),
  ]

  private static func check(_ need: Need) -> Check {
    guard let path = Program.path(of: need.program) else {
      return Check(feature: need.feature, isThere: false, text: "\(need.program): \(need.remedy)")
    }
    return Check(feature: need.feature, isThere: true, text: path)
  }
}
