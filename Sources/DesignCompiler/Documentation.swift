package import DesignLint
package import DesignPaint
package import DesignSite

extension Compilation {
  /// The files of a site that documents the design: pages and pictures. The same design and review give the same bytes.
  ///
  /// - Parameter progress: told before each picture how many are drawn, of how many.
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  package func documentation(
    _ review: ReviewResult, _ format: SiteFormat, theme: Theme = .standard,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> [OutputFile] {
    let site = Site(model, review: review, format: format)
    let painted = try site.pictures.enumerated().map { index, picture in
      progress(index, site.pictures.count)
      let (svg, size) = try picture.content.painted(theme)
      return Site.Painted(name: picture.name, svg: svg, width: size.width, height: size.height)
    }
    return site.files(painted).map { OutputFile(name: $0.path, bytes: $0.bytes) }
  }
}
