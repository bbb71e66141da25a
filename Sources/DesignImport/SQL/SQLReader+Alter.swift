/// `ALTER TABLE` and `COMMENT ON`.
extension SQLReader {
  mutating func alterTable(_ cursor: inout SQLCursor, _ first: SQLToken) {
    _ = cursor.accept("IF", "EXISTS")
    _ = cursor.accept("ONLY")
    guard let path = cursor.path() else {
      return leaveOut("`ALTER TABLE` that is not understood here", at: first)
    }
    // pg_dump says `ALTER TABLE` of sequences and views, too.
    if cursor.accept("OWNER") { return leaveOut("who owns a table", at: first) }
    if cursor.looks(at: "ALTER", "COLUMN") || cursor.looks(at: "ADD"), schema.table(name(path)) == nil,
      schema.views.contains(where: { $0.name.key == name(path).key })
    {
      return leaveOut("a change of a view", at: first)
    }
    guard let at = table(path, for: "a change") else { return }
    var table = schema.tables[at]
    for part in cursor.split() {
      var part = part
      alter(&part, &table)
    }
    schema.tables[at] = table
  }

  private mutating func alter(_ part: inout SQLCursor, _ table: inout SQLSchema.Table) {
    guard let token = part.current else { return }
    if part.accept("ADD") {
      if let first = part.current, constraint(&part, &table, first) { return }
      _ = part.accept("COLUMN")
      skipIfNotExists(&part)
      for one in part.looksAtParenthesis ? part.list() ?? [] : [part] { element(one, &table) }
    } else if part.accept("ALTER") {
      _ = part.accept("COLUMN")
      alterColumn(&part, &table, token)
    } else if part.looks(at: "MODIFY") || part.looks(at: "CHANGE") {
      let isChange = part.looks(at: "CHANGE")
      part.advance()
      _ = part.accept("COLUMN")
      let old = isChange ? part.name() : part.current?.text
      guard let old, let at = table.column(old) else {
        return leaveOut("a change of a column that this file does not make", at: token)
      }
      let before = table.columns.remove(at: at)
      element(part, &table)
      // A key stays one, whatever else becomes of the column.
      if var changed = table.columns.popLast() {
        changed.isKey = changed.isKey || before.isKey
        changed.isUnique = changed.isUnique || before.isUnique
        rename(old, to: changed.name, &table)
        table.columns.insert(changed, at: min(at, table.columns.count))
      }
    } else if part.accept("DROP") {
      dropPart(&part, &table, token)
    } else if part.accept("RENAME") {
      if part.accept("TO"), let new = part.name() {
        table.name = SQLSchema.Name(schema: table.name.schema, name: new)
      } else {
        _ = part.accept("COLUMN")
        if let old = part.name(), part.accept("TO"), let new = part.name() {
          if let at = table.column(old) { table.columns[at].name = new }
          rename(old, to: new, &table)
        } else {
          leaveOut("a change of a name", at: token)
        }
      }
    } else if part.accept("ATTACH", "PARTITION") {
      if let path = part.path(), let at = self.table(path, for: "a partition") {
        schema.tables[at].isPartition = true
        leaveOut("a partition of a table", at: token)
      }
    } else if part.accept("COMMENT") {
      _ = part.accept(symbol: "=")
      table.comment = part.next()?.text
    } else {
      part.advance()
      let next = part.current.map { $0.kind == .word ? " \($0.text.uppercased())" : "" } ?? ""
      leaveOut("`ALTER TABLE … \(token.text.uppercased())\(next)`", at: token)
    }
  }

  private mutating func alterColumn(
    _ part: inout SQLCursor, _ table: inout SQLSchema.Table, _ token: SQLToken
  ) {
    guard let name = part.name(), let at = table.column(name) else {
      return leaveOut("a change of a column that this file does not make", at: token)
    }
    if part.accept("SET", "DEFAULT") {
      setDefault(part.rest, &table.columns[at])
    } else if part.accept("SET", "NOT", "NULL") {
      table.columns[at].isNullable = false
    } else if part.accept("DROP", "NOT", "NULL") {
      table.columns[at].isNullable = true
    } else if part.accept("DROP", "DEFAULT") {
      table.columns[at].defaultValue = nil
    } else if part.accept("ADD", "GENERATED") {
      table.columns[at].isIdentity = true
    } else if part.accept("TYPE") || part.accept("SET", "DATA", "TYPE") {
      guard let type = type(&part) else { return leaveOut("a change of a type", at: token) }
      table.columns[at].type = type
    } else {
      let words = part.rest.prefix(2).map { $0.text.uppercased() }.joined(separator: " ")
      leaveOut("`ALTER COLUMN … \(words)`", at: token)
    }
  }

