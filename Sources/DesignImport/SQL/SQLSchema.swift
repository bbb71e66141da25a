/// What a file of SQL makes: plain values, with names as they were written.
struct SQLSchema: Sendable {
  /// What can be named by others: a table, enum, domain or view.
  struct Name: Sendable, Hashable {
    /// nil for the database's own, such as `public`.
    let schema: String?
    let name: String

    /// Names are told apart without regard to case, as databases do where nothing is quoted.
    var key: String { "\(schema?.lowercased() ?? "").\(name.lowercased())" }
  }

  struct ForeignKey: Sendable {
    var columns: [String]
    let target: SQLPath
    var targetColumns: [String]
    var onDelete: String?
    var onUpdate: String?
    let token: SQLToken
  }

  struct IndexColumn: Sendable {
    /// A column's name, else nil.
    var name: String?
    /// The SQL, when it is no column.
    let expression: String
    let isDescending: Bool
  }

  struct Index: Sendable {
    let name: String?
    var columns: [IndexColumn]
    var isUnique = false
    var method: String?
    var condition: String?
    var included: [String] = []
    let token: SQLToken
  }

  struct Column: Sendable {
    var name: String
    var type: SQLType
    var isNullable = true
    var isKey = false
    var isUnique = false
    var isIdentity = false
    var defaultValue: String?
    var generated: String?
    var checks: [String] = []
    var comment: String?
    let token: SQLToken
  }

  struct Table: Sendable {
    var name: Name
    var columns: [Column] = []
    var primaryKey: [String] = []
    /// With the name of the constraint.
    var uniques: [(name: String?, columns: [String])] = []
    var foreignKeys: [ForeignKey] = []
    var checks: [String] = []
    var indexes: [Index] = []
    var partitionedBy: [String] = []
    /// Whether it is a part of another, which stands for it.
    var isPartition = false
    var comment: String?
    let token: SQLToken

    /// The column of this name, as it was declared.
    func column(_ name: String) -> Int? {
      columns.firstIndex { $0.name == name }
        ?? columns.firstIndex { $0.name.lowercased() == name.lowercased() }
    }
  }

  struct Enum: Sendable {
    let name: Name
    var values: [String]
    var comment: String?
  }

  struct Domain: Sendable {
    let name: Name
    let type: SQLType
    var checks: [String]
    var comment: String?
  }

  struct View: Sendable {
    var name: Name
    let isMaterialized: Bool
    let query: String
    var comment: String?
    let token: SQLToken
  }

  struct Trigger: Sendable {
    var name: String
    let table: SQLPath
    let isBefore: Bool
    let events: [String]
    let body: String
    let token: SQLToken
  }

  var tables: [Table] = []
  var enums: [Enum] = []
  var domains: [Domain] = []
  var views: [View] = []
  var triggers: [Trigger] = []
  /// Comments on schemas.
  var schemaComments: [String: String] = [:]
  /// Every database that the file makes or uses, in order.
  var databases: [String] = []
  var databaseComment: String?
  /// The one schema that everything was in and that is the database itself now.
  var foldedSchema: String?

  func table(_ name: Name) -> Int? { tables.lastIndex { $0.name.key == name.key } }
}

/// A column's type as it was written.
struct SQLType: Sendable {
  /// Of a type that was declared, such as `sales.mood`.
  let schema: String?
  /// The words in small letters, without arguments: `timestamp with time zone`.
  let name: String
  /// As they were written, texts without quotes.
  let arguments: [String]
  /// Where the arguments stand: behind this many words of the name.
  let argumentsAfter: Int
  let areTexts: Bool
  /// `[]`, once for each dimension.
  let dimensions: Int
}
