/// `CREATE TABLE` and what stands in its parentheses.
extension SQLReader {
  mutating func createTable(_ cursor: inout SQLCursor, _ first: SQLToken) {
    skipIfNotExists(&cursor)
    guard let path = cursor.path() else {
      return leaveOut("a table that is not understood here", at: first)
    }
    var table = SQLSchema.Table(name: name(path), token: path.token)
    if cursor.accept("PARTITION", "OF") {
      return leaveOut("a partition of a table", at: first)
    }
    if cursor.accept("LIKE") {
      guard let other = cursor.path(), let at = self.table(other, for: "a copy") else { return }
      let name = table.name
      table = schema.tables[at]
      table.name = name
      table.foreignKeys = []  // LIKE copies none
    } else if let parts = cursor.list() {
      for part in parts { element(part, &table) }
    } else {
      return leaveOut("the table `\(path.name)`, whose columns come of a query,", at: first)
    }
    if cursor.looks(at: "AS") {
      leaveOut("the query that a table is filled by", at: cursor.current)
      _ = cursor.passed(until: [])
    }
    options(&cursor, &table)
    guard schema.table(table.name) == nil else {
      return leaveOut("the second table called `\(path.name)`", at: first)
    }
    guard !table.columns.isEmpty else {
      return leaveOut("the table `\(path.name)`, which has no columns,", at: first)
    }
    schema.tables.append(table)
  }

  /// A column or a constraint.
  mutating func element(_ part: SQLCursor, _ table: inout SQLSchema.Table) {
    var part = part
    guard let first = part.current else { return }
    if constraint(&part, &table, first) { return }
    if part.accept("LIKE") {
      guard let other = part.path(), let at = self.table(other, for: "the columns") else { return }
      for column in schema.tables[at].columns where table.column(column.name) == nil {
        table.columns.append(column)
      }
      return
    }
    column(&part, &table)
  }

  /// Reads a constraint of the table or an index, when there is one.
  mutating func constraint(_ part: inout SQLCursor, _ table: inout SQLSchema.Table, _ first: SQLToken) -> Bool
  {
    guard first.kind == .word else { return false }
    // A column may be called `key` or `index`; then a type follows, and no parenthesis.
    var look = part
    var given: String?
    if look.accept("CONSTRAINT") {
      if !["PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE"].contains(where: { look.looks(at: $0) }) {
        given = look.name()
      }
    }
    var isNamed = given != nil
    if look.accept("PRIMARY", "KEY") {
      _ = look.accept("CLUSTERED")
      if look.accept("USING") { look.advance() }
      guard look.looksAtParenthesis else { return false }
      table.primaryKey = names(&look)
      rest(look, "a primary key")
    } else if look.accept("FOREIGN", "KEY") {
      if !look.looksAtParenthesis { _ = look.name() }
      let columns = names(&look)
      guard look.accept("REFERENCES"), var key = reference(&look, first) else {
        leaveOut("a foreign key that is not understood here", at: first)
        return true
      }
      key.columns = columns
      table.foreignKeys.append(key)
      rest(look, "a foreign key")
    } else if look.accept("CHECK") {
      guard let group = look.group() else { return false }
      table.checks.append(SQLText.line(SQLText.bare(group.rest)))
      rest(look, "a check")
    } else if look.accept("UNIQUE") {
      if look.acceptAny(["KEY", "INDEX"]) == nil, look.accept("NULLS") {
        leaveOut("`NULLS NOT DISTINCT`", at: look.current)
        while !look.isAtEnd, !look.looksAtParenthesis { look.advance() }
      }
      if !look.looksAtParenthesis, !look.looks(at: "USING") { given = look.name() ?? given }
      if look.accept("USING") {
        if look.accept("INDEX") {
          leaveOut("a unique constraint that is made of an index", at: first)
          return true
        }
        look.advance()
      }
      guard look.looksAtParenthesis, let parts = look.list() else { return false }
      let columns = indexColumns(parts)
      isNamed = isNamed && columns.count == 1
      if columns.allSatisfy({ $0.name != nil && !$0.isDescending }) {
        table.uniques.append((given, columns.compactMap(\.name)))
      } else {
        table.indexes.append(SQLSchema.Index(name: given, columns: columns, isUnique: true, token: first))
      }
      rest(look, "a unique constraint")
    } else if look.accept("EXCLUDE") {
      leaveOut("an exclusion constraint", at: first)
    } else if let method = look.acceptAny(["FULLTEXT", "SPATIAL"]) {
      _ = look.acceptAny(["KEY", "INDEX"])
      return index(&look, &table, first, method: method.lowercased())
    } else if look.acceptAny(["KEY", "INDEX"]) != nil {
      return index(&look, &table, first, method: nil)
    } else if look.accept("PERIOD", "FOR") {
      leaveOut("a period", at: first)
    } else {
      return false
    }
    if isNamed { note("the names of constraints are left out", at: first) }
    return true
  }

