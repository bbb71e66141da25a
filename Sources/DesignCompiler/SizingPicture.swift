import DesignLayout
import DesignPaint
package import DesignSizing
import DesignView

extension Compilation {
  /// Sizings of this design as one picture in SVG.
  package func sizingPicture(_ sizings: [EnvironmentSizing]) -> [UInt8] {
    paintSVG(layout(sizingChart(of: sizings, model)))
  }
}
