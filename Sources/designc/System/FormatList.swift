import ArgumentParser
import DesignCompiler

/// `svg,dot`, as the command line has it.
struct FormatList: ExpressibleByArgument {
  /// What `build` can be asked for.
  enum Format: String, CaseIterable {
    case svg, png, pdf, txt, dot, json
  }

  let formats: [Format]

  init(formats: [Format]) { self.formats = formats }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let formats = names.compactMap { Format(rawValue: String($0)) }
    guard formats.count == names.count else { return nil }
    self.init(formats: formats)
  }

  /// What the compiler makes, with the SVG that other formats are rendered from.
  var made: [OutputFormat] {
    let own = formats.compactMap { OutputFormat(rawValue: $0.rawValue) }
    return renderings.isEmpty || own.contains(.svg) ? own : [.svg] + own
  }

  /// What is rendered from SVG.
  var renderings: [Rendering.Format] { formats.compactMap { Rendering.Format(rawValue: $0.rawValue) } }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }

  static var allValueStrings: [String] { Format.allCases.map(\.rawValue) }
}
