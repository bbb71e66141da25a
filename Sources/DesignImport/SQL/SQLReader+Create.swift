/// `CREATE` and `DROP`.
extension SQLReader {
  mutating func create(_ cursor: inout SQLCursor, _ first: SQLToken) {
    var isUnique = false
    var isMaterialized = false
    var isTemporary = false
    var method: String?
    loop: while let token = cursor.current, token.kind == .word {
      switch token.text.uppercased() {
      case "OR":
        cursor.advance()  // `OR REPLACE`
        cursor.advance()
        continue
      case "UNIQUE": isUnique = true
      case "MATERIALIZED": isMaterialized = true
      case "TEMPORARY", "TEMP": isTemporary = true
      case "FULLTEXT", "SPATIAL": method = token.text.lowercased()
      case "GLOBAL", "LOCAL", "UNLOGGED", "RECURSIVE", "CONSTRAINT", "COLUMNSTORE": break
      case "ALGORITHM", "DEFINER", "SQL", "SECURITY", "INVOKER", "UNDEFINED", "MERGE", "TEMPTABLE":
        // MySQL: `ALGORITHM = UNDEFINED DEFINER = 'root'@'localhost' SQL SECURITY DEFINER VIEW`
        cursor.advance()
        if cursor.accept(symbol: "=") {
          cursor.advance()
          if cursor.accept(symbol: "@") { cursor.advance() }
          if cursor.accept(symbol: "(") { _ = cursor.accept(symbol: ")") }
        }
        continue
      default: break loop
      }
      cursor.advance()
    }
    if cursor.accept("TABLE") {
      if isTemporary { return leaveOut("a temporary table", at: first) }
      return createTable(&cursor, first)
    }
    if cursor.accept("INDEX") { return createIndex(&cursor, first, isUnique: isUnique, method: method) }
    if cursor.accept("VIEW") { return createView(&cursor, first, isMaterialized: isMaterialized) }
    if cursor.accept("TRIGGER") { return createTrigger(&cursor, first) }
    if cursor.accept("TYPE") { return createType(&cursor, first) }
    if cursor.accept("DOMAIN") { return createDomain(&cursor, first) }
    if cursor.accept("DATABASE") || (dialect.hasBackslashEscapes && cursor.accept("SCHEMA")) {
      skipIfNotExists(&cursor)
      if let name = cursor.name(), !schema.databases.contains(name) { schema.databases.append(name) }
      return
    }
    if cursor.accept("SCHEMA") { return createSchema(&cursor) }
    if cursor.accept("SEQUENCE") {
      return leaveOut("a sequence, but for the columns that it counts up,", at: first)
    }
    let what = cursor.current.map { $0.kind == .word ? $0.text.uppercased() : "" } ?? ""
    leaveOut(what.isEmpty ? "`CREATE`" : "`CREATE \(what)`", at: first)
  }

  /// A schema is written when something is in it. What follows its name in the same statement is made in it.
  private mutating func createSchema(_ cursor: inout SQLCursor) {
    skipIfNotExists(&cursor)
    guard let name = cursor.name() else { return }
    if cursor.accept("AUTHORIZATION") { cursor.advance() }
    let before = currentSchema
    currentSchema = ownSchema(name)
    while !cursor.isAtEnd {
      let part = cursor.passed(until: ["CREATE"])
      if part.first?.isWord("CREATE") ?? false { read(SQLStatement(tokens: part)) }
    }
    currentSchema = before
  }

  func skipIfNotExists(_ cursor: inout SQLCursor) { _ = cursor.accept("IF", "NOT", "EXISTS") }

  // MARK: Indexes

