import DesignSyntax

/// Which values types and formats stand for, as far as it tells whether one is among those of another.
enum JSONTypes {
  /// No value at all: `false` as a schema.
  static let none = "none"

  private static let all: Set<String> = ["string", "number", "integer", "boolean", "array", "object"]

  private static func values(_ datum: Datum?) -> Set<String> {
    guard case .text(let text)? = datum else { return all }
    if text == none { return [] }
    let names = Set(text.split(separator: " ").map(String.init))
    return names.contains("number") ? names.union(["integer"]) : names
  }

  /// How the second differs from the first; unstated is any type.
  static func kind(_ old: Datum?, _ new: Datum?) -> ChangeKind? {
    let (a, b) = (values(old), values(new))
    return a == b ? nil : a.isSubset(of: b) ? .widened : b.isSubset(of: a) ? .narrowed : .changed
  }
}

/// Formats of the OpenAPI registry that hold the values of another.
enum JSONFormats {
  private static let wider: [String: Set<String>] = [
    "int8": ["int16", "int32", "int64"], "int16": ["int32", "int64"], "int32": ["int64"], "float": ["double"],
    "uint8": ["uint16", "uint32", "uint64", "int16", "int32", "int64"],
  ]

  static func kind(_ old: String, _ new: String) -> ChangeKind {
    wider[old]?.contains(new) ?? false ? .widened : wider[new]?.contains(old) ?? false ? .narrowed : .changed
  }
}

/// Types of columns, as SQL writes them.
enum ColumnTypes {
  private static let integers = ["tinyint", "smallint", "int", "integer", "bigint"]

  static func kind(_ old: Datum?, _ new: Datum?) -> ChangeKind? {
    guard case .text(let old)? = old, case .text(let new)? = new else { return old == new ? nil : .changed }
    if let a = integers.firstIndex(of: old), let b = integers.firstIndex(of: new) {
      // Two words for one type.
      if a == b || Set([old, new]) == ["int", "integer"] { return nil }
      return a < b ? .widened : .narrowed
    }
    if old == new { return nil }
    let (a, b) = (parts(old), parts(new))
    if a.name == b.name, a.arguments.count == b.arguments.count, !a.arguments.isEmpty {
      if zip(a.arguments, b.arguments).allSatisfy(<=), a.arguments.dropFirst() == b.arguments.dropFirst() {
        return .widened
      }
      if zip(a.arguments, b.arguments).allSatisfy(>=), a.arguments.dropFirst() == b.arguments.dropFirst() {
        return .narrowed
      }
    }
    if a.name == "varchar", new == "text" { return .widened }
    if old == "text", b.name == "varchar" { return .narrowed }
    return .changed
  }

  /// `numeric(12, 2)` → `numeric`, 12 and 2.
  private static func parts(_ type: String) -> (name: Substring, arguments: [Int]) {
    guard let open = type.firstIndex(of: "("), type.hasSuffix(")") else { return (type[...], []) }
    let list = type[type.index(after: open)...].dropLast().split(separator: ",").map {
      Int($0.filter { $0 != " " })
    }
    return (type[..<open], list.contains(nil) ? [] : list.compactMap { $0 })
  }
}

/// Rates as a design writes them.
enum Rates {
  /// `600/min` → 10, `2 rpm` → 1/30; nil for what is no rate of requests.
  static func perSecond(_ text: String) -> Double? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits) else { return nil }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    if let (word, frequency) = Quantity.frequencies.first(where: { unit.hasSuffix($0.key) }) {
      let multiple = unit.dropLast(word.count).filter { $0 != " " }
      return Quantity.multiples[multiple].map { number * $0 * frequency }
    }
    let parts = unit.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let multiple = Quantity.multiples[parts[0].filter { $0 != " " }],
      let period = Quantity.periods[parts[1].filter { $0 != " " }]
    else { return nil }
    return number * multiple / period
  }
}

extension String {
  /// Whether it is a day, as `2027-03-31`; days so written are in the order of their text.
  var isDay: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }

  /// The names in braces of a path: `id` of `/products/{id}`.
  var templateNames: [String] {
    split(separator: "{").dropFirst().compactMap {
      $0.split(separator: "}", omittingEmptySubsequences: false).first
    }.map(
      String.init)
  }

  /// The same with the names left out, since they tell callers nothing.
  package var withoutTemplateNames: String {
    var out = ""
    var depth = 0
    for character in self {
      if character == "}" { depth -= 1 }
      if depth == 0 { out.append(character) }
      if character == "{" { depth += 1 }
    }
    return out
  }
}
