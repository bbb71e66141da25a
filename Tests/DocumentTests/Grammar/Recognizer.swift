import DesignSyntax

/// Tells whether a text can be derived from the grammar: the sets of tokens at which a symbol may end, each found once.
struct Recognizer {
  private let grammar: Rules
  private let tree: SyntaxTree
  private let tokens: [Token]
  private let texts: [String]
  private var known: [Place: [Int]] = [:]
  /// The last token that anything asked for.
  private(set) var furthest = 0

  private struct Place: Hashable {
    let symbol: String
    let position: Int
  }

  init(_ grammar: Rules, _ tree: SyntaxTree) {
    self.grammar = grammar
    self.tree = tree
    tokens = tree.tokens.filter { $0.kind != .end }
    texts = tokens.map(tree.text)
  }

  /// Whether all tokens of the text are one design.
  mutating func derives() -> Bool { ends(.symbol(FormGrammar.start), at: 0).contains(tokens.count) }

  /// The token at which no symbol went further, for messages.
  var stopped: String {
    furthest < tokens.count
      ? texts[furthest..<min(furthest + 5, texts.count)].joined(separator: " ") : "the end"
  }

  private mutating func ends(_ production: Production, at position: Int) -> [Int] {
    switch production {
    case .literal(let text):
      guard position < tokens.count, texts[position] == text else { return [] }
      furthest = max(furthest, position + 1)
      return [position + 1]
    case .symbol(let name): return ends(ofSymbol: name, at: position)
    case .sequence(let parts):
      var positions = [position]
      for part in parts {
        positions = merged(positions.map { ends(part, at: $0) })
        if positions.isEmpty { break }
      }
      return positions
    case .choice(let parts): return merged(parts.map { ends($0, at: position) })
    case .optional(let part): return merged([[position], ends(part, at: position)])
    case .many(let part):
      var found: Set<Int> = [position]
      var open = [position]
      while let next = open.popLast() {
        for end in ends(part, at: next) where found.insert(end).inserted { open.append(end) }
      }
      return found.sorted()
    }
  }

  private mutating func ends(ofSymbol name: String, at position: Int) -> [Int] {
    if let one = grammar.lexical[name] {
      guard let count = one.take(tokens[position...], tree) else { return [] }
      furthest = max(furthest, position + count)
      return [position + count]
    }
    if let words = grammar.firsts[name], position == tokens.count || !words.contains(texts[position]) {
      return []
    }
    let place = Place(symbol: name, position: position)
    if let ends = known[place] { return ends }
    guard let production = grammar.productions[name] else { return [] }
    let found = ends(production, at: position)
    known[place] = found
    return found
  }

  private func merged(_ lists: [[Int]]) -> [Int] {
    lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
  }
}

extension Recognizer {
  /// A grammar, ready to be looked up.
  struct Rules: Sendable {
    let productions: [String: Production]
    let lexical: [String: Lexical]
    /// The words that a symbol may begin with; none for one that may begin otherwise.
    private(set) var firsts: [String: Set<String>] = [:]

    init(_ grammar: FormGrammar) {
      productions = Dictionary(grammar.rules.map { ($0.symbol, $0.production) }) { first, _ in first }
      lexical = Dictionary(uniqueKeysWithValues: Lexical.all.map { ($0.symbol, $0) })
      for (symbol, production) in productions { firsts[symbol] = first(of: production) }
    }

    private func first(of production: Production) -> Set<String>? {
      switch production {
      case .literal(let text): return [text]
      case .symbol(let name): return productions[name].flatMap(first)
      case .sequence(let parts): return parts.first.flatMap(first)
      case .choice(let parts):
        let sets = parts.map(first)
        return sets.contains(nil) ? nil : Set(sets.compactMap { $0 }.joined())
      case .optional, .many: return nil
      }
    }
  }
}