  private mutating func createIndex(
    _ cursor: inout SQLCursor, _ first: SQLToken, isUnique: Bool, method given: String?
  ) {
    _ = cursor.accept("CONCURRENTLY")
    skipIfNotExists(&cursor)
    var indexName: String?
    if !cursor.looks(at: "ON") { indexName = cursor.path()?.name }
    var method = given
    if cursor.accept("USING") { method = cursor.name()?.lowercased() }
    guard cursor.accept("ON") else { return leaveOut("an index that is not understood here", at: first) }
    _ = cursor.accept("ONLY")
    guard let path = cursor.path() else {
      return leaveOut("an index that is not understood here", at: first)
    }
    let key = name(path).key
    if schema.views.contains(where: { $0.name.key == key }) {
      return leaveOut("an index of a view", at: first)
    }
    guard let at = table(path, for: "an index") else { return }
    if cursor.accept("USING") { method = cursor.name()?.lowercased() }
    guard let columns = cursor.list() else {
      return leaveOut("an index that is not understood here", at: first)
    }
    var index = SQLSchema.Index(name: indexName, columns: indexColumns(columns), token: first)
    index.isUnique = isUnique
    index.method = method == "btree" ? nil : method
    while !cursor.isAtEnd {
      if cursor.accept("INCLUDE") {
        index.included = (cursor.list() ?? []).compactMap { part in
          var part = part
          return part.name()
        }
      } else if cursor.accept("WHERE") {
        index.condition = SQLText.line(SQLText.bare(cursor.passed(until: [])))
      } else if cursor.accept("USING") {
        let word = cursor.name()?.lowercased()
        index.method = word == "btree" ? nil : word
      } else {
        let token = cursor.next()
        if let token, token.kind == .word { leaveOut("`\(token.text.uppercased())` of an index", at: token) }
        _ = cursor.passed(until: ["WHERE", "INCLUDE", "USING"])
      }
    }
    schema.tables[at].indexes.append(index)
  }

  mutating func indexColumns(_ parts: [SQLCursor]) -> [SQLSchema.IndexColumn] {
    var out: [SQLSchema.IndexColumn] = []
    for part in parts {
      var part = part
      let start = part
      guard let token = part.current else { continue }
      var isDescending = false
      if token.kind == .word || token.kind == .quoted, part.peek()?.isSymbol("(") != true,
        let name = part.name()
      {
        if isSimple(&part, &isDescending) {
          out.append(SQLSchema.IndexColumn(name: name, expression: name, isDescending: isDescending))
          continue
        }
      } else if token.kind == .word || token.kind == .quoted, let number = part.peek(2),
        number.kind == .number, part.peek(3)?.isSymbol(")") == true, dialect.hasBackslashEscapes,
        let name = part.name()
      {
        // MySQL: the first letters of a column.
        _ = part.group()
        leaveOut("how many letters of a column are in an index", at: number)
        _ = isSimple(&part, &isDescending)
        out.append(SQLSchema.IndexColumn(name: name, expression: name, isDescending: isDescending))
        continue
      }
      let sql = SQLText.line(SQLText.bare(start.rest))
      out.append(SQLSchema.IndexColumn(name: nil, expression: sql, isDescending: false))
    }
    return out
  }

  /// Whether nothing but an order and the like follows a column's name.
  private mutating func isSimple(_ part: inout SQLCursor, _ isDescending: inout Bool) -> Bool {
    while let token = part.current {
      if part.accept("ASC") { continue }
      if part.accept("DESC") {
        isDescending = true
      } else if part.accept("NULLS") {
        part.advance()
        leaveOut("`NULLS FIRST` or `LAST` of an index", at: token)
      } else if part.accept("COLLATE") {
        _ = part.path()
        leaveOut("a collation", at: token)
      } else if token.kind == .word, token.text.lowercased().hasSuffix("_ops") {
        part.advance()
        _ = part.group()
        leaveOut("the operator class `\(token.text)` of an index", at: token)
      } else if token.kind == .word, token.text.lowercased() == "public", part.peek()?.isSymbol(".") == true {
        part.advance()
        part.advance()
      } else {
        return false
      }
    }
    return true
  }

  // MARK: Views and triggers

  private mutating func createView(_ cursor: inout SQLCursor, _ first: SQLToken, isMaterialized: Bool) {
    skipIfNotExists(&cursor)
    guard let path = cursor.path() else { return leaveOut("a view that is not understood here", at: first) }
    if cursor.group() != nil { leaveOut("the names of a view's columns", at: first) }
    while !cursor.isAtEnd, !cursor.looks(at: "AS") { cursor.advance() }
    guard cursor.accept("AS"), !cursor.isAtEnd else {
      return leaveOut("a view that is not understood here", at: first)
    }
    let view = SQLSchema.View(
      name: name(path), isMaterialized: isMaterialized, query: SQLText.line(cursor.rest), comment: nil,
      token: first)
    // mysqldump makes each view twice: first with columns that stand for those of the query.
    schema.views.removeAll { $0.name.key == view.name.key }
    schema.views.append(view)
  }

