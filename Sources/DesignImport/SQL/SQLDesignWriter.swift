import DesignContract
import DesignModel
import DesignSource

/// Writes tables as a design.
struct SQLDesignWriter {
  let schema: SQLSchema
  let dialect: SQLDialect
  let version: String?
  private(set) var diagnostics: [Diagnostic] = []
  /// Names that are taken in a schema, in small letters.
  private var taken: [String: Set<String>] = [:]
  /// What the design is called.
  private(set) var name = ""
  /// What its database is called, which must differ from all that is in it.
  private(set) var database = ""

  init(_ schema: SQLSchema, dialect: SQLDialect, version: String?) {
    self.schema = schema
    self.dialect = dialect
    self.version = version
  }

  mutating func note(_ message: String, at token: SQLToken) {
    let place = SourceRange(file: token.file, start: token.start, end: token.start)
    diagnostics.append(Diagnostic(.info, "left-out", message, at: place))
  }

  // MARK: The whole

  mutating func write(name: String?, path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.hasSuffix(".sql") ? String(file.dropLast(4)) : file
    let own = schema.databases.count == 1 ? schema.databases.first : nil
    self.name = name ?? ImportedNames.name(own ?? stem, fallback: "imported")
    var names = Set(schema.tables.map { $0.name.name.lowercased() })
    names.formUnion(schemas.map { $0.lowercased() })
    names.formUnion(schema.views.map { $0.name.name.lowercased() })
    let name = self.name
    database = ImportedNames.unused(name, suffix: "-db", names)
    taken[""] = Set(schemas.map { $0.lowercased() })

    var lines = heading(file) + ["design \(DesignText.name(name, isClear: true)) \(label(name))", ""]
    lines += DesignText.documentation(schema.databaseComment)
    lines.append("database \(DesignText.name(database, isClear: true)): \(engine) \(label(name)) {")
    lines += members(of: nil)
    for schema in schemas {
      lines += [""] + DesignText.documentation(self.schema.schemaComments[schema.lowercased()])
      lines.append("schema \(DesignText.name(schema, isClear: true)) {")
      lines += members(of: schema)
      lines.append("}")
    }
    for trigger in schema.triggers { lines += self.trigger(trigger) }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private func label(_ name: String) -> String { DesignText.text(ImportedNames.label(name)) }

  private func heading(_ file: String) -> [String] {
    let shown = String(file.unicodeScalars.filter(DesignText.isPrintable).map(Character.init))
    return [
      "// Made of \(shown.replacing("\n", with: " ")), read as \(dialect.title). It is worth adding what SQL cannot say:",
      "// - who uses the tables: `application shop: service { reads customer  writes order }`",
      "// - of tables, how large they are: `rows 2M growth 40k/month`, and how long rows are kept: `retention 7y`",
      "// - of columns, what they hold: `classified pii`, `hashed argon2id`, `copy of customer.name because \"…\"`",
      "// - where it runs: `environment production { node db-a { deploy \(database) as primary backup daily } }`",
    ]
  }

  /// The product with its version, as far as the version is one that exists.
  private var engine: String {
    guard let version, let engine = Engine.named(dialect.rawValue) else { return dialect.rawValue }
    let parts = version.split(separator: ".")
    for count in stride(from: min(2, parts.count), to: 0, by: -1) {
      let short = parts.prefix(count).joined(separator: ".")
      if engine.versions.contains(short) { return "\(dialect.rawValue) \(short)" }
    }
    return dialect.rawValue
  }

  /// Schemas with something in them, in the order in which they are met.
  private var schemas: [String] {
    var out: [String] = []
    let all =
      schema.tables.filter { !$0.isPartition }.map(\.name) + schema.enums.map(\.name)
      + schema.domains.map(\.name) + schema.views.map(\.name)
    for name in all {
      if let one = name.schema, !out.contains(where: { $0.lowercased() == one.lowercased() }) {
        out.append(one)
      }
    }
    return out
  }

  private mutating func members(of name: String?) -> [String] {
    func isHere(_ other: SQLSchema.Name) -> Bool { other.schema?.lowercased() == name?.lowercased() }
    var lines: [String] = []
    for one in schema.enums where isHere(one.name) {
      lines += DesignText.documentation(one.comment)
      lines.append("enum \(declared(one.name)) { \(values(one).joined(separator: ", ")) }")
    }
    for one in schema.domains where isHere(one.name) {
      lines += DesignText.documentation(one.comment)
      let checks = one.checks.isEmpty ? "" : " check \(SQLText.quoted(one.checks.joined(separator: " and ")))"
      lines.append("domain \(declared(one.name)): \(type(one.type, in: one.name.schema))\(checks)")
    }
    for table in schema.tables where isHere(table.name) && !table.isPartition {
      lines += [""] + self.table(table)
    }
    for view in schema.views where isHere(view.name) {
      if schema.table(view.name) != nil {
        note("the view `\(view.name.name)`, which is called like a table, is left out", at: view.token)
        continue
      }
      lines += [""] + DesignText.documentation(view.comment)
      let head = view.isMaterialized ? "materialized view" : "view"
      lines.append("\(head) \(declared(view.name)) as \(SQLText.quoted(view.query))")
    }
    return lines
  }

  /// A name that is declared, which from then on is taken.
  mutating func declared(_ name: SQLSchema.Name) -> String {
    taken[name.schema?.lowercased() ?? "", default: []].insert(name.name.lowercased())
    return DesignText.name(name.name, isClear: true)
  }

  private func values(_ one: SQLSchema.Enum) -> [String] {
    var out: [String] = []
    for value in one.values {
      let name = DesignText.name(value, isClear: true)
      if !out.contains(name) { out.append(name) }
    }
    return out
  }

  // MARK: Paths

  /// What a name means when it is said in a schema.
  func resolved(_ path: SQLPath, in home: String?) -> SQLSchema.Name? {
    resolved(path.schema, path.name, in: home) { schema.table($0).map { schema.tables[$0].name } }
  }

  func resolved(
    _ given: String?, _ name: String, in home: String?, _ find: (SQLSchema.Name) -> SQLSchema.Name?
  ) -> SQLSchema.Name? {
    if let given {
      let isOwn =
        given.lowercased() == schema.foldedSchema?.lowercased()
        || ["public", "main"].contains(given.lowercased())
      return find(SQLSchema.Name(schema: isOwn ? nil : given, name: name))
    }
    return find(SQLSchema.Name(schema: home, name: name)) ?? find(SQLSchema.Name(schema: nil, name: name))
  }

  /// How a name is written in a schema: alone where it is found from there, else from the database on.
  func path(_ name: SQLSchema.Name, from home: String?) -> String {
    let written = DesignText.name(name.name)
    if name.schema?.lowercased() == home?.lowercased() { return written }
    let parts = [database, name.schema].compactMap { $0 }.map { DesignText.name($0) }
    return (parts + [written]).joined(separator: ".")
  }

  // MARK: Triggers

  private mutating func trigger(_ trigger: SQLSchema.Trigger) -> [String] {
    guard let table = resolved(trigger.table, in: nil) else {
      note(
        "the trigger `\(trigger.name)`, whose table this file does not make, is left out", at: trigger.token)
      return []
    }
    // PostgreSQL's triggers are named within their table, a design's within the database.
    let names = taken["", default: []]
    var name = trigger.name
    if names.contains(name.lowercased()) {
      name = ImportedNames.unused("\(name)_of_\(table.name)", suffix: "_", names)
      note(
        "`\(trigger.name)`, as several triggers are called, bears the name of its table, too",
        at: trigger.token)
    }
    taken["", default: []].insert(name.lowercased())
    let time = "\(trigger.isBefore ? "before" : "after") \(trigger.events.joined(separator: ", "))"
    return [
      "",
      "trigger \(DesignText.name(name, isClear: true)) on \(path(table, from: nil)) \(time) as \(SQLText.quoted(trigger.body))",
    ]
  }
}
