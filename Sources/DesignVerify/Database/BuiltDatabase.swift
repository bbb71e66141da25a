/// The tables of a live database, as its catalog tells them.
package struct BuiltDatabase: Sendable, Hashable {
  /// Products whose catalogs can be read.
  package enum Engine: String, Sendable, Hashable, CaseIterable {
    case postgresql, sqlite
  }

  package let engine: Engine
  /// Where tables without a schema of their own lie: `public`; empty for an engine without schemas.
  package let schema: String
  package let tables: [BuiltTable]
  package let enumerations: [BuiltEnumeration]
}

/// A table or view.
package struct BuiltTable: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case table, view
  }

  package let schema: String
  package let name: String
  package let kind: Kind
  package let columns: [BuiltColumn]
  /// Empty when there is none.
  package let primaryKey: [String]
  /// All, also those that keep keys unique.
  package let indexes: [BuiltIndex]
  package let foreignKeys: [BuiltForeignKey]
}

package struct BuiltColumn: Sendable, Hashable {
  package let name: String
  /// As the catalog writes it: `character varying(320)`; empty when none is declared.
  package let type: String
  /// The type that a domain rests on; nil for a type that is none.
  package let baseType: String?
  package let isNotNull: Bool
  /// SQL.
  package let defaultValue: String?
  package let isGenerated: Bool
  /// Whether the database counts it up by itself.
  package let isIdentity: Bool
}

package struct BuiltIndex: Sendable, Hashable {
  package let name: String
  /// Names of columns, or SQL; nil for SQL that the catalog does not tell.
  package let parts: [String?]
  package let isUnique: Bool
  /// Whether it keeps a primary key or a unique key, and comes and goes with it.
  package let isOfKey: Bool
  /// Whether it covers only some rows.
  package let isPartial: Bool
  /// `btree`, `gin`; nil for an engine with one kind.
  package let method: String?

  /// The columns, when it has nothing else.
  var columns: [String]? {
    let columns = parts.compactMap { $0 }
    return columns.count == parts.count ? columns : nil
  }
}

package struct BuiltForeignKey: Sendable, Hashable {
  package let columns: [String]
  package let targetSchema: String
  package let target: String
  /// Empty for the target's primary key.
  package let targetColumns: [String]
  /// `cascade`, `set null`, `no action` …
  package let onDelete: String
  package let onUpdate: String
}

package struct BuiltEnumeration: Sendable, Hashable {
  package let schema: String
  package let name: String
  package let values: [String]
}
