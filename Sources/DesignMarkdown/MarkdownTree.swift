import CMarkdownLibrary

/// Reads Markdown as GitHub does, by the library that GitHub wrote for it.
enum MarkdownTree {
  /// How texts are read and written.
  static let options =
    Int32(CMARK_OPT_DEFAULT) | Int32(CMARK_OPT_VALIDATE_UTF8)
    // Attributes that HTML has given up are not written.
    | Int32(CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES)

  /// GitHub's additions to CommonMark.
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// What is made of the tree of a text, while it lives.
  ///
  /// - Parameter make: is given the document, and the parser that made it.
  static func read<Result>(
    _ markdown: String, _ make: (_ document: OpaquePointer, _ parser: OpaquePointer) -> Result
  ) -> Result {
    cmark_gfm_core_extensions_ensure_registered()
    // Both are nil only where memory has run out.
    let parser = cmark_parser_new(options)!
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    var text = markdown
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    let document = cmark_parser_finish(parser)!
    defer { cmark_node_free(document) }
    return make(document, parser)
  }
}
