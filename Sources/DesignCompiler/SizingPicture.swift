import DesignLayout
package import DesignPaint
package import DesignSizing
import DesignView

extension Compilation {
  /// Sizings of this design as one picture in SVG.
  package func sizingPicture(_ sizings: [EnvironmentSizing], theme: Theme = .standard) -> [UInt8] {
    paintSVG(layout(sizingChart(of: sizings, model), theme.measures), theme: theme)
  }
}
