/// A page of the site: what it says, before it is HTML or Markdown.
struct Page {
  /// Folder and name, without an extension: `table/shop.customer`; `index`.
  let address: String
  let title: String
  /// What kind of thing it is of: `application`. Empty for none.
  var kind = ""
  /// Short facts behind the kind: `postgresql 17`, `external`.
  var tags: [String] = []
  /// What the subject lies in, from the outside in.
  var trail: [Span] = []
  /// The description, as Markdown.
  var description = ""
  /// Name of the picture it shows large; nil for none.
  var picture: String?
  /// Small pictures that lead to large ones.
  var gallery: [Thumbnail] = []
  var sections: [Section] = []

  struct Thumbnail {
    let picture: String
    let title: String
    let target: Span.Target
  }

  /// A part of a page with a heading of its own.
  struct Section {
    let title: String
    let anchor: String
    var blocks: [Block]

    init(_ title: String, anchor: String, _ blocks: [Block]) {
      self.title = title
      self.anchor = anchor
      self.blocks = blocks
    }
  }

  enum Block {
    case table(Grid)
    case paragraph(Line)
    /// A smaller heading that can be linked to.
    case heading(Line, anchor: String)
    case markdown(String)
    /// Text to be shown as it is, with what it is.
    case listing(String, caption: String)
  }

  /// A table of a page.
  struct Grid {
    /// Empty for facts: the first cell of each row then heads it.
    var headers: [String] = []
    var rows: [Row] = []

    struct Row {
      /// By which it can be linked to; empty for none.
      var anchor = ""
      var cells: [Line]
    }
  }

  /// Adds a section with a table, unless the table would be empty. Columns in which no row says anything are left out.
  mutating func add(_ title: String, anchor: String, _ headers: [String], _ rows: [Grid.Row]) {
    guard !rows.isEmpty else { return }
    sections.append(Section(title, anchor: anchor, [.table(Grid(headers: headers, rows: rows).compact)]))
  }
}

extension Page.Grid {
  /// Without the columns in which nothing is said.
  var compact: Page.Grid {
    let used = headers.indices.filter { column in rows.contains { !$0.cells[column].isEmpty } }
    return Page.Grid(
      headers: used.map { headers[$0] },
      rows: rows.map { row in Row(anchor: row.anchor, cells: used.map { row.cells[$0] }) })
  }
}