  private mutating func dropPart(
    _ part: inout SQLCursor, _ table: inout SQLSchema.Table, _ token: SQLToken
  ) {
    if part.accept("PRIMARY", "KEY") {
      table.primaryKey = []
      for at in table.columns.indices { table.columns[at].isKey = false }
      return
    }
    if part.looks(at: "CONSTRAINT") || part.looks(at: "FOREIGN") || part.looks(at: "INDEX")
      || part.looks(at: "KEY") || part.looks(at: "CHECK")
    {
      return leaveOut("that a constraint or index is dropped again", at: token)
    }
    _ = part.accept("COLUMN")
    _ = part.accept("IF", "EXISTS")
    guard let name = part.name(), let at = table.column(name) else {
      return leaveOut("a change of a column that this file does not make", at: token)
    }
    let gone = table.columns.remove(at: at).name.lowercased()
    func has(_ names: [String]) -> Bool { names.contains { $0.lowercased() == gone } }
    table.uniques.removeAll { has($0.columns) }
    table.indexes.removeAll { has($0.columns.compactMap(\.name)) }
    table.foreignKeys.removeAll { has($0.columns) }
    if has(table.primaryKey) { table.primaryKey = [] }
  }

  /// Gives a column's new name to what speaks of it.
  private func rename(_ old: String, to new: String, _ table: inout SQLSchema.Table) {
    guard old != new else { return }
    func renamed(_ names: [String]) -> [String] {
      names.map { $0.lowercased() == old.lowercased() ? new : $0 }
    }
    table.primaryKey = renamed(table.primaryKey)
    table.uniques = table.uniques.map { ($0.name, renamed($0.columns)) }
    for at in table.foreignKeys.indices {
      table.foreignKeys[at].columns = renamed(table.foreignKeys[at].columns)
    }
    for at in table.indexes.indices {
      for part in table.indexes[at].columns.indices {
        guard let name = table.indexes[at].columns[part].name else { continue }
        table.indexes[at].columns[part].name = renamed([name])[0]
      }
    }
  }

  // MARK: Comments

  mutating func comment(_ cursor: inout SQLCursor, _ first: SQLToken) {
    guard let what = cursor.next()?.text.uppercased() else { return }
    if what == "MATERIALIZED" { _ = cursor.accept("VIEW") }
    var parts: [String] = []
    while let part = cursor.name() {
      parts.append(part)
      if !cursor.accept(symbol: ".") { break }
    }
    let isText = cursor.accept("IS") && cursor.current?.kind == .text
    guard let last = parts.last, isText, let text = cursor.current?.text else {
      return leaveOut("a comment on something of the kind \(what)", at: first)
    }
    func path(_ parts: [String]) -> SQLPath {
      SQLPath(
        schema: parts.count > 1 ? parts[parts.count - 2] : nil, name: parts[parts.count - 1], token: first)
    }
    switch what {
    case "TABLE":
      if let at = table(path(parts), for: "a comment") { schema.tables[at].comment = text }
    case "COLUMN" where parts.count > 1:
      let owner = path(parts.dropLast())
      if schema.views.contains(where: { $0.name.key == name(owner).key }) {
        return leaveOut("a comment on a view's column", at: first)
      }
      guard let at = table(owner, for: "a comment") else { return }
      guard let column = schema.tables[at].column(last) else {
        return leaveOut("a comment on a column that this file does not make", at: first)
      }
      schema.tables[at].columns[column].comment = text
    case "VIEW", "MATERIALIZED":
      let key = name(path(parts)).key
      for at in schema.views.indices where schema.views[at].name.key == key {
        schema.views[at].comment = text
      }
    case "TYPE":
      let key = name(path(parts)).key
      for at in schema.enums.indices where schema.enums[at].name.key == key {
        schema.enums[at].comment = text
      }
    case "DOMAIN":
      let key = name(path(parts)).key
      for at in schema.domains.indices where schema.domains[at].name.key == key {
        schema.domains[at].comment = text
      }
    case "SCHEMA": schema.schemaComments[last.lowercased()] = text
    case "DATABASE": schema.databaseComment = text
    default: leaveOut("a comment on something of the kind \(what)", at: first)
    }
  }
}
