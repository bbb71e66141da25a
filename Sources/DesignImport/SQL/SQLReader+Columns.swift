/// Columns and their types.
extension SQLReader {
  /// What may follow a column's type.
  static let constraintWords: Set<String> = [
    "CONSTRAINT", "NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "KEY", "REFERENCES", "CHECK", "COLLATE",
    "GENERATED", "AS", "AUTO_INCREMENT", "AUTOINCREMENT", "COMMENT", "ON", "CHARSET", "STORAGE",
    "COMPRESSION",
    "INVISIBLE", "VISIBLE", "COLUMN_FORMAT", "DEFERRABLE", "INITIALLY", "VIRTUAL", "STORED", "PERSISTENT",
    "SRID",
    "FIRST", "AFTER", "IDENTITY", "ENFORCED", "USING", "MATCH",
  ]

  mutating func column(_ part: inout SQLCursor, _ table: inout SQLSchema.Table) {
    guard let token = part.current, let name = part.name() else {
      return leaveOut("something in `\(table.name.name)` that is no column", at: part.place)
    }
    guard table.column(name) == nil else {
      return leaveOut("the second column called `\(name)`", at: token)
    }
    let type = type(&part)
    guard let type = type ?? (dialect == .sqlite ? Self.anyType : nil) else {
      return leaveOut("`\(name)` of `\(table.name.name)`, which is not understood here,", at: token)
    }
    var column = SQLSchema.Column(name: name, type: type, token: token)
    constraints(&part, &column, &table)
    table.columns.append(column)
  }

  private static let anyType = SQLType(
    schema: nil, name: "any", arguments: [], argumentsAfter: 1, areTexts: false, dimensions: 0)

  // MARK: Types

  /// A type: words, arguments, words, brackets.
  mutating func type(_ cursor: inout SQLCursor) -> SQLType? {
    guard let first = cursor.current, first.kind == .word || first.kind == .quoted else { return nil }
    if first.kind == .word, Self.constraintWords.contains(first.text.uppercased()) { return nil }
    var schema: String?
    var words: [String] = []
    var arguments: [String] = []
    var argumentsAfter = 0
    var areTexts = false
    var dimensions = 0
    if let dot = cursor.peek(), dot.isSymbol("."), let path = cursor.path() {
      schema = path.schema?.lowercased() == "pg_catalog" ? nil : path.schema
      words = [path.name]
    }
    while let token = cursor.current {
      if token.isSymbol("("), argumentsAfter == 0, !words.isEmpty {
        argumentsAfter = words.count
        for part in cursor.list() ?? [] {
          areTexts = areTexts || part.current?.kind == .text
          arguments.append(part.current?.kind == .text ? part.current?.text ?? "" : SQLText.line(part.rest))
        }
      } else if token.isSymbol("[") {
        while let next = cursor.next(), !next.isSymbol("]") {}
        dimensions += 1
      } else if token.isWord("ARRAY") {
        cursor.advance()
        dimensions += 1
      } else if token.isWord("CHARACTER"), cursor.peek()?.isWord("SET") == true {
        break
      } else if token.kind == .quoted, words.isEmpty {
        words.append(token.text)
        cursor.advance()
      } else if token.kind == .word, !Self.constraintWords.contains(token.text.uppercased()) {
        words.append(token.text)
        cursor.advance()
      } else {
        break
      }
    }
    guard !words.isEmpty else { return nil }
    return SQLType(
      schema: schema, name: words.joined(separator: " "), arguments: arguments,
      argumentsAfter: argumentsAfter == 0 ? words.count : argumentsAfter, areTexts: areTexts,
      dimensions: dimensions)
  }

  // MARK: What follows the type

  private mutating func constraints(
    _ part: inout SQLCursor, _ column: inout SQLSchema.Column, _ table: inout SQLSchema.Table
  ) {
    while let token = part.current {
      if part.accept("CONSTRAINT") {
        if let name = part.current,
          !Self.constraintWords.contains(name.text.uppercased()) || name.kind != .word
        {
          part.advance()
          note("the names of constraints are left out", at: token)
        }
      } else if part.accept("NOT", "NULL") {
        column.isNullable = false
      } else if part.accept("NULL") {
        continue
      } else if part.accept("PRIMARY", "KEY") {
        column.isKey = true
        _ = part.acceptAny(["ASC", "DESC"])
      } else if part.accept("UNIQUE") {
        column.isUnique = true
        _ = part.accept("KEY")
      } else if part.accept("KEY") {
        column.isKey = true  // MySQL's short form of PRIMARY KEY
      } else if part.acceptAny(["AUTO_INCREMENT", "AUTOINCREMENT"]) != nil {
        column.isIdentity = true
      } else if part.accept("DEFAULT") {
        setDefault(part.passed(until: Self.constraintWords), &column)
      } else if part.accept("REFERENCES") {
        if var key = reference(&part, token) {
          key.columns = [column.name]
          table.foreignKeys.append(key)
        }
      } else if part.accept("CHECK"), let group = part.group() {
        column.checks.append(SQLText.line(SQLText.bare(group.rest)))
      } else if part.accept("COMMENT") {
        column.comment = part.next()?.text
      } else if part.accept("GENERATED") {
        generated(&part, &column)
      } else if part.accept("AS"), let group = part.group() {
        column.generated = SQLText.line(SQLText.bare(group.rest))
      } else if part.acceptAny(["STORED", "VIRTUAL", "PERSISTENT"]) != nil {
        leaveOut("whether a generated column is stored", at: token)
      } else if part.accept("COLLATE") {
        _ = part.accept(symbol: "=")
        _ = part.path()
        leaveOut("a collation", at: token)
      } else if part.accept("CHARACTER", "SET") || part.accept("CHARSET") {
        _ = part.accept(symbol: "=")
        part.advance()
        leaveOut("a character set", at: token)
      } else if part.accept("ON", "UPDATE") {
        _ = part.passed(until: Self.constraintWords)
        leaveOut("`ON UPDATE` of a column", at: token)
      } else {
        part.advance()
        if token.kind == .word { leaveOut("`\(token.text.uppercased())` of a column", at: token) }
        _ = part.passed(until: Self.constraintWords)
      }
    }
  }

  /// `GENERATED ALWAYS AS IDENTITY`, `GENERATED ALWAYS AS (a + b) STORED`
  private mutating func generated(_ part: inout SQLCursor, _ column: inout SQLSchema.Column) {
    if !part.accept("ALWAYS") { _ = part.accept("BY", "DEFAULT") }
    if part.accept("ON", "NULL") {}
    guard part.accept("AS") else { return }
    if part.accept("IDENTITY") {
      column.isIdentity = true
      _ = part.group()
    } else if let group = part.group() {
      column.generated = SQLText.line(SQLText.bare(group.rest))
    }
  }

  /// A default; one that counts up makes the column an identity.
  func setDefault(_ tokens: ArraySlice<SQLToken>, _ column: inout SQLSchema.Column) {
    let bare = SQLText.bare(tokens)
    guard let first = bare.first else { return }
    if first.isWord("NEXTVAL") {
      column.isIdentity = true
      column.isNullable = false
    } else if bare.count == 1, first.isWord("NULL") {
      column.defaultValue = nil
    } else {
      column.defaultValue = SQLText.line(bare)
    }
  }
}
