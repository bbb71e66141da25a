import DesignModel

/// Spellings of one and the same column type.
enum ColumnTypes {
  /// The names that mean the same, the standard's first; as of PostgreSQL 17, MySQL 8.4, SQL Server 2022, Oracle 23ai.
  private static let synonyms: [[String]] = [
    ["smallint", "int2", "smallserial"], ["integer", "int", "int4", "serial", "mediumint"],
    ["bigint", "int8", "bigserial"], ["numeric", "decimal", "dec", "number"], ["real", "float4"],
    ["double precision", "float8", "double"],
    ["varchar", "character varying", "varchar2", "text", "string", "citext"],
    ["nvarchar", "nvarchar2"], ["char", "character", "bpchar"], ["boolean", "bool"],
    ["timestamp", "timestamp without time zone", "datetime", "datetime2"],
    ["timestamptz", "timestamp with time zone", "datetimeoffset"], ["time", "time without time zone"],
    ["timetz", "time with time zone"], ["uuid", "uniqueidentifier"], ["bytea", "blob", "varbinary"],
  ]

  private static let canonical: [String: String] = {
    var out: [String: String] = [:]
    for group in synonyms { for name in group { out[name] = group[0] } }
    return out
  }()

  /// The name that stands for all spellings of a type. Lengths are left out: they do not keep values from being equal.
  static func canonicalName(_ type: DataType) -> String {
    guard case .named(let named) = type.unwrapped else { return type.unwrapped.description }
    let name = named.name.lowercased()
    return canonical[name] ?? name
  }

  /// Whether values are numbers, truths or times, and no texts.
  static func isNumberOrTime(_ type: DataType) -> Bool {
    let name = canonicalName(type)
    return greatest(type) != nil
      || ["boolean", "numeric", "real", "double precision", "date", "interval"].contains(name)
      || name.hasPrefix("time")
  }

  /// The greatest value of an integer type; nil for other types.
  static func greatest(_ type: DataType) -> Int? {
    guard case .named(let named) = type.unwrapped else { return nil }
    let name = named.name.lowercased()
    let isUnsigned = name.hasSuffix(" unsigned")
    let base = isUnsigned ? String(name.dropLast(9)) : name
    switch base {
    case "tinyint": return isUnsigned ? 255 : 127
    case "mediumint": return isUnsigned ? 16_777_215 : 8_388_607
    default: break
    }
    switch canonical[base] {
    case "smallint": return isUnsigned ? 65_535 : 32_767
    case "integer": return isUnsigned ? 4_294_967_295 : 2_147_483_647
    case "bigint": return Int.max
    default: return nil
    }
  }
}
