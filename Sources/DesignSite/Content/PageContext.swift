import DesignMarkdown

/// Values for a template, by name. What is not there is `false`, since a name that is missing would be looked for further
/// out.
typealias Context = [String: Any]

/// Makes the values for templates from a page.
struct PageContext {
  let format: SiteFormat
  /// From the page to the folder of the site: `../`, or nothing.
  let root: String

  func context(_ page: Page) -> Context {
    [
      "title": page.title, "root": root, "kind": shown(page.kind), "tags": page.tags,
      "trail": page.trail.map { format == .html ? span($0) : line([$0]) }, "hasTrail": !page.trail.isEmpty,
      "description": shown(page.description.isEmpty ? "" : description(page.description)),
      "picture": page.picture ?? false as Any,
      "hasGallery": !page.gallery.isEmpty,
      "gallery": page.gallery.map {
        ["file": URLPath.encoded($0.picture), "title": $0.title, "href": href($0.target)] as Context
      },
      "sections": page.sections.map(section),
    ]
  }

  private func shown(_ text: String) -> Any { text.isEmpty ? false as Any : text }

  private func section(_ section: Page.Section) -> Context {
    ["title": section.title, "anchor": section.anchor, "blocks": section.blocks.map(block)]
  }

  private func block(_ block: Page.Block) -> Context {
    var out: Context = [
      "table": false, "paragraph": false, "heading": false, "markdown": false, "listing": false,
    ]
    switch block {
    case .table(let grid):
      out["table"] =
        [
          "headers": grid.headers, "hasHeaders": !grid.headers.isEmpty,
          "columns": grid.rows.first?.cells.map(\.count) ?? [],
          "rows": grid.rows.map(row),
        ] as Context
    case .paragraph(let line): out["paragraph"] = ["line": self.line(line)] as Context
    case .heading(let line, let anchor):
      out["heading"] = ["line": self.line(line), "anchor": anchor] as Context
    case .markdown(let text): out["markdown"] = description(text)
    case .listing(let text, let caption):
      out["listing"] = ["text": text, "caption": caption] as Context
    }
    return out
  }

  private func row(_ row: Page.Grid.Row) -> Context {
    let cells = row.cells.map { ["line": line($0)] as Context }
    return [
      "anchor": shown(row.anchor), "head": cells.first ?? false as Any, "cells": Array(cells.dropFirst()),
    ]
  }

  private func description(_ markdown: String) -> String {
    format == .html ? Description.html(markdown) : Description.markdown(markdown)
  }

  /// Runs of text for a template, or as Markdown, where the characters round a run decide how it is written.
  private func line(_ line: Line) -> Any {
    format == .html
      ? line.merged.map(span) as Any : line.merged.map { MarkdownText.span($0, $0.target.map(href)) }.joined()
  }

  private func span(_ span: Span) -> Context {
    let element: Any =
      switch span.style {
      case .plain, .tag: false
      case .code: "code"
      case .strong: "strong"
      case .quiet: "small"
      }
    return [
      "text": span.text, "element": element,
      "tag": span.style == .tag ? span.text.lowercased() : false as Any,
      "href": span.target.map(href) ?? false as Any,
    ]
  }

  func href(_ target: Span.Target) -> String {
    switch target {
    case .page(let page, let anchor):
      root + URLPath.encoded(page) + format.suffix + (anchor.isEmpty ? "" : "#" + URLPath.encoded(anchor))
    case .outside(let address): address
    }
  }
}
