/// Compares the statements of one element before and after.
enum StatementComparison {
  static func details(_ old: [Statement], _ new: [Statement], within: [String]) -> [Difference.Detail] {
    var pairs: [(old: Int, new: Int)] = []
    var (odd, even) = (Array(old.indices), Array(new.indices))
    // What is told apart best is matched first: the same words, the same name, the only one of its form.
    for key in [Key.words, .name, .form] {
      var places: [String: [Int]] = [:]
      for index in even.reversed() {
        if let text = key.of(new[index]) { places[text, default: []].append(index) }
      }
      if key == .form { places = places.filter { $0.value.count == 1 } }
      let isOnly = Dictionary(odd.compactMap { key.of(old[$0]) }.map { ($0, 1) }, uniquingKeysWith: +)
      odd = odd.filter { index in
        guard let text = key.of(old[index]), key != .form || isOnly[text] == 1,
          let found = places[text]?.popLast()
        else { return true }
        pairs.append((index, found))
        return false
      }
      let taken = Set(pairs.map(\.new))
      even = even.filter { !taken.contains($0) }
    }
    let changed = pairs.sorted { $0.new < $1.new }.flatMap { pair in
      details(old[pair.old], new[pair.new], within: within)
    }
    return changed + odd.map { .init(within: within, old: old[$0].text, new: nil) }
      + even.map { .init(within: within, old: nil, new: new[$0].text) }
  }

  private static func details(_ old: Statement, _ new: Statement, within: [String]) -> [Difference.Detail] {
    guard old != new else { return [] }
    let own = old.head == new.head ? [] : [Difference.Detail(within: within, old: old.head, new: new.head)]
    return own + details(old.parts, new.parts, within: within + [new.head])
  }

  private enum Key {
    case words, name, form

    func of(_ statement: Statement) -> String? {
      switch self {
      case .words: "\(statement.form) \(statement.head)"
      case .name: statement.key.isEmpty ? nil : "\(statement.form) \(statement.key)"
      case .form: statement.form
      }
    }
  }
}
