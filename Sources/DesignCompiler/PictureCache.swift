import DesignDiagram
package import DesignLint
package import DesignPaint
import DesignReport
import DesignView

/// The pictures of a design that changes again and again: one that shows the same as before is not drawn anew.
package struct PictureCache: Sendable {
  private var painted: [PlannedPicture: [UInt8]] = [:]
  private let store: PictureStore?

  /// - Parameter store: where pictures that were drawn by an earlier run are looked for.
  package init(store: PictureStore? = nil) { self.store = store }

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
    var kept: [PlannedPicture: [UInt8]] = [:]
    let pictures = DesignView.pictures(of: compilation.model)
    let entries = try pictures.enumerated().map { index, picture in
      progress(index, pictures.count)
      let (content, callouts) = counts?.on(picture.content) ?? (picture.content, [])
      let plan = PlannedPicture(content: content, theme: theme, callouts: callouts)
      let svg = try kept[plan] ?? painted[plan] ?? store.painted(plan).svg
      kept[plan] = svg
      return Entry(name: picture.name, title: picture.content.shortTitle, svg: svg)
    }
    painted = kept
    return entries
  }
}
