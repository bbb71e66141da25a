import ArgumentParser
import DesignCompiler

/// Pictures as PNG and PDF, by librsvg's command.
enum Rendering {
  /// What `rsvg-convert` makes of an SVG.
  enum Format: String, CaseIterable {
    case png, pdf
  }

  /// Twice the size in CSS pixels, as sharp screens have it.
  private static let zoom = "2"

  /// Renders SVG files; others have no such form.
  ///
  /// - Throws: after saying why, when librsvg's command is missing or refuses.
  static func files(_ files: [OutputFile], as format: Format) throws -> [OutputFile] {
    guard let program = Program.path(of: "rsvg-convert") else {
      Terminal.printError(
        """
        designc: \(format.rawValue.uppercased()) is made by rsvg-convert, which is not installed
          = help: install it: `apt install librsvg2-bin`, `brew install librsvg`; or write `--format svg`

        """)
      throw ExitStatus.inputOutput
    }
    return try files.filter { $0.name.hasSuffix(".svg") }.map { file in
      let arguments = ["--format", format.rawValue] + (format == .png ? ["--zoom", zoom] : [])
      // A PDF bears the day of its making, unless told otherwise.
      let answer = try Program.run(
        program, arguments, input: file.bytes, environment: ["SOURCE_DATE_EPOCH": "0"])
      guard answer.status == 0 else {
        Terminal.printError("designc: rsvg-convert cannot render \(file.name): \(answer.error)\n")
        throw ExitStatus.inputOutput
      }
      return OutputFile(name: "\(file.name.dropLast(4)).\(format.rawValue)", bytes: answer.output)
    }
  }
}
