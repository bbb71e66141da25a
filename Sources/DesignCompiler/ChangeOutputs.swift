package import DesignDiff
import DesignLayout
package import DesignPaint
import DesignReport

extension Compilation {
  /// What lies between another design and this one.
  package func difference(from old: Compilation) -> Difference {
    DesignDiff.difference(from: old.model, to: model)
  }

  /// The pictures that the changes since another design touch, with a sign at each.
  ///
  /// - Parameter theme: their look.
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  package func changeOutputs(from old: Compilation, _ difference: Difference, theme: Theme = .standard)
    throws -> [OutputFile]
  {
    try changePictures(from: old.model, to: model, difference).map { name, diagram, callouts in
      OutputFile(
        name: "\(name).svg",
        bytes: paintSVG(try layout(diagram, theme.measures), theme: theme, callouts: callouts))
    }
  }
}
