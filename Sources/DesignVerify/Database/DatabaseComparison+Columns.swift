import DesignModel
import DesignSource
import DesignSyntax

/// Types and defaults.
extension DatabaseComparison {
  mutating func compareTypes(_ column: Column, _ other: BuiltColumn) {
    let isSame =
      switch built.engine {
      case .postgresql: isSameInPostgreSQL(column, other)
      case .sqlite: fitsSQLite(column, other)
      }
    guard !isSame else { return }
    let element = model[column.element]
    let type = column.type.unwrapped.description
    var notes: [String] = []
    if built.engine == .sqlite, let affinity = SQLiteAffinity(declared: other.type) {
      notes = ["SQLite keeps `\(other.type)` with the affinity \(affinity.rawValue.uppercased())"]
    }
    add(
      .columnType, .error, on: element, "`\(element.path)` is `\(other.type)` in the database, not `\(type)`",
      at: column.typeRange, notes: notes,
      help: ["change the column's type in the database, or its type in the design"])
  }

  // MARK: PostgreSQL

  private mutating func isSameInPostgreSQL(_ column: Column, _ other: BuiltColumn) -> Bool {
    let built = PostgreSQLType(other.type)
    let (type, isList) = Self.element(of: column.type)
    if let target = type.name?.target, model[target].kind == .enumeration {
      return isList == built.isArray && isEnumeration(target, built)
    }
    let names = Self.names(type, in: model)
    return names.contains { name in
      let wanted = PostgreSQLType(isList ? "\(name)[]" : name)
      return wanted == built || other.baseType.map { wanted == PostgreSQLType($0) } ?? false
    }
  }

  /// The type of one value, and whether there is a list of them.
  private static func element(of type: DataType) -> (DataType, isList: Bool) {
    if case .list(let inner) = type.unwrapped { return (inner.unwrapped, true) }
    return (type.unwrapped, false)
  }

  /// The name of a type, and for a domain that of what it rests on, which a column may be declared with as well.
  private static func names(_ type: DataType, in model: Model) -> [String] {
    var out = [type.description]
    var type = type
    // A ring of domains is no type at all.
    for _ in 0..<8 {
      guard let target = type.name?.target, let base = model.payloads[target]?.unwrapped else { break }
      out.append(base.description)
      type = base
    }
    return out
  }

  /// An enumeration is the same under another name when its values are.
  private mutating func isEnumeration(_ id: ElementID, _ type: PostgreSQLType) -> Bool {
    let values = model[id].children.map { model[$0] }.filter { $0.kind == .enumCase }.map(\.name)
    guard let other = built.enumerations.first(where: { $0.name.lowercased() == type.name }) else {
      return false
    }
    if other.name.lowercased() == model[id].name.lowercased() {
      compareEnumeration(id, other)
      return true
    }
    return Set(values) == Set(other.values)
  }

  // MARK: SQLite

  private func fitsSQLite(_ column: Column, _ other: BuiltColumn) -> Bool {
    guard let affinity = SQLiteAffinity(declared: other.type) else { return true }
    let name = Self.names(column.type.unwrapped, in: model).last?.lowercased() ?? ""
    // An enumeration is kept as text or as a number, as an application likes.
    guard let category = Engine.named("sqlite")?.type(String(name.prefix { $0 != "(" }))?.category else {
      return true
    }
    return SQLiteAffinity.fit(category)?.contains(affinity) ?? true
  }

  // MARK: Defaults

  mutating func compareDefaults(_ column: Column, _ other: BuiltColumn, _ table: Table) {
    let element = model[column.element]
    func tell(_ isGrave: Bool, _ message: String, _ help: String) {
      let fact = ["generated", "identity", "default"].lazy.compactMap { column.fact($0) }.first
      add(
        .columnDefault, isGrave ? .error : .warning, on: element, message,
        at: fact?.range ?? column.nameRange,
        help: [help])
    }
    let isGenerated = column.states("generated")
    if isGenerated != other.isGenerated {
      return isGenerated
        ? tell(
          true, "`\(element.path)` is a plain column in the database, not computed from its row",
          "make it `GENERATED ALWAYS AS (…) STORED` in the database, or take `generated` out of the design")
        : tell(
          true, "`\(element.path)` is computed by the database from its row, which the design does not say",
          "write `generated` with its SQL behind it, or make it a plain column")
    }
    if isGenerated { return }
    let own = column.fact("default").flatMap { DefaultValue($0, written: text(of: $0.range)) }
    let theirs = other.defaultValue.flatMap(DefaultValue.init(built:))
    let isCounted =
      column.states("identity") || (column.type.name?.name.lowercased().contains("serial") ?? false)
    let counts = other.isIdentity || theirs?.isSequence ?? false
    if isCounted {
      if !counts {
        tell(
          true, "`\(element.path)` is not counted up by the database",
          "make it an identity in the database, or take `identity` out of the design")
      }
      return
    }
    // In SQLite the key of a table that is one INTEGER is counted up in any case.
    if counts, own == nil {
      if built.engine != .sqlite {
        tell(
          false, "`\(element.path)` is counted up by the database, which the design does not say",
          "write `identity` behind it")
      }
      return
    }
    compare(own, theirs, column, other, tell)
  }

  /// The design's text at a place.
  private func text(of range: SourceRange) -> String {
    let bytes = model.trees[Int(range.file.index)].source.bytes
    return String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  private func compare(
    _ own: DefaultValue?, _ theirs: DefaultValue?, _ column: Column, _ other: BuiltColumn,
    _ tell: (Bool, String, String) -> Void
  ) {
    let path = model[column.element].path
    let written = other.defaultValue ?? ""
    switch (own, theirs) {
    case (nil, nil): return
    case (.some, nil):
      tell(
        true, "`\(path)` has no default in the database",
        "set it in the database, or take it out of the design")
    case (nil, .some):
      tell(
        false, "`\(path)` has the default `\(written)` in the database, which the design does not have",
        "write `default` with the value behind it, or drop it in the database")
    case (let own?, let theirs?):
      guard own.equals(theirs) == false else { return }
      tell(
        true, "`\(path)` has the default `\(written)` in the database, not `\(own.written)`",
        "change it in the database, or in the design")
    }
  }
}

extension DefaultValue {
  /// For people.
  var written: String {
    switch self {
    case .literal(let text), .sql(let text): text
    case .now: "now()"
    }
  }
}
