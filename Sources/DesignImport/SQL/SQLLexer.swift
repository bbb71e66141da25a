import DesignSource

/// Cuts a file of SQL into words. It takes whatever comes: a text that is never closed goes to the end of the file.
struct SQLLexer {
  private let bytes: [UInt8]
  private let dialect: SQLDialect
  private let file: FileID
  private var at = 0
  private var tokens: [SQLToken] = []
  private var follows = false
  /// What ends a statement; `DELIMITER` changes it.
  private var delimiter: [UInt8] = [UInt8(ascii: ";")]
  /// Where the statement that is being read begins among the tokens.
  private var statement = 0
  /// Lines that are psql's own, with the offsets where they begin.
  private var skipped: [(offset: Int, line: String)] = []

  static func tokens(_ bytes: [UInt8], _ dialect: SQLDialect, file: FileID) -> (
    tokens: [SQLToken], skipped: [(offset: Int, line: String)]
  ) {
    var lexer = SQLLexer(bytes: bytes, dialect: dialect, file: file)
    lexer.run()
    return (lexer.tokens, lexer.skipped)
  }

  private init(bytes: [UInt8], dialect: SQLDialect, file: FileID) {
    self.file = file
    self.bytes = bytes
    self.dialect = dialect
  }

  private func byte(_ ahead: Int = 0) -> UInt8 { at + ahead < bytes.count ? bytes[at + ahead] : 0 }

