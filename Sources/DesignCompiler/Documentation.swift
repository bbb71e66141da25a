package import DesignLint
package import DesignPaint
package import DesignSite

extension Compilation {
  /// The files of a site that documents the design: pages and pictures. The same design and review give the same bytes.
  ///
  /// - Parameters:
  ///   - store: where pictures that were drawn before are looked for.
  ///   - progress: told before each picture how many are drawn, of how many.
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  package func documentation(
    _ review: ReviewResult, _ format: SiteFormat, theme: Theme = .standard, store: PictureStore? = nil,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> [OutputFile] {
    let site = Site(model, review: review, format: format)
    let painted = try site.pictures.enumerated().map { index, picture in
      progress(index, site.pictures.count)
      let drawn = try store.painted(PlannedPicture(content: picture.content, theme: theme))
      return Site.Painted(
        name: picture.name, svg: drawn.svg, width: drawn.size.width, height: drawn.size.height)
    }
    return site.files(painted).map { OutputFile(name: $0.path, bytes: $0.bytes) }
  }
}
