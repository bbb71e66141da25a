import DesignModel

/// What rules about normal forms and copies ask of a table.
extension Review {
  /// Whether it is said why a value is redundant on purpose, and what keeps it equal. A snapshot needs neither.
  func isDecided(_ redundancy: Redundancy, in table: Table) -> Bool {
    if redundancy.kind == .snapshot { return true }
    if let readModel = model[table.element].fact("read model"),
      Acceptances.isReason(readModel.fact("because")?.word)
    {
      return true
    }
    return Acceptances.isReason(redundancy.because?.word) && redundancy.keeper != nil
  }

  /// Whether the whole table is denormalised on purpose.
  func isReadModel(_ table: Table) -> Bool {
    model[table.element].fact("read model").map { Acceptances.isReason($0.fact("because")?.word) } ?? false
  }

  /// Columns of the same row that an expression uses; nil when it uses anything else.
  func inputs(of expression: String, in table: Table) -> [String]? {
    let names = Set(table.columns.map(\.name))
    var inputs: [String] = []
    var word = ""
    var afterDot = false
    var inText = false
    for character in expression + " " {
      if character == "'" { inText.toggle() }
      guard !inText else { continue }
      if character.isLetter || character == "_" || (character.isNumber && !word.isEmpty) {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        // A function's name is no input, and a qualified name lies in another row.
        if afterDot || character == "." { return nil }
        if character != "(" {
          guard names.contains(word) else { return nil }
          if !inputs.contains(word) { inputs.append(word) }
        } else if Self.aggregates.contains(word.lowercased()) {
          return nil
        }
        word = ""
      }
      afterDot = character == "."
    }
    return inputs.isEmpty ? nil : inputs
  }

  private static let aggregates: Set<String> = [
    "sum", "count", "avg", "min", "max", "array_agg", "string_agg",
  ]
}
