package import DesignSource

/// A table, or a SQL view, with what stands in its block.
package struct Table: Sendable {
  package let element: ElementID
  /// The database, however deep in schemas the table lies.
  package let database: ElementID
  package let schema: ElementID?
  package let isView: Bool
  package var columns: [Column] = []
  package var primaryKey: Key?
  /// Unique constraints, also of single columns and unique indexes.
  package var uniques: [Key] = []
  package var indexes: [Index] = []
  package var foreignKeys: [ForeignKey] = []
  package var dependencies: [Dependency] = []

  package func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}

/// A column of a table.
package struct Column: Sendable, Facts {
  package let element: ElementID
  package let name: String
  package let type: DataType
  package var isNullable: Bool { type.isOptional }
  package let facts: [Fact]
  /// Nil when the value stands nowhere else.
  package let redundancy: Redundancy?
  package let range: SourceRange
  package let nameRange: SourceRange
  package let typeRange: SourceRange
}

/// That a value also stands elsewhere.
package struct Redundancy: Sendable {
  package enum Kind: Sendable, Hashable {
    /// Must be kept equal to the source.
    case copy
    /// Computed from other values; must be kept equal.
    case derived
    /// The value that stood there at the time; never kept in sync.
    case snapshot
  }

  package let kind: Kind
  package let fact: Fact
  /// The column that it copies.
  package let source: ElementID?
  package var because: Fact? { fact.fact("because") }
  package var keeper: Fact? { fact.fact("kept by") }
}

/// Columns that identify a row.
package struct Key: Sendable, Hashable {
  package let columns: [String]
  package let range: SourceRange
}

/// An index on a table.
package struct Index: Sendable, Facts {
  package let name: String?
  package let columns: [String]
  package let isUnique: Bool
  package let facts: [Fact]
  package let range: SourceRange
}

/// Columns that name a row of another table, or of the same.
package struct ForeignKey: Sendable, Facts {
  package let columns: [String]
  /// Nil when the name leads nowhere, which has been reported.
  package let target: ElementID?
  /// As many as `columns`: the target's primary key where the text names none; empty when it has none.
  package var targetColumns: [String]
  package let facts: [Fact]
  package let range: SourceRange
  package let targetRange: SourceRange
}

/// `X determines Y`
package struct Dependency: Sendable, Hashable {
  package let determinant: [String]
  package let dependents: [String]
  package let isMultivalued: Bool
  package let range: SourceRange
}
