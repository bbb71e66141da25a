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
  ///   - progress: told before each picture how many are drawn, of how many.
  /// - Throws: `LayoutError` where Graphviz cannot be used, `EncodingFailure` where JSON cannot be made.
  package func outputs(
    _ formats: [OutputFormat], findings: ReviewResult? = nil,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> [OutputFile] {
    var files: [OutputFile] = []
    let counts = findings.map { FindingCounts($0) }
    if formats.contains(.svg) || formats.contains(.dot) {
      let pictures = pictures(of: model)
      for (index, picture) in pictures.enumerated() {
        progress(index, pictures.count)
        if formats.contains(.svg) {
          let (content, callouts) = counts?.on(picture.content) ?? (picture.content, [])
          files.append(
            OutputFile(name: "\(picture.name).svg", bytes: try content.painted(callouts: callouts).svg))
        }
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
