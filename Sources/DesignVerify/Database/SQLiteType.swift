import DesignModel

/// What SQLite makes of a declared type: a preference for a class of storage, and no more (datatype3.html, section 3.1).
/// Lengths and most names of types mean nothing to it, so that they are not compared either.
enum SQLiteAffinity: String, Sendable, Hashable {
  case integer, text, blob, real, numeric

  /// Nil for a column without a type, or of the type `ANY` of a strict table, which holds anything.
  init?(declared type: String) {
    let type = type.uppercased()
    if type.isEmpty || type == "ANY" { return nil }
    self =
      if type.contains("INT") {
        .integer
      } else if ["CHAR", "CLOB", "TEXT"].contains(where: type.contains) {
        .text
      } else if type.contains("BLOB") {
        .blob
      } else if ["REAL", "FLOA", "DOUB"].contains(where: type.contains) {
        .real
      } else {
        .numeric
      }
  }

  /// The affinities under which values of a category can be kept; nil when any will do. SQLite has no truths, times, UUIDs
  /// or JSON of its own: they are kept as numbers or texts, as an application likes.
  static func fit(_ category: Engine.Category) -> Set<SQLiteAffinity>? {
    switch category {
    case .integer, .boolean: [.integer, .numeric]
    case .decimal, .float: [.integer, .numeric, .real]
    case .text: [.text]
    case .binary: [.blob]
    case .uuid, .json: [.text, .blob, .numeric]
    case .date, .time, .timestamp, .interval: [.text, .integer, .real, .numeric]
    case .list, .other: nil
    }
  }
}
