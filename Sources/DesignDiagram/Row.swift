/// A column of a table's card.
package struct Row: Sendable, Hashable, Encodable {
  /// A part the column plays in a key.
  package enum Key: String, Sendable, Hashable, Encodable, CaseIterable {
    /// Part of the primary key.
    case primary
    /// Part of a foreign key.
    case foreign
    /// Unique, alone or with others.
    case unique
  }

  /// The model path, such as `shop.customer.email`; unique among the rows of its card.
  package var id: String
  /// The column's name.
  package var name: String
  /// Its SQL type as written: `varchar(320)`. Empty for none.
  package var type: String
  /// Whether it may be NULL; shown as `?` after the type.
  package var isNullable: Bool
  /// The keys it is part of; drawn in this order.
  package var keys: [Key]
  /// What else is to be known about its values, in this order.
  package var marks: [Mark]
  /// What a pointer resting on the row reads, a line each.
  package var tooltip: [String]

  /// Makes a row; see the properties for what each value means.
  package init(
    id: String, name: String, type: String = "", isNullable: Bool = false, keys: [Key] = [],
    marks: [Mark] = [],
    tooltip: [String] = []
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.isNullable = isNullable
    self.keys = keys
    self.marks = marks
    self.tooltip = tooltip
  }
}

/// A mark on a column: where its value comes from, or how it is protected.
package struct Mark: Sendable, Hashable, Encodable {
  /// What the mark says.
  package enum Kind: String, Sendable, Hashable, Encodable, CaseIterable {
    /// A copy that must be kept in step with its source.
    case copied
    /// Computed from other columns and stored.
    case derived
    /// The source's value as of a moment, never kept in step.
    case snapshot
    /// Holds data of a class such as `pii`.
    case classified
    /// Kept as a hash only.
    case hashed
    /// Encrypted in the database.
    case encrypted
  }

  /// What the mark says.
  package var kind: Kind
  /// What a pointer resting on the mark reads: `copy of customer.name, kept by customer_sync within 5s`, `pii`.
  package var text: String

  /// Makes a mark of a kind with the text that explains it.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
