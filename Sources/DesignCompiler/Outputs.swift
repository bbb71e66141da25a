import DesignExchange
package import DesignLint
import DesignPaint
import DesignReport
import DesignView

/// What `build` can write.
package enum OutputFormat: String, Sendable, CaseIterable {
  case svg, dot, json
}

/// A file to be written: its name in the output directory, and its bytes.
package struct OutputFile: Sendable, Hashable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension Compilation {
  /// The files of these formats, in the order in which people look at them. The same design gives the same bytes.
  ///
  /// - Parameters:
  ///   - findings: what a review came to, to be shown on the pictures; nil for pictures without.
  ///   - store: where pictures that were drawn before are looked for.
  ///   - draw: draws so many pictures by what it is given, which draws the one with a number, and gives them back in order.
  /// - Throws: `LayoutError` where Graphviz cannot be used, `EncodingFailure` where JSON cannot be made.
  package func outputs(
    _ formats: [OutputFormat], findings: ReviewResult? = nil, store: PictureStore? = nil,
    draw: (_ count: Int, _ one: (Int) throws -> [UInt8]) throws -> [[UInt8]] = { try (0..<$0).map($1) }
  ) throws -> [OutputFile] {
    var files: [OutputFile] = []
    let counts = findings.map { FindingCounts($0) }
    if formats.contains(.svg) || formats.contains(.dot) {
      let pictures = pictures(of: model)
      let drawn =
        try !formats.contains(.svg)
        ? []
        : draw(pictures.count) { index in
          let (content, callouts) = counts?.on(pictures[index].content) ?? (pictures[index].content, [])
          return try store.painted(PlannedPicture(content: content, callouts: callouts)).svg
        }
      for (index, picture) in pictures.enumerated() {
        if !drawn.isEmpty { files.append(OutputFile(name: "\(picture.name).svg", bytes: drawn[index])) }
        // A sequence is no graph, so there is no DOT of it.
        if formats.contains(.dot), case .diagram(let diagram) = picture.content {
          files.append(OutputFile(name: "\(picture.name).dot", bytes: paintDOT(diagram)))
        }
      }
    }
    if formats.contains(.json) {
      files.append(OutputFile(name: "model.json", bytes: try ModelDocument(model).bytes()))
    }
    return files
  }
}
