import CMarkdownLibrary

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Markdown that people wrote into a design, made harmless: no HTML of its own, no links but to the web and to mail, no
/// pictures from elsewhere, and headings below those of the page.
package enum Description {
  /// As HTML.
  package static func html(_ markdown: String) -> String { rendered(markdown, asHTML: true) }

  /// As Markdown.
  package static func markdown(_ markdown: String) -> String { rendered(markdown, asHTML: false) }

  /// The words of the first paragraph, without its markup.
  package static func firstParagraph(_ markdown: String) -> String {
    withTree(markdown) { document, _ in
      guard let first = cmark_node_first_child(document) else { return "" }
      return taken(cmark_render_plaintext(first, MarkdownTree.options, 0)).split(
        whereSeparator: \.isWhitespace
      )
      .joined(separator: " ")
    }
  }

  private static func rendered(_ markdown: String, asHTML: Bool) -> String {
    withTree(markdown) { document, parser in
      taken(
        asHTML
          ? cmark_render_html(document, MarkdownTree.options, cmark_parser_get_syntax_extensions(parser))
          : cmark_render_commonmark(document, MarkdownTree.options, 0))
    }
  }

  /// A text that the library made, which is then freed.
  private static func taken(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { free(text) }
    return String(cString: text)
  }

  /// What is made of the tree of a text, from which everything unwelcome has been taken.
  private static func withTree(_ markdown: String, _ make: (Node, OpaquePointer) -> String) -> String {
    MarkdownTree.read(markdown) { document, parser in
      tame(document)
      return make(document, parser)
    }
  }

  private typealias Node = OpaquePointer

  /// Removes what is not wanted from a tree.
  private static func tame(_ document: Node) {
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    var unwanted: [Node] = []
    var unwrapped: [Node] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: unwanted.append(node)
      case CMARK_NODE_HEADING:
        _ = cmark_node_set_heading_level(node, min(6, cmark_node_get_heading_level(node) + 2))
      case CMARK_NODE_IMAGE: unwrapped.append(node)
      case CMARK_NODE_LINK where !isWelcome(node): unwrapped.append(node)
      default: break
      }
    }
    for node in unwrapped {
      while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
      unwanted.append(node)
    }
    for node in unwanted {
      cmark_node_unlink(node)
      cmark_node_free(node)
    }
  }

  private static func isWelcome(_ link: Node) -> Bool {
    cmark_node_get_url(link).map { Link.isHarmless(String(cString: $0)) } ?? false
  }
}

/// Addresses outside of the site.
package enum Link {
  /// Whether an address leads to a page of the web or to mail: others could run code, or lead nowhere from where the site
  /// stands.
  package static func isHarmless(_ address: String) -> Bool {
    ["https://", "http://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
  }
}