  private mutating func run() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while at < bytes.count {
      if skipSpace() { continue }
      if tokens.count == statement, skipLineOfAnotherLanguage() { continue }
      if bytes[at...].starts(with: delimiter) {
        let isCopy = copiesFromInput()
        append(.end, to: at + delimiter.count)
        statement = tokens.count
        if isCopy { skipData() }
        continue
      }
      token()
    }
    if tokens.count > statement { append(.end, to: at) }
  }

  private mutating func append(_ kind: SQLToken.Kind, _ text: String? = nil, to end: Int) {
    let text = text ?? String(decoding: bytes[at..<end], as: UTF8.self)
    tokens.append(SQLToken(kind: kind, text: text, file: file, start: at, end: end, follows: follows))
    at = end
    follows = false
  }

  // MARK: What lies between the words

  /// White space and comments; whether there was any.
  private mutating func skipSpace() -> Bool {
    let start = at
    switch byte() {
    case 0x20, 0x09...0x0D: at += 1
    case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-"): skipLine()
    case UInt8(ascii: "#") where dialect.hasBackslashEscapes: skipLine()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "*")
    where byte(1) == UInt8(ascii: "/") && dialect.hasBackslashEscapes: at += 2  // of `/*!40101 … */`
    default: return false
    }
    if at > start { follows = true }
    return at > start
  }

  private mutating func skipLine() { while at < bytes.count, bytes[at] != 0x0A { at += 1 } }

  private mutating func skipComment() {
    // MySQL runs what stands in `/*!40101 … */`.
    let mark = byte(2) == UInt8(ascii: "M") ? 3 : 2
    if dialect.hasBackslashEscapes, byte(mark) == UInt8(ascii: "!") {
      at += mark + 1
      while (0x30...0x39).contains(byte()) { at += 1 }
      return
    }
    var depth = 0
    while at < bytes.count {
      if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*"), depth == 0 || dialect == .postgresql {
        depth += 1
        at += 2
      } else if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        depth -= 1
        at += 2
        if depth == 0 { return }
      } else {
        at += 1
      }
    }
  }

  /// `DELIMITER ;;`, and what psql does by itself: `\connect shop`.
  private mutating func skipLineOfAnotherLanguage() -> Bool {
    var start = at
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D else { return false }
    let begin = at
    if byte() == UInt8(ascii: "\\") {
      skipLine()
      skipped.append((begin, String(decoding: bytes[begin..<at], as: UTF8.self)))
      return true
    }
    guard String(decoding: bytes[at...].prefix(10), as: UTF8.self).lowercased() == "delimiter " else {
      return false
    }
    at += 10
    let from = at
    skipLine()
    let rest = bytes[from..<at].filter { $0 > 0x20 }
    if !rest.isEmpty { delimiter = rest }
    return true
  }

  private func copiesFromInput() -> Bool {
    guard tokens.count > statement + 2, tokens[statement].isWord("COPY") else { return false }
    return zip(tokens[statement...], tokens[(statement + 1)...]).contains {
      $0.isWord("FROM") && $1.isWord("STDIN")
    }
  }

  /// The lines behind `COPY … FROM stdin;`, to the one that is `\.`.
  private mutating func skipData() {
    skipLine()
    while at < bytes.count {
      at += 1
      let start = at
      skipLine()
      if bytes[start..<at].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: ".")]) { return }
    }
  }

  // MARK: Words

  private mutating func token() {
    let first = byte()
    switch first {
    case UInt8(ascii: "'"): text(prefix: 0, escapes: dialect.hasBackslashEscapes)
    case UInt8(ascii: "\""): quoted(UInt8(ascii: "\""))
    case UInt8(ascii: "`"): quoted(UInt8(ascii: "`"))
    case UInt8(ascii: "[") where dialect == .sqlite: quoted(UInt8(ascii: "]"))
    case UInt8(ascii: "$") where dollarTag() != nil: dollarText()
    case _ where byte(1) == UInt8(ascii: "'") && "eEbBxXnN".utf8.contains(first):
      text(prefix: 1, escapes: dialect.hasBackslashEscapes || first | 0x20 == UInt8(ascii: "e"))
    case _ where Self.isLetter(first):
      var end = at + 1
      while end < bytes.count, Self.isLetter(bytes[end]) || Self.isDigit(bytes[end]) || bytes[end] == 0x24 {
        end += 1
      }
      append(.word, to: end)
    case _ where Self.isDigit(first) || (first == UInt8(ascii: ".") && Self.isDigit(byte(1))):
      var end = at + 1
      while end < bytes.count,
        Self.isDigit(bytes[end]) || Self.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: ".")
      {
        end += 1
      }
      append(.number, to: end)
    default:
      let two = first == byte(1) && (first == UInt8(ascii: ":") || first == UInt8(ascii: "|"))
      append(.symbol, to: at + (two ? 2 : 1))
    }
  }

  /// A name in quotes; a quote within is doubled.
  private mutating func quoted(_ close: UInt8) {
    let (content, end) = content(from: at + 1, close, escapes: false)
    // MySQL's double quotes hold a text, which is told apart by where it stands.
    append(.quoted, content, to: end)
  }

  private mutating func text(prefix: Int, escapes: Bool) {
    let (content, end) = content(from: at + prefix + 1, UInt8(ascii: "'"), escapes: escapes)
    append(.text, content, to: end)
  }

  private func content(from start: Int, _ close: UInt8, escapes: Bool) -> (String, Int) {
    var out: [UInt8] = []
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == close {
        guard index + 1 < bytes.count, bytes[index + 1] == close else {
          return (String(decoding: out, as: UTF8.self), index + 1)
        }
        index += 1
      } else if escapes, byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        let escaped: UInt8 =
          switch bytes[index] {
          case UInt8(ascii: "n"): 0x0A
          case UInt8(ascii: "t"): 0x09
          case UInt8(ascii: "r"): 0x0D
          case UInt8(ascii: "0"): 0
          case let other: other
          }
        out.append(escaped)
        index += 1
        continue
      }
      out.append(bytes[index])
      index += 1
    }
    return (String(decoding: out, as: UTF8.self), bytes.count)
  }

  /// `$body$`
  private func dollarTag() -> ArraySlice<UInt8>? {
    var end = at + 1
    while end < bytes.count, Self.isLetter(bytes[end]) || Self.isDigit(bytes[end]) { end += 1 }
    return end < bytes.count && bytes[end] == 0x24 && !Self.isDigit(byte(1)) ? bytes[at...end] : nil
  }

  private mutating func dollarText() {
    guard let tag = dollarTag() else { return }
    var end = at + tag.count
    while end < bytes.count, bytes[end] != 0x24 || !bytes[end...].starts(with: tag) { end += 1 }
    let content = String(decoding: bytes[min(at + tag.count, bytes.count)..<end], as: UTF8.self)
    append(.text, content, to: min(end + tag.count, bytes.count))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
