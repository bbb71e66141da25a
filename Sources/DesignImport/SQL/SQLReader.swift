package import DesignSource

/// Reads SQL that makes tables. What it does not know it passes over and tells of.
package struct SQLReader {
  let dialect: SQLDialect
  var schema = SQLSchema()
  /// The schema that names without one belong to; nil for the database's own.
  var currentSchema: String?
  private var diagnostics: [Diagnostic] = []

  /// The design of files of SQL, read one after the other as migrations are. Pure: bytes in, values out.
  /// The ranges of its diagnostics name a file by its place among the sources.
  ///
  /// - Parameters:
  ///   - name: what the design and its database are called; nil takes the database's own name, else the file's.
  ///   - dialect: nil to tell it from the file.
  package static func design(
    _ sources: [SourceFile], name: String? = nil, dialect: SQLDialect? = nil
  ) -> ImportedDesign {
    let known = dialect ?? SQLDialect.guess(sources)
    var reader = SQLReader(dialect: known)
    for (index, source) in sources.enumerated() {
      let file = FileID(index)
      if source.bytes.contains(0) {
        return reader.failure(
          "this is no text: it holds a byte 0", file, help: ["dump the schema as SQL text first"])
      }
      let (tokens, skipped) = SQLLexer.tokens(source.bytes, known, file: file)
      for (offset, line) in skipped { reader.read(psql: line, file, offset) }
      for statement in SQLStatement.split(tokens) { reader.read(statement) }
    }
    guard !reader.schema.tables.isEmpty || !reader.schema.views.isEmpty else {
      return reader.failure(
        "there is no CREATE TABLE in this file", FileID(0),
        help: [
          "give the file that makes the tables, as `pg_dump --schema-only` or `mysqldump --no-data` write it"
        ])
    }
    reader.settle()
    var writer = SQLDesignWriter(
      reader.schema, dialect: known, version: sources.first.flatMap { SQLDialect.version($0.bytes) })
    let text = writer.write(name: name, path: sources.first?.path ?? "")
    return ImportedDesign(
      name: writer.name, text: text,
      diagnostics: (reader.diagnostics + writer.diagnostics).sortedByPlace())
  }

  private init(dialect: SQLDialect) { self.dialect = dialect }

  private func failure(_ message: String, _ file: FileID, help: [String]) -> ImportedDesign {
    ImportedDesign(
      name: "", text: "",
      diagnostics: diagnostics + [
        Diagnostic(
          .error, "unreadable-document", message, at: SourceRange(file: file, start: 0, end: 0), help: help)
      ])
  }

  /// Tells what a design cannot say, or is not understood here.
  mutating func leaveOut(_ what: String, at token: SQLToken?) { note("\(what) is left out", at: token) }

  mutating func note(_ message: String, at token: SQLToken?) {
    note(message, token?.file ?? FileID(0), token?.start ?? 0)
  }

  private mutating func note(_ message: String, _ file: FileID, _ offset: Int) {
    let place = SourceRange(file: file, start: offset, end: offset)
    diagnostics.append(Diagnostic(.info, "left-out", message, at: place))
  }

  // MARK: Statements

  mutating func read(_ statement: SQLStatement) {
    var cursor = SQLCursor(statement.tokens)
    guard let first = cursor.current else { return }
    if cursor.accept("CREATE") { return create(&cursor, first) }
    if cursor.accept("ALTER", "TABLE") { return alterTable(&cursor, first) }
    if cursor.accept("COMMENT", "ON") { return comment(&cursor, first) }
    if cursor.accept("DROP") { return drop(&cursor, first) }
    if cursor.accept("USE") {
      if let name = cursor.name() { use(name) }
      return
    }
    if cursor.accept("SET") { return set(&cursor, first) }
    if first.isWord("INSERT") || first.isWord("COPY") || first.isWord("REPLACE") || first.isWord("UPDATE")
      || first.isWord("DELETE") || first.isWord("LOAD")
    {
      return leaveOut("data (`\(first.text.uppercased())`)", at: first)
    }
    other(first, cursor)
  }

  /// A line of psql's own; `\\connect` tells what the database is called.
  private mutating func read(psql line: String, _ file: FileID, _ offset: Int) {
    let words = line.split { $0.isWhitespace }.map(String.init)
    if let command = words.first, command == "\\connect" || command == "\\c", words.count > 1,
      let name = words.dropFirst().first(where: { !$0.hasPrefix("-") })
    {
      let plain = name.filter { $0 != "\"" }
      if !schema.databases.contains(plain) { schema.databases.append(plain) }
    } else {
      note("`\(words.first ?? "")`, which is psql's, is left out", file, offset)
    }
  }

  /// What changes no table.
  private mutating func other(_ first: SQLToken, _ cursor: SQLCursor) {
    guard first.kind == .word else {
      return leaveOut("what begins with `\(first.text.prefix(20))`, which is not understood here,", at: first)
    }
    let verb = first.text.uppercased()
    let session = [
      "SELECT", "LOCK", "UNLOCK", "BEGIN", "COMMIT", "START", "ANALYZE", "VACUUM", "PRAGMA", "END",
    ]
    if session.contains(verb) {
      return leaveOut("`\(verb)`, which changes no table,", at: first)
    }
    let next = cursor.peek().flatMap { $0.kind == .word && verb == "ALTER" ? $0.text.uppercased() : nil }
    let noun = next.map { " \($0)" } ?? ""
    leaveOut("`\(verb)\(noun)`", at: first)
  }

  private mutating func set(_ cursor: inout SQLCursor, _ first: SQLToken) {
    guard cursor.accept("SEARCH_PATH") else { return leaveOut("`SET`, which changes no table,", at: first) }
    if !cursor.accept("TO") { _ = cursor.accept(symbol: "=") }
    currentSchema = cursor.name().flatMap(ownSchema)
  }

  private mutating func use(_ database: String) {
    if !schema.databases.contains(database) { schema.databases.append(database) }
    currentSchema = database
  }

  // MARK: Names

  /// nil for the schemas that a database has anyway.
  func ownSchema(_ name: String) -> String? {
    ["public", "main", "$user", "", "pg_catalog"].contains(name.lowercased()) ? nil : name
  }

  func name(_ path: SQLPath) -> SQLSchema.Name {
    SQLSchema.Name(schema: path.schema.map(ownSchema) ?? currentSchema, name: path.name)
  }

  /// The table that a statement speaks of; nil, and told, when the file makes none of that name.
  mutating func table(_ path: SQLPath, for what: String) -> Int? {
    if let found = schema.table(name(path)) { return found }
    leaveOut("\(what) of `\(path.name)`, a table that this file does not make,", at: path.token)
    return nil
  }

  // MARK: The end

  /// When all is read: what MySQL calls a database and everything is in is the database itself.
  private mutating func settle() {
    var names = Set(schema.tables.map { $0.name.schema ?? "" })
    names.formUnion(schema.views.map { $0.name.schema ?? "" })
    let isOne = names.count == 1 && dialect != .postgresql && dialect != .sqlite
    guard isOne, let only = names.first, !only.isEmpty else { return }
    for at in schema.tables.indices {
      schema.tables[at].name = SQLSchema.Name(schema: nil, name: schema.tables[at].name.name)
    }
    for at in schema.views.indices {
      schema.views[at].name = SQLSchema.Name(schema: nil, name: schema.views[at].name.name)
    }
    schema.foldedSchema = only
    if !schema.databases.contains(only) { schema.databases = [only] }
  }
}
