import DesignModel

/// A default of a column, as far as two of them can be told apart without running them.
enum DefaultValue: Hashable, Sendable {
  /// A number, a text, a truth, or the case of an enumeration.
  case literal(String)
  /// The time of the transaction, under any of its names.
  case now
  /// Any other SQL, in small letters, without spaces, casts and outer parentheses.
  case sql(String)

  /// As the design states it; nil for `NULL`.
  ///
  /// - Parameter written: the clause in the design's text, which alone tells SQL from a literal: SQL stands in backticks.
  init?(_ fact: Fact, written: some StringProtocol) {
    guard let word = fact.word else { return nil }
    let value = written.drop { $0 != " " }.drop { $0.isWhitespace }
    if value.hasPrefix("`") {
      self.init(built: word)
    } else if word.count >= 2, word.hasPrefix("\""), word.hasSuffix("\"") {
      let text = word.dropFirst().dropLast().replacing("\\\"", with: "\"")
      self = .literal(Self.number(String(text)))
    } else {
      let plain = Self.isNumber(word.filter { $0 != "_" }) ? word.filter { $0 != "_" } : word
      if plain.lowercased() == "null" { return nil }
      self = .literal(Self.truths[plain.lowercased()] ?? Self.number(plain))
    }
  }

  /// As the catalog of a database writes it; nil for `NULL`, which is what a column without a default has.
  init?(built sql: String) {
    self.init(sql: sql)
    if self == .sql("null") { return nil }
  }

  private init(sql: String) {
    var text = Self.withoutCasts(sql.trimmed)
    while text.hasPrefix("("), text.hasSuffix(")"), Self.isOnePair(text) {
      text = Self.withoutCasts(String(text.dropFirst().dropLast()).trimmed)
    }
    let lower = text.lowercased()
    if let inner = Self.quoted(text) {
      self = .literal(Self.truths[inner.lowercased()] ?? Self.number(inner))
    } else if let truth = Self.truths[lower], lower == "true" || lower == "false" {
      self = .literal(truth)
    } else if Self.isNumber(text) {
      self = .literal(Self.number(text))
    } else if Self.nowWords.contains(lower.filter { $0 != " " }) {
      self = .now
    } else {
      self = .sql(lower.filter { !$0.isWhitespace })
    }
  }

  /// Whether it counts up a sequence.
  var isSequence: Bool { if case .sql(let sql) = self { sql.hasPrefix("nextval(") } else { false } }

  /// Whether a database makes one value of both; nil when that cannot be told from their texts.
  func equals(_ other: DefaultValue) -> Bool? {
    if self == other { return true }
    switch (self, other) {
    // A truth may be kept as a number.
    case (.literal(let a), .literal(let b)):
      return Self.truthAsNumber(a) == Self.truthAsNumber(b) && (Self.truths[a] ?? Self.truths[b]) != nil
    case (.sql(let a), .sql(let b)):
      // A call without arguments is what it is; all else the database may have written in another way.
      return Self.isCall(a) && Self.isCall(b) ? false : nil
    case (.sql(let sql), _), (_, .sql(let sql)): return Self.isCall(sql) ? false : nil
    case (.now, _), (_, .now): return false
    }
  }

  // MARK: Reading SQL

  private static let truths = ["true": "true", "false": "false", "t": "true", "f": "false"]
  private static let nowWords: Set<String> = [
    "now()", "current_timestamp", "current_timestamp()", "transaction_timestamp()", "localtimestamp",
    "datetime('now')", "datetime(current_timestamp)", "current_timestamp(6)",
  ]

  private static func truthAsNumber(_ text: String) -> String {
    switch text {
    case "true": "1"
    case "false": "0"
    default: text
    }
  }

  /// `gen_random_uuid()`, with or without a schema before it.
  private static func isCall(_ sql: String) -> Bool {
    sql.hasSuffix("()") && sql.dropLast(2).allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
  }

  private static func isNumber(_ text: String) -> Bool {
    Double(text) != nil && text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
  }

  /// `0.00` is `0`, `-1.50` is `-1.5`.
  private static func number(_ text: String) -> String {
    guard isNumber(text), !text.lowercased().contains("e") else { return text }
    var out = text.hasPrefix("+") ? String(text.dropFirst()) : text
    if out.contains(".") {
      while out.hasSuffix("0") { out.removeLast() }
      if out.hasSuffix(".") { out.removeLast() }
    }
    return out
  }

  /// The content of a text in single quotes that is all there is.
  private static func quoted(_ text: String) -> String? {
    guard text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") else { return nil }
    let inner = String(text.dropFirst().dropLast()).replacing("''", with: "\u{0}")
    return inner.contains("'") ? nil : inner.replacing("\u{0}", with: "'")
  }

  /// Without the type that PostgreSQL writes behind a value: `'EUR'::bpchar`, `'draft'::public.product_status`.
  private static func withoutCasts(_ text: String) -> String {
    var out = text
    while let cast = out.ranges(of: "::").last {
      let type = out[cast.upperBound...]
      guard
        type.allSatisfy({ $0.isLetter || $0.isNumber || " _.\"(),[]".contains($0) }),
        type.filter({ $0 == "(" }).count == type.filter({ $0 == ")" }).count
      else { break }
      out = String(out[..<cast.lowerBound]).trimmed
    }
    return out
  }

  /// Whether the first parenthesis is closed by the last.
  private static func isOnePair(_ text: String) -> Bool {
    var depth = 0
    var isInText = false
    for (offset, character) in text.enumerated() {
      if character == "'" { isInText.toggle() }
      guard !isInText else { continue }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, offset < text.count - 1 { return false }
    }
    return depth == 0
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace ?? false { rest.removeFirst() }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
  }
}
