import DesignSource

/// A word of SQL, with its place.
struct SQLToken: Sendable {
  enum Kind: Sendable {
    /// A keyword or a name without quotes.
    case word
    /// A name in quotes; its text is what stands between them.
    case quoted
    /// A text; its text is what it means.
    case text
    case number
    /// One or two characters: `(`, `::`.
    case symbol
    /// What ends a statement.
    case end
  }

  let kind: Kind
  let text: String
  let file: FileID
  /// Offsets of bytes.
  let start: Int
  let end: Int
  /// Whether white space or a comment stands before it.
  let follows: Bool

  /// Whether it is this keyword, given in capitals.
  func isWord(_ word: String) -> Bool {
    guard kind == .word, text.utf8.count == word.utf8.count else { return false }
    return zip(text.utf8, word.utf8).allSatisfy { a, b in (0x61...0x7A).contains(a) ? a - 0x20 == b : a == b }
  }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
}
