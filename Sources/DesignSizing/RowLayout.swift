import DesignModel
import DesignSyntax

/// How an engine lays out a row.
///
/// PostgreSQL 17 documentation (2024-09), chapters 8 (sizes of types) and 65.6 (page layout: a header of 23 bytes and a
/// bitmap of nulls, aligned to 8 bytes, and an item pointer of 4). MySQL 8.4 reference manual (2024-04), 13.7 (sizes of
/// types) and 17.10 (compact rows: a header of 5 bytes, 6 for the transaction, 7 for the roll pointer, a bit for each
/// column that may be null, one or two bytes for the length of each column whose length varies).
enum Layout {
  case postgresql, innodb

  init?(_ engine: String) {
    switch engine.lowercased() {
    case "postgresql", "postgres", "timescaledb": self = .postgresql
    case "mysql", "mariadb": self = .innodb
    default: return nil
    }
  }

  /// The bytes of a row.
  func row(_ columns: [ColumnWidth], nullable: Int) -> Int {
    switch self {
    case .postgresql:
      var offset = aligned(23 + (nullable > 0 ? (columns.count + 7) / 8 : 0), to: 8)
      for column in columns { offset = aligned(offset, to: column.alignment) + column.bytes }
      return aligned(offset, to: 8) + 4
    case .innodb:
      let lengths = columns.reduce(0) { $0 + ($1.isFixed ? 0 : $1.bytes > 255 ? 2 : 1) }
      return 5 + 6 + 7 + (nullable + 7) / 8 + lengths + columns.reduce(0) { $0 + $1.bytes }
    }
  }

  private func aligned(_ offset: Int, to step: Int) -> Int { (offset + step - 1) / step * step }

  /// Nil for a type without a limit, or whose size is not known here.
  func width(_ type: DataType, _ model: Model) -> ColumnWidth? {
    guard case .named(let named) = type else { return nil }
    if let target = named.target {
      guard model[target].kind == .enumeration else { return nil }
      return self == .postgresql ? .init(bytes: 4, alignment: 4) : .init(bytes: 1)
    }
    let arguments = named.arguments.map { argument -> Int in
      if case .count(let count)? = argument.quantity { return count }
      return Int(argument.value) ?? 0
    }
    guard arguments.allSatisfy({ (0...10_000_000).contains($0) }) else { return nil }
    let name = named.name.lowercased().replacing(" unsigned", with: "")
    return self == .postgresql ? postgresql(name, arguments) : innodb(name, arguments)
  }

  private func postgresql(_ name: String, _ arguments: [Int]) -> ColumnWidth? {
    switch name {
    case "smallint", "int2", "smallserial", "serial2": return .init(bytes: 2, alignment: 2)
    case "integer", "int", "int4", "serial", "serial4", "real", "float4", "date", "oid":
      return .init(bytes: 4, alignment: 4)
    case "bigint", "int8", "bigserial", "serial8", "double precision", "float8", "float", "money", "time",
      "time without time zone", "timestamp", "timestamptz", "timestamp with time zone",
      "timestamp without time zone":
      return .init(bytes: 8, alignment: 8)
    case "timetz", "time with time zone": return .init(bytes: 12, alignment: 8)
    case "interval": return .init(bytes: 16, alignment: 8)
    case "boolean", "bool": return .init(bytes: 1)
    case "uuid": return .init(bytes: 16)
    case "macaddr": return .init(bytes: 6, alignment: 4)
    case "inet", "cidr": return .init(bytes: 19, isFixed: false)
    case "numeric", "decimal":
      guard let digits = arguments.first, digits > 0 else { return nil }
      let scale = arguments.count > 1 ? min(arguments[1], digits) : 0
      // Two bytes for each group of four decimal digits, and three to eight bytes of overhead.
      return .init(bytes: 2 * ((digits - scale + 3) / 4 + (scale + 3) / 4) + 3, isFixed: false)
    case "character", "char", "bpchar", "varchar", "character varying":
      guard let length = arguments.first ?? (name.hasPrefix("char") && !name.hasSuffix("varying") ? 1 : nil)
      else { return nil }
      return text(length)
    default: return nil
    }
  }

  /// UTF-8 takes up to four bytes for a character; the length one byte up to 126, else four, aligned.
  private func text(_ length: Int) -> ColumnWidth {
    let bytes = 4 * length
    return bytes <= 126
      ? .init(bytes: bytes + 1, isFixed: false) : .init(bytes: bytes + 4, alignment: 4, isFixed: false)
  }

  private func innodb(_ name: String, _ arguments: [Int]) -> ColumnWidth? {
    func fraction(_ bytes: Int) -> ColumnWidth { .init(bytes: bytes + ((arguments.first ?? 0) + 1) / 2) }
    switch name {
    case "tinyint", "boolean", "bool", "year": return .init(bytes: 1)
    case "smallint": return .init(bytes: 2)
    case "mediumint", "date": return .init(bytes: 3)
    case "int", "integer": return .init(bytes: 4)
    case "float": return .init(bytes: (arguments.first ?? 0) > 24 ? 8 : 4)
    case "bigint", "serial", "double", "double precision", "real": return .init(bytes: 8)
    case "time": return fraction(3)
    case "timestamp": return fraction(4)
    case "datetime": return fraction(5)
    case "uuid": return .init(bytes: 16)
    case "decimal", "numeric", "dec", "fixed":
      let digits = arguments.first ?? 10
      let scale = arguments.count > 1 ? min(arguments[1], digits) : 0
      return .init(bytes: packed(digits - scale) + packed(scale))
    case "enum": return .init(bytes: arguments.count > 255 ? 2 : 1)
    case "char", "character": return .init(bytes: 4 * (arguments.first ?? 1), isFixed: false)
    case "varchar", "character varying":
      return arguments.first.map { .init(bytes: 4 * $0, isFixed: false) }
    case "binary": return .init(bytes: arguments.first ?? 1)
    case "varbinary": return arguments.first.map { .init(bytes: $0, isFixed: false) }
    default: return nil
    }
  }

  /// Four bytes for nine decimal digits; fewer for what is left.
  private func packed(_ digits: Int) -> Int { digits / 9 * 4 + [0, 1, 1, 2, 2, 3, 3, 4, 4][digits % 9] }
}
