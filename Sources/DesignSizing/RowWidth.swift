import DesignModel
import DesignSource

/// The bytes that a row of a table takes on disk, with what the engine adds to each.
///
/// Types whose values differ in length are reckoned with the longest that the type allows; a type without a limit (`text`)
/// leaves the width unknown.
enum RowWidth {
  /// - Returns: the bytes, and whether all columns have a fixed width; else the columns without a limit. Nil for an engine
  ///   whose layout is not known here.
  static func of(_ table: Table, _ model: Model) -> Result<(bytes: Double, isExact: Bool), Unlimited>? {
    guard let layout = Layout(model[table.database].subtype ?? "") else { return nil }
    var unlimited: [String] = []
    var widths: [ColumnWidth] = []
    for column in table.columns where !(column.fact("generated").map { _ in layout == .innodb } ?? false) {
      if let width = layout.width(resolved(column.type, model), model) {
        widths.append(width)
      } else {
        unlimited.append(column.name)
      }
    }
    guard unlimited.isEmpty else { return .failure(Unlimited(columns: unlimited)) }
    let bytes = layout.row(widths, nullable: table.columns.count(where: \.isNullable))
    return .success((Double(bytes), widths.allSatisfy(\.isFixed)))
  }

  struct Unlimited: Error { let columns: [String] }

  private static func resolved(_ type: DataType, _ model: Model) -> DataType {
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
}

/// What one column takes in a row, at most.
struct ColumnWidth {
  let bytes: Int
  /// The multiple of bytes at which it begins.
  var alignment = 1
  var isFixed = true
}
