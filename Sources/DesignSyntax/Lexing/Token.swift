/// A piece of text that the grammar knows. White space and comments lie between tokens and belong to none.
package struct Token: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    /// A name or a keyword; only the place decides which.
    case word
    /// A name or SQL in backticks.
    case backtick
    /// `"…"`
    case text
    /// `"""…"""`
    case multilineText
    /// A number with what touches it: `17`, `8.4.1`, `250ms`, `99.95%`, `2027-03-31`.
    case number
    /// A literal part of an endpoint's path: `/products/`.
    case pathText
    case leftBrace, rightBrace, leftParenthesis, rightParenthesis, leftBracket, rightBracket
    case colon, semicolon, comma, dot, dotDot, arrow, pipe, question, equal, plus, slash
    case less, lessEqual, greater, greaterEqual, star
    /// Bytes that are nothing in the language.
    case invalid
    /// The end of the file; empty.
    case end
  }

  /// What stands before the token.
  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A line feed that may end a statement.
    package static let newline = Flags(rawValue: 1)
    /// White space or a comment.
    package static let space = Flags(rawValue: 2)
    /// A `///` line.
    package static let documentation = Flags(rawValue: 4)
  }

  package let kind: Kind
  package let flags: Flags
  /// For a word, its place in the list of all words that forms are spelled with; 0 when it is none of them.
  package let keyword: KeywordID
  package let start: Int32
  package let end: Int32

  /// Whether the token begins a line.
  package var startsLine: Bool { flags.contains(.newline) }
  /// Whether nothing stands between the token and the one before.
  package var touchesPrevious: Bool { !flags.contains(.space) && !flags.contains(.newline) }
}

/// The number of a spelled word among all words of the keyword table; 0 is no such word.
package typealias KeywordID = UInt16
