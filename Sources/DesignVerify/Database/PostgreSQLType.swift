/// The name of a PostgreSQL type in the one spelling that `format_type` uses, so that every spelling of a type is equal to
/// every other (PostgreSQL 18 manual, chapter 8).
struct PostgreSQLType: Hashable, Sendable {
  let name: String
  let arguments: [String]
  let isArray: Bool

  /// - Parameter text: as people or the catalog write it: `varchar(320)`, `timestamp(3) with time zone`, `app.state[]`.
  init(_ text: String) {
    var text = text.lowercased().filter { $0 != "\"" }
    var isArray = false
    while text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
      isArray = true
      text = String(text[..<open])
    }
    self.isArray = isArray
    var arguments: [String] = []
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      arguments = text[text.index(after: open)..<close].split(separator: ",").map {
        String($0.filter { $0 != " " })
      }
      text = text[..<open] + " " + text[text.index(after: close)...]
    }
    let words = text.split(separator: " ").joined(separator: " ")
    let bare = words.split(separator: ".").last.map(String.init) ?? words
    (name, self.arguments) = Self.canonical(Self.synonyms[bare] ?? bare, arguments)
  }

  private static let synonyms: [String: String] = [
    "int": "integer", "int4": "integer", "serial": "integer", "serial4": "integer",
    "int2": "smallint", "smallserial": "smallint", "serial2": "smallint",
    "int8": "bigint", "bigserial": "bigint", "serial8": "bigint",
    "decimal": "numeric", "float4": "real", "float8": "double precision", "bool": "boolean",
    "varchar": "character varying", "national character varying": "character varying",
    "char": "character", "nchar": "character", "national character": "character",
    "varbit": "bit varying", "time": "time without time zone", "timetz": "time with time zone",
    "timestamp": "timestamp without time zone", "timestamptz": "timestamp with time zone",
  ]

  /// Without arguments that are understood anyway.
  private static func canonical(_ name: String, _ arguments: [String]) -> (String, [String]) {
    switch (name, arguments.count) {
    case ("character", 0), ("bit", 0): return (name, ["1"])
    case ("numeric", 1): return (name, arguments + ["0"])
    case ("float", _):
      // Up to 24 binary digits fit the smaller type (section 8.1.3).
      return (arguments.first.flatMap { Int($0) }.map { $0 <= 24 } ?? false ? "real" : "double precision", [])
    case _ where name.hasPrefix("time") && arguments == ["6"]: return (name, [])
    default: return (name, arguments)
    }
  }
}