  private mutating func createTrigger(_ cursor: inout SQLCursor, _ first: SQLToken) {
    skipIfNotExists(&cursor)
    guard let trigger = cursor.path() else {
      return leaveOut("a trigger that is not understood here", at: first)
    }
    let time = cursor.acceptAny(["BEFORE", "AFTER", "INSTEAD"]) ?? (dialect == .sqlite ? "BEFORE" : "")
    guard time == "BEFORE" || time == "AFTER" else {
      return leaveOut("the trigger `\(trigger.name)`, which runs instead of a change,", at: first)
    }
    var events: [String] = []
    while !cursor.isAtEnd, !cursor.looks(at: "ON") {
      if let event = cursor.acceptAny(["INSERT", "UPDATE", "DELETE", "TRUNCATE"]) {
        events.append(event.lowercased())
      } else {
        if cursor.looks(at: "OF") {
          leaveOut("the columns whose update starts a trigger", at: cursor.current)
        }
        cursor.advance()
      }
    }
    guard cursor.accept("ON"), let path = cursor.path(), !events.isEmpty else {
      return leaveOut("a trigger that is not understood here", at: first)
    }
    schema.triggers.append(
      SQLSchema.Trigger(
        name: trigger.name, table: path, isBefore: time == "BEFORE", events: events,
        body: SQLText.line(cursor.rest), token: first))
  }

  // MARK: Types

  private mutating func createType(_ cursor: inout SQLCursor, _ first: SQLToken) {
    guard let path = cursor.path() else { return leaveOut("a type that is not understood here", at: first) }
    guard cursor.accept("AS", "ENUM"), let parts = cursor.list() else {
      return leaveOut("the type `\(path.name)`, which is no enum,", at: first)
    }
    var values: [String] = []
    for part in parts {
      if let value = part.current?.text, !values.contains(value) { values.append(value) }
    }
    let own = name(path)
    schema.enums.removeAll { $0.name.key == own.key }
    schema.enums.append(SQLSchema.Enum(name: own, values: values, comment: nil))
  }

  private mutating func createDomain(_ cursor: inout SQLCursor, _ first: SQLToken) {
    guard let path = cursor.path() else { return leaveOut("a domain that is not understood here", at: first) }
    _ = cursor.accept("AS")
    guard let type = type(&cursor) else { return leaveOut("a domain that is not understood here", at: first) }
    var checks: [String] = []
    while let token = cursor.current {
      if cursor.accept("CHECK"), let group = cursor.group() {
        checks.append(SQLText.line(SQLText.bare(group.rest)))
      } else if cursor.accept("CONSTRAINT") {
        cursor.advance()
      } else {
        leaveOut("`\(token.text.uppercased())` of a domain", at: token)
        cursor.advance()
        _ = cursor.passed(until: ["CHECK", "CONSTRAINT", "NOT", "DEFAULT"])
      }
    }
    let own = name(path)
    schema.domains.removeAll { $0.name.key == own.key }
    schema.domains.append(SQLSchema.Domain(name: own, type: type, checks: checks, comment: nil))
  }

  // MARK: Drop

  /// What a file makes and takes away again is not there in the end.
  mutating func drop(_ cursor: inout SQLCursor, _ first: SQLToken) {
    let what = cursor.acceptAny(["TABLE", "VIEW", "TYPE", "DOMAIN"])
    _ = cursor.accept("IF", "EXISTS")
    for part in cursor.split() {
      var part = part
      guard what != nil, let path = part.path() else { continue }
      let key = name(path).key
      switch what {
      case "TABLE": schema.tables.removeAll { $0.name.key == key }
      case "VIEW": schema.views.removeAll { $0.name.key == key }
      case "TYPE": schema.enums.removeAll { $0.name.key == key }
      default: schema.domains.removeAll { $0.name.key == key }
      }
    }
    if what == nil { leaveOut("`DROP`, but of tables, views, types and domains,", at: first) }
  }
}
