import DesignContract
import DesignModel

/// Columns and their types.
extension SQLDesignWriter {
  func column(
    _ column: SQLSchema.Column, _ home: String?, isKey: Bool, isPartOfKey: Bool, isUnique: Bool,
    foreignKey: String?
  ) -> String {
    let serial = Self.serials[column.type.name.lowercased()]
    let counts = dialect == .postgresql && serial != nil
    let isIdentity =
      column.isIdentity || counts
      || (dialect == .sqlite && isKey && column.type.name.lowercased() == "integer")
    let isNullable = column.isNullable && !isPartOfKey && !counts
    let type = counts ? serial ?? "" : self.type(column.type, in: home)
    var words = ["\(DesignText.name(column.name, isClear: true)): \(type)\(isNullable ? "?" : "")"]
    if isKey { words.append("primary key") }
    if isIdentity { words.append("identity") }
    if isUnique, !isKey { words.append("unique") }
    if let foreignKey { words.append(foreignKey) }
    if let value = column.defaultValue, !isIdentity {
      words.append("default \(defaultValue(value, column, home))")
    }
    if let generated = column.generated { words.append("generated \(SQLText.quoted(generated))") }
    if let check = column.checks.first { words.append("check \(SQLText.quoted(check))") }
    return words.joined(separator: " ")
  }

  /// PostgreSQL's types that count up by themselves (manual, 8.1.4), as the types that they are.
  private static let serials = [
    "serial": "int", "serial4": "int", "bigserial": "bigint", "serial8": "bigint", "smallserial": "smallint",
    "serial2": "smallint",
  ]

  /// PostgreSQL's short names of types whose names the standard spells out (manual, table 8.1).
  private static let short = [
    "character varying": "varchar", "character": "char", "timestamp without time zone": "timestamp",
    "timestamp with time zone": "timestamptz", "time without time zone": "time",
    "time with time zone": "timetz",
  ]

  private func defaultValue(_ value: String, _ column: SQLSchema.Column, _ home: String?) -> String {
    if let text = Self.text(value) {
      if let values = values(of: column.type, home) {
        // One that is no name of a case here stays the SQL that it is.
        return values.contains(text) && DesignText.name(text) == text ? text : SQLText.quoted(value)
      }
      guard isNumeric(column.type) else { return DesignText.text(text) }
      return Self.isNumber(text) ? text : SQLText.quoted(value)
    }
    if Self.isNumber(value) || ["true", "false"].contains(value.lowercased()) { return value.lowercased() }
    return SQLText.quoted(value)
  }

  /// What a text of SQL means; nil for anything else, and for texts with quotes in them.
  private static func text(_ value: String) -> String? {
    guard value.first == "'", value.last == "'", value.count > 1 else { return nil }
    let inner = value.dropFirst().dropLast()
    return inner.contains("'") ? nil : String(inner)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.first?.isNumber ?? false && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      && text.last != "." && text.count { $0 == "." } < 2
  }

  /// Whether its values are numbers.
  private func isNumeric(_ type: SQLType) -> Bool {
    guard type.schema == nil, type.dimensions == 0 else { return false }
    let category = Engine.named(dialect.rawValue)?.type(type.name.lowercased())?.category
    return category == .integer || category == .decimal || category == .float
  }

  /// The cases of a type that is one of the file's enums.
  private func values(of type: SQLType, _ home: String?) -> [String]? {
    declaredEnum(type, home).flatMap { name in schema.enums.first { $0.name == name }?.values }
  }

  private func declaredEnum(_ type: SQLType, _ home: String?) -> SQLSchema.Name? {
    resolved(type.schema, type.name, in: home) { name in
      schema.enums.first { $0.name.key == name.key }?.name
    }
  }

  // MARK: Types

  /// A type in a design: one of the file's own by its path, one that the product has by its name, any other in quotes.
  func type(_ type: SQLType, in home: String?) -> String {
    let brackets = String(repeating: "[]", count: type.dimensions)
    let domain = resolved(type.schema, type.name, in: home) { name in
      schema.domains.first { $0.name.key == name.key }?.name
    }
    if let own = declaredEnum(type, home) ?? domain { return path(own, from: home) + brackets }
    let name = type.name.lowercased()
    guard type.schema == nil || type.schema?.lowercased() == "public",
      let engine = Engine.named(dialect.rawValue),
      let known = engine.type(name), known.arguments.contains(type.arguments.count),
      type.dimensions == 0 || engine.hasArrays, type.areTexts || type.arguments.allSatisfy(isWord)
    else { return DesignText.text(spelled(type) + brackets) }
    let words = name.split(separator: " ").map(String.init)
    let arguments = type.arguments.map { type.areTexts ? DesignText.text($0) : $0.lowercased() }
    let list = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"
    if dialect == .postgresql, let short = Self.short[name] { return short + list + brackets }
    let at = min(type.argumentsAfter, words.count)
    let after = words[at...].joined(separator: " ")
    return words[..<at].joined(separator: " ") + list + (after.isEmpty ? "" : " \(after)") + brackets
  }

  private func isWord(_ argument: String) -> Bool {
    !argument.isEmpty
      && argument.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
  }

  private func spelled(_ type: SQLType) -> String {
    let list = type.arguments.isEmpty ? "" : "(\(type.arguments.joined(separator: ", ")))"
    return (type.schema.map { "\($0)." } ?? "") + type.name + list
  }
}