  private mutating func index(
    _ look: inout SQLCursor, _ table: inout SQLSchema.Table, _ first: SQLToken, method given: String?
  ) -> Bool {
    var method = given
    var indexName: String?
    if !look.looksAtParenthesis, !look.looks(at: "USING") { indexName = look.name() }
    if look.accept("USING") { method = look.name()?.lowercased() }
    guard look.looksAtParenthesis, let parts = look.list(), !parts.isEmpty else { return false }
    var index = SQLSchema.Index(name: indexName, columns: indexColumns(parts), token: first)
    if look.accept("USING") { method = look.name()?.lowercased() }
    index.method = method == "btree" ? nil : method
    rest(look, "an index")
    table.indexes.append(index)
    return true
  }

  /// Tells of what follows a constraint.
  private mutating func rest(_ cursor: SQLCursor, _ what: String) {
    guard let token = cursor.current else { return }
    leaveOut("`\(token.text.uppercased())` of \(what)", at: token)
  }

  func names(_ cursor: inout SQLCursor) -> [String] {
    (cursor.list() ?? []).compactMap { part in
      var part = part
      return part.name()
    }
  }

  /// What follows `REFERENCES`.
  mutating func reference(_ cursor: inout SQLCursor, _ first: SQLToken) -> SQLSchema.ForeignKey? {
    guard let target = cursor.path() else { return nil }
    var key = SQLSchema.ForeignKey(
      columns: [], target: target, targetColumns: cursor.looksAtParenthesis ? names(&cursor) : [],
      token: first)
    while let token = cursor.current {
      if cursor.accept("ON", "DELETE") {
        key.onDelete = action(&cursor)
      } else if cursor.accept("ON", "UPDATE") {
        key.onUpdate = action(&cursor)
      } else if cursor.accept("MATCH") {
        cursor.advance()
        leaveOut("`MATCH` of a foreign key", at: token)
      } else if cursor.accept("NOT", "DEFERRABLE") || cursor.accept("INITIALLY", "IMMEDIATE") {
        continue
      } else if cursor.accept("DEFERRABLE") || cursor.accept("INITIALLY", "DEFERRED") {
        leaveOut("that a foreign key is checked at the end", at: token)
      } else if cursor.accept("NOT", "VALID") {
        leaveOut("`NOT VALID` of a foreign key", at: token)
      } else {
        break
      }
    }
    return key
  }

  private func action(_ cursor: inout SQLCursor) -> String? {
    if cursor.accept("NO", "ACTION") { return "no action" }
    if cursor.accept("SET", "NULL") { return "set null" }
    if cursor.accept("SET", "DEFAULT") { return "set default" }
    return cursor.acceptAny(["CASCADE", "RESTRICT"])?.lowercased()
  }

  /// What stands behind the parentheses.
  private mutating func options(_ cursor: inout SQLCursor, _ table: inout SQLSchema.Table) {
    while let token = cursor.current {
      if cursor.accept("COMMENT") {
        _ = cursor.accept(symbol: "=")
        table.comment = cursor.next()?.text
      } else if cursor.accept("PARTITION", "BY") {
        let words = cursor.passed(until: [])
        let kind = words.first?.text.uppercased() ?? ""
        table.partitionedBy = partitionColumns(words, table)
        if table.partitionedBy.isEmpty { leaveOut("`PARTITION BY \(kind)`", at: token) }
      } else if cursor.accept("INHERITS") {
        for name in names(&cursor) {
          let path = SQLPath(schema: nil, name: name, token: token)
          guard let at = self.table(path, for: "the columns") else { continue }
          let inherited = schema.tables[at].columns.filter { table.column($0.name) == nil }
          table.columns = inherited + table.columns
        }
      } else if token.kind == .word, !token.isWord("DEFAULT") {
        cursor.advance()
        leaveOut("`\(token.text.uppercased())` of a table", at: token)
        if cursor.accept(symbol: "=") { cursor.advance() }
        if token.isWord("WITHOUT") || token.isWord("CHARACTER") || token.isWord("ON") { cursor.advance() }
        _ = cursor.group()
      } else {
        cursor.advance()
      }
    }
  }

  private func partitionColumns(_ tokens: ArraySlice<SQLToken>, _ table: SQLSchema.Table) -> [String] {
    var cursor = SQLCursor(tokens)
    while !cursor.isAtEnd, !cursor.looksAtParenthesis { cursor.advance() }
    let found = (cursor.list() ?? []).map { part -> String? in
      guard part.rest.count == 1, let name = part.rest.first?.text else { return nil }
      return table.column(name).map { table.columns[$0].name }
    }
    return found.contains { $0 == nil } ? [] : found.compactMap { $0 }
  }
}

extension SQLCursor {
  var looksAtParenthesis: Bool { current?.isSymbol("(") ?? false }
}
