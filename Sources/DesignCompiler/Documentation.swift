import DesignLayout
package import DesignLint
import DesignPaint
package import DesignSite

extension Compilation {
  /// The files of a site that documents the design: pages and pictures. The same design and review give the same bytes.
  ///
  /// - Parameter progress: told before each picture how many are drawn, of how many.
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  package func documentation(
    _ review: ReviewResult, _ format: SiteFormat, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> [OutputFile] {
    let site = Site(model, review: review, format: format)
    let painted = try site.pictures.enumerated().map { index, picture in
      progress(index, site.pictures.count)
      switch picture.content {
      case .diagram(let diagram):
        let drawing = try layout(diagram)
        return Site.Painted(
          name: picture.name, svg: paintSVG(drawing), width: drawing.size.width, height: drawing.size.height)
      case .sequence(let sequence):
        let drawing = layout(sequence)
        return Site.Painted(
          name: picture.name, svg: paintSVG(drawing), width: drawing.size.width, height: drawing.size.height)
      }
    }
    return site.files(painted).map { OutputFile(name: $0.path, bytes: $0.bytes) }
  }
}
