import DesignPaint
import Mustache

extension ReviewReport {
  /// The report as one HTML page that needs nothing else: no network, no script, no font.
  ///
  /// - Throws: when a template cannot be read, which no design can cause.
  package func html() throws -> [UInt8] {
    let library = MustacheLibrary(templates: [
      "sentence": try MustacheTemplate(string: PageTemplate.sentence),
      "finding": try MustacheTemplate(string: PageTemplate.finding),
      "chapter": try MustacheTemplate(string: PageTemplate.chapter),
    ])
    let page = try MustacheTemplate(string: PageTemplate.page)
    return Array(page.render(PageContext(self), library: library).utf8)
  }
}

/// What the template of the page names. Mustache looks names up from the inside out, so that a report's parts may share names.
private struct PageContext {
  let report: ReviewReport
  let style = PageStyle.css
  let pictureStyle: String

  init(_ report: ReviewReport) {
    self.report = report
    pictureStyle = String(decoding: pageStylesheet(report.theme), as: UTF8.self)
  }
}
