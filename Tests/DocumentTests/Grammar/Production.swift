/// What a symbol of a grammar may be.
indirect enum Production: Sendable, Hashable {
  /// A word or sign as it is.
  case literal(String)
  /// Another symbol.
  case symbol(String)
  case sequence([Production])
  case choice([Production])
  case optional(Production)
  /// None, one or more.
  case many(Production)

  /// One or more, separated by a sign.
  static func list(_ item: Production, separator: String = ",") -> Production {
    .sequence([item, .many(.sequence([.literal(separator), item]))])
  }

  static func words(_ words: [String]) -> Production { .sequence(words.map { .literal($0) }) }

  /// In the notation of the W3C: https://www.w3.org/TR/xml/#sec-notation
  var text: String { text(inside: false) }

  private func text(inside: Bool) -> String {
    switch self {
    case .literal(let text): return text.contains("\"") ? "'\(text)'" : "\"\(text)\""
    case .symbol(let name): return name
    case .sequence(let parts):
      let text = parts.map { $0.text(inside: true) }.joined(separator: " ")
      return parts.count > 1 && inside ? "(\(text))" : text
    case .choice(let parts):
      let text = parts.map { $0.text(inside: true) }.joined(separator: " | ")
      return parts.count > 1 && inside ? "(\(text))" : text
    case .optional(let part): return part.text(inside: true) + "?"
    case .many(let part): return part.text(inside: true) + "*"
    }
  }

  /// Every symbol that it names.
  var symbols: [String] {
    switch self {
    case .literal: []
    case .symbol(let name): [name]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.symbols)
    case .optional(let part), .many(let part): part.symbols
    }
  }
}
