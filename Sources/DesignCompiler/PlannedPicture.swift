package import DesignDiagram
import DesignLayout
package import DesignPaint
package import DesignView

/// A picture that is to be drawn: all that it depends on. Drawing takes nothing else, so that equal plans give equal
/// bytes, and what was drawn for one may be kept for the next.
package struct PlannedPicture: Sendable, Hashable, Encodable {
  package let content: Picture.Content
  /// Its look.
  package let theme: Theme
  /// Signs that are pinned to what it shows.
  package var callouts: [Callout] = []

  /// The picture as SVG, and the size of its sheet in pixels.
  struct Painted: Sendable, Hashable {
    let svg: [UInt8]
    let size: Size
  }

  package init(content: Picture.Content, theme: Theme = .standard, callouts: [Callout] = []) {
    self.content = content
    self.theme = theme
    self.callouts = callouts
  }

  /// - Throws: `LayoutError` where Graphviz cannot be used.
  func painted() throws -> Painted {
    switch content {
    case .diagram(let diagram):
      let drawing = try layout(diagram, theme.measures)
      return Painted(svg: paintSVG(drawing, theme: theme, callouts: callouts), size: drawing.size)
    case .sequence(let sequence):
      let drawing = layout(sequence, theme.measures)
      return Painted(svg: paintSVG(drawing, theme: theme, callouts: callouts), size: drawing.size)
    }
  }
}
