package import DesignSource

/// Whose SQL a file is written in.
package enum SQLDialect: String, Sendable, CaseIterable {
  case postgresql, mysql, mariadb, sqlite

  /// Whether a backslash escapes the next character of any text.
  var hasBackslashEscapes: Bool { self == .mysql || self == .mariadb }

  /// As its maker spells it.
  package var title: String {
    switch self {
    case .postgresql: "PostgreSQL"
    case .mysql: "MySQL"
    case .mariadb: "MariaDB"
    case .sqlite: "SQLite"
    }
  }

  /// What only one of them has, in small letters.
  private static let marks: [(SQLDialect, [String])] = [
    (
      .postgresql,
      [
        "pg_catalog", "pg_dump", "::", " serial", "bigserial", "character varying", "nextval(", "timestamptz",
        "owner to", " bytea", "jsonb", "comment on ", "$$", "alter table only", "create extension",
        " time zone", "create domain", "plpgsql", "using btree", " as enum",
      ]
    ),
    (
      .mysql,
      [
        "engine=", "engine =", "auto_increment", "mysqldump", "/*!", "`", "unsigned", "delimiter ",
        "tinyint(",
        "longtext", "mediumtext", "charset", "using btree,", " key `", "varbinary", "datetime(", "database()",
      ]
    ),
    (.mariadb, ["mariadb dump", "/*m!"]),
    (
      .sqlite,
      [
        "autoincrement", "pragma ", "sqlite", "without rowid", "strftime(", "create virtual table",
        "foreign_keys",
        "julianday(", "create table [", "datetime('now'", "insert or replace",
      ]
    ),
  ]

  /// The dialect that most of the files' words speak for; PostgreSQL's, which is nearest to the standard, when none do.
  package static func guess(_ sources: [SourceFile]) -> SQLDialect {
    // Dumps say what they are at their beginning; data may follow by the gigabyte.
    let text = sources.map { String(decoding: $0.bytes.prefix(400_000), as: UTF8.self).lowercased() }.joined(
      separator: "\n")
    var best = SQLDialect.postgresql
    var most = 0
    for (dialect, words) in marks {
      let count = words.count { text.contains($0) }
      if count > most || (dialect == .mariadb && count > 0) { (best, most) = (dialect, max(most, count)) }
    }
    return best
  }

  /// The version that a dump says the database had: `Dumped from database version 15.3`, `Server version 8.0.32`.
  static func version(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes.prefix(4000), as: UTF8.self)
    for mark in ["Dumped from database version ", "Server version\t", "Server version ", "Server version: "] {
      guard let range = text.range(of: mark) else { continue }
      let digits = text[range.upperBound...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      if !digits.isEmpty { return String(digits) }
    }
    return nil
  }
}
