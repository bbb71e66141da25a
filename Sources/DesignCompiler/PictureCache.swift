import DesignDiagram
package import DesignLint
package import DesignPaint
import DesignReport
import DesignView

/// The pictures of a design that changes again and again: one that shows the same as before is not drawn anew.
package struct PictureCache: Sendable {
  private struct Key: Hashable {
    let content: Picture.Content
    let callouts: [Callout]
    let theme: Theme
  }

  private var painted: [Key: [UInt8]] = [:]

  package init() {}

  /// A picture, with its SVG.
  package struct Entry: Sendable {
    /// The name of its file, without an extension.
    package let name: String
    /// The line under the design's name: `Deployment · production`.
    package let title: String
    package let svg: [UInt8]
  }

  /// All pictures of a design. What is kept for the next time are these alone.
  ///
  /// - Parameters:
  ///   - theme: their look.
  ///   - findings: what a review came to, to be shown on the pictures; nil for pictures without.
  ///   - progress: told before each picture how many are drawn, of how many.
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  package mutating func pictures(
    of compilation: Compilation, theme: Theme = .standard, findings: ReviewResult? = nil,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> [Entry] {
    let counts = findings.map { FindingCounts($0) }
    var kept: [Key: [UInt8]] = [:]
    let pictures = DesignView.pictures(of: compilation.model)
    let entries = try pictures.enumerated().map { index, picture in
      progress(index, pictures.count)
      let (content, callouts) = counts?.on(picture.content) ?? (picture.content, [])
      let key = Key(content: content, callouts: callouts, theme: theme)
      let svg = try kept[key] ?? painted[key] ?? content.painted(theme, callouts: callouts).svg
      kept[key] = svg
      return Entry(name: picture.name, title: picture.content.shortTitle, svg: svg)
    }
    painted = kept
    return entries
  }
}
