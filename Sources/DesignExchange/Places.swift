package import DesignSource

/// Where things stand in files, as people count.
package struct Places: Sendable {
  private let files: [(path: String, lines: LineTable)]

  package init(_ sources: [SourceFile]) {
    files = sources.map { ($0.path, LineTable($0)) }
  }

  /// The place of a range; nil for a file that is not among the sources.
  func place(_ range: SourceRange) -> PlaceEntry? {
    guard files.indices.contains(Int(range.file.index)) else { return nil }
    let (path, lines) = files[Int(range.file.index)]
    let (start, end) = (lines.position(of: range.start), lines.position(of: range.end))
    return PlaceEntry(
      file: path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  /// `shop/orders.design:12`, for people; empty for a file that is not among the sources.
  package func written(_ range: SourceRange) -> String {
    place(range).map { "\($0.file):\($0.line)" } ?? ""
  }
}

/// A range of a file; lines and columns count from 1, columns in Unicode scalars, the end is exclusive.
struct PlaceEntry: Encodable {
  let file: String
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int
}
