package import DesignLint
package import DesignModel
package import DesignView
import Mustache

/// What a site is written in.
package enum SiteFormat: String, Sendable, CaseIterable {
  case html, markdown

  /// The end of its files' names.
  var suffix: String { self == .html ? ".html" : ".md" }
}

/// The documentation of a design: pages that link to each other, with its pictures.
package struct Site {
  /// A file of the site: its path in the folder of the site, and its bytes.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }

  /// A picture as it was painted.
  package struct Painted: Sendable {
    package let name: String
    package let svg: [UInt8]
    /// In pixels.
    package let width: Double
    package let height: Double

    /// A picture with its name, its SVG, and its size in pixels.
    package init(name: String, svg: [UInt8], width: Double, height: Double) {
      self.name = name
      self.svg = svg
      self.width = width
      self.height = height
    }
  }

  private let format: SiteFormat
  private let site: SiteModel
  /// The pictures of the design, with a link on each card that leads to its page.
  package let pictures: [(name: String, content: Picture.Content)]
  private let plain: [Picture]
  /// What every page leads to.
  private let menu: [(title: String, address: String)]
  private let decisions: Page?

  /// - Parameter review: what the review of the model came to.
  package init(_ model: Model, review: ReviewResult, format: SiteFormat) {
    self.format = format
    plain = DesignView.pictures(of: model)
    let site = SiteModel(model, review, plain)
    self.site = site
    let links = PictureLinks(site: site, suffix: format.suffix)
    pictures = plain.map { ($0.name, links.linked($0)) }
    decisions = site.decisionsPage()
    menu =
      site.directories.map { ($0.title, $0.address) } + [("Findings", "findings")]
      + (decisions.map { [($0.title, $0.address)] } ?? [])
  }

  /// All files, in the order in which people look at them.
  ///
  /// - Parameter painted: each of `pictures`, painted.
  package func files(_ painted: [Painted]) -> [File] {
    let byPage = Dictionary(
      painted.compactMap { picture in site.addresses.page(ofPicture: picture.name).map { ($0, picture) } },
      uniquingKeysWith: { first, _ in first })
    let pages = pages(byPage.mapValues(\.name))
    let library = library
    var files = pages.map { page in
      let context = context(page, byPage[page.address])
      return File(
        path: page.address + format.suffix,
        bytes: Array((library.render(context, withTemplate: "page") ?? "").utf8))
    }
    files += painted.map { File(path: "pictures/\($0.name).svg", bytes: $0.svg) }
    if format == .html {
      files.append(File(path: "site.css", bytes: Array(SiteStyle.text.utf8)))
      files.append(File(path: "site.js", bytes: Array(SiteScript.text.utf8)))
      files.append(File(path: "search-index.js", bytes: Search(site: site).script(pages)))
    }
    return files
  }

  private func pages(_ pictureOfPage: [String: String]) -> [Page] {
    [site.overview(plain)] + site.directoryPages() + [site.findingsPage()] + (decisions.map { [$0] } ?? [])
      + site.picturePages(plain) + site.elementPages(pictureOfPage)
  }

  private func context(_ page: Page, _ picture: Painted?) -> Context {
    let root = page.address.contains("/") ? "../" : ""
    let maker = PageContext(format: format, root: root)
    var context = maker.context(page)
    context["design"] = site.names.design
    context["menu"] = menu.map { entry in
      [
        "title": entry.title, "href": maker.href(.page(entry.address)),
        "current": entry.address == page.address,
      ]
        as Context
    }
    if let picture {
      context["picture"] =
        [
          "width": Int(picture.width.rounded(.up)), "height": Int(picture.height.rounded(.up)),
          "file": URLPath.encoded(picture.name),
          "svg": format == .html ? String(decoding: picture.svg, as: UTF8.self) : "",
        ] as Context
    }
    return context
  }

  private var library: MustacheLibrary {
    MustacheContentTypes.register(MarkdownContent(), named: "MARKDOWN")
    let texts = format == .html ? HTMLTemplates.all : MarkdownTemplates.all
    // A template that cannot be read is a mistake in this program, which its tests find.
    return MustacheLibrary(templates: texts.compactMapValues { try? MustacheTemplate(string: $0) })
  }
}
