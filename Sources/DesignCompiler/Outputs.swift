import DesignExchange
package import DesignLint
package import DesignPaint
import DesignReport
import DesignView

/// What `build` can write.
package enum OutputFormat: String, Sendable, CaseIterable {
  case svg, txt, dot, json
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
  ///   - theme: the look of the pictures.
  ///   - findings: what a review came to, to be shown on the pictures; nil for pictures without.
  ///   - draw: draws so many pictures by what it is given, which draws the one with a number, and gives them back in order.
  /// - Throws: `LayoutError` where Graphviz cannot be used, `EncodingFailure` where JSON cannot be made.
  package func outputs(
    _ formats: [OutputFormat], theme: Theme = .standard, findings: ReviewResult? = nil,
    draw: (_ count: Int, _ one: (Int) throws -> [UInt8]) throws -> [[UInt8]] = { try (0..<$0).map($1) }
  ) throws -> [OutputFile] {
    var files: [OutputFile] = []
    let counts = findings.map { FindingCounts($0) }
    if formats != [.json] {
      let pictures = pictures(of: model)
      // Text is never themed, so that it may be laid out otherwise.
      let kinds = [OutputFormat.svg, .txt].filter(formats.contains)
      let drawn = try draw(pictures.count * kinds.count) { number in
        let picture = pictures[number / kinds.count]
        let (content, callouts) = counts?.on(picture.content) ?? (picture.content, [])
        return try kinds[number % kinds.count] == .svg
          ? content.painted(theme, callouts: callouts).svg : content.text(callouts: callouts)
      }
      for (index, picture) in pictures.enumerated() {
        for (offset, kind) in kinds.enumerated() {
          files.append(
            OutputFile(
              name: "\(picture.name).\(kind.rawValue)", bytes: drawn[index * kinds.count + offset]))
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
