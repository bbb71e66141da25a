import DesignModel
import DesignSource

/// What rules about data ask of tables and columns.
extension Review {
  /// Engines whose tables are relations, so that keys and foreign keys mean what SQL says.
  static let relationalEngines: Set<String> = [
    "postgresql", "postgres", "mysql", "mariadb", "sqlite", "sqlserver", "mssql", "oracle", "db2",
    "cockroachdb",
    "aurora", "timescaledb", "yugabytedb", "tidb", "h2", "firebird", "spanner",
  ]

  /// The engine of a table's database in lower case; nil when it is unstated.
  func engine(of table: Table) -> String? { model[table.database].subtype?.lowercased() }

  /// Whether the table is known to be relational.
  func isRelational(_ table: Table) -> Bool {
    engine(of: table).map { Self.relationalEngines.contains($0) } ?? false
  }

  /// Tables that this design answers for: no views, and nothing that others run.
  var ownTables: some Sequence<Table> {
    model.tables.lazy.filter { !$0.isView && !model[$0.database].isExternal }
  }

  /// The element that must bear the `accept` for a finding about these columns: the column if it is one, else the table.
  func subject(_ columns: [String], of table: Table) -> Subject {
    guard columns.count == 1, let column = table.column(columns[0]) else { return .element(table.element) }
    return .element(column.element)
  }

  /// The type with declared domains resolved.
  func resolved(_ type: DataType) -> DataType {
    var current = type.unwrapped
    // A domain may rest on another; a ring of them is no type at all.
    for _ in 0..<8 {
      guard case .named(let named) = current, let target = named.target, model[target].kind == .domain,
        let base = model.payloads[target]
      else { break }
      current = base.unwrapped
    }
    return current
  }

  /// The white space before the first word of the line in which a place lies.
  func indentation(at range: SourceRange) -> String {
    let bytes = model.trees[Int(range.file.index)].source.bytes
    var start = Int(range.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let blanks = bytes[start...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return String(decoding: blanks, as: UTF8.self)
  }

  /// The declaration as written.
  func text(_ range: SourceRange) -> String {
    let bytes = model.trees[Int(range.file.index)].source.bytes
    return String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}

extension SourceRange {
  /// The empty place just behind.
  var after: SourceRange { SourceRange(file: file, start: Int(end), end: Int(end)) }
}

extension Sequence<String> {
  /// Each text once, where it first stands.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }

  /// `` `a`, `b` and `c` ``
  var quotedList: String { map { "`\($0)`" }.joinedWithAnd }

  /// `a, b and c`
  var joinedWithAnd: String {
    let items = Array(self)
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Array where Element == String {
  /// A column as it stands, several in parentheses.
  var asColumns: String { count == 1 ? self[0] : "(\(joined(separator: ", ")))" }
}
