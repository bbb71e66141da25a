/// A product that keeps tables or documents: the column types it knows, and its versions.
package struct Engine: Sendable {
  /// What values of a column type are.
  package enum Category: String, Sendable, Hashable {
    case integer, decimal, float, boolean, text, binary, date, time, timestamp, interval, uuid, json, list
    case other
  }

  /// A column type.
  package struct ColumnType: Sendable, Hashable {
    /// As the product's manual spells it.
    package let name: String
    package let category: Category
    /// How many arguments it takes.
    package let arguments: ClosedRange<Int>
  }

  /// The word that stands after the colon of a database.
  package let name: String
  /// Whether `T[]` is a column type.
  package let hasArrays: Bool
  /// Whether it tells types apart by the case of their letters.
  package let isCaseSensitive: Bool
  /// All types, in the order of the table.
  package let types: [ColumnType]
  /// Versions that exist, oldest first, to the number of parts that tells releases apart: `9.6`, `17`.
  package let versions: [String]
  private let places: [String: Int]

  /// A group of types: names separated by commas that share a category and the number of arguments.
  init(
    _ name: String, hasArrays: Bool = false, isCaseSensitive: Bool = false, versions: String,
    _ groups: [(Category, ClosedRange<Int>, String)]
  ) {
    self.name = name
    self.hasArrays = hasArrays
    self.isCaseSensitive = isCaseSensitive
    self.versions = versions.split(separator: " ").map(String.init)
    var types: [ColumnType] = []
    var places: [String: Int] = [:]
    for (category, arguments, names) in groups {
      for part in names.split(separator: ",") {
        let name = String(part.drop { $0 == " " })
        places[isCaseSensitive ? name : name.lowercased()] = types.count
        types.append(ColumnType(name: name, category: category, arguments: arguments))
      }
    }
    self.types = types
    self.places = places
  }

  /// The type of this name; nil when the product has none. `unsigned` and `zerofill` belong to no name.
  package func type(_ name: String) -> ColumnType? {
    if let place = places[name] { return types[place] }
    guard !isCaseSensitive else { return nil }
    var words = name.lowercased().split(separator: " ")
    while words.count > 1, words.last == "unsigned" || words.last == "zerofill" {
      guard Self.unsigned.contains(self.name) else { break }
      words.removeLast()
    }
    return places[words.joined(separator: " ")].map { types[$0] }
  }

  private static let unsigned: Set<String> = ["mysql", "mariadb"]

  /// The engine of this name; nil when its types are not known here.
  package static func named(_ name: String) -> Engine? {
    // One by one, since most designs name one or two and the table of each takes a while to make.
    switch name {
    case "postgresql": postgresql
    case "mysql": mysql
    case "mariadb": mariadb
    case "sqlite": sqlite
    case "sqlserver": sqlserver
    case "oracle": oracle
    case "mongodb": mongodb
    case "dynamodb": dynamodb
    default: nil
    }
  }

  /// The engines whose column types are known.
  package static let known = [
    postgresql, mysql, mariadb, sqlite, sqlserver, oracle, mongodb, dynamodb,
  ]
}
