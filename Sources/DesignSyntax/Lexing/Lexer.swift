import DesignSource

/// Cuts bytes into tokens. Never fails: what is nothing in the language becomes an `invalid` token and a diagnostic.
struct Lexer {
  let source: UnsafeBufferPointer<UInt8>
  private let file: FileID
  private let keywords: Keywords
  var position = 0
  private(set) var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  var isCutShort = false
  /// How deep in `{ }` of an endpoint's path; -1 outside a path.
  private var pathDepth = -1

  private init(_ source: UnsafeBufferPointer<UInt8>, file: FileID, keywords: Keywords) {
    self.source = source
    self.file = file
    self.keywords = keywords
    tokens.reserveCapacity(source.count / 5 + 8)
  }

  /// All tokens of a file, the last of kind `end`; what is wrong with its characters; and whether a text or comment
  /// that never ends took the rest of it.
  static func tokenize(_ bytes: [UInt8], file: FileID, keywords: Keywords) -> (
    tokens: [Token], diagnostics: [Diagnostic], isCutShort: Bool
  ) {
    bytes.withUnsafeBufferPointer { source in
      var lexer = Lexer(source, file: file, keywords: keywords)
      lexer.run()
      return (lexer.tokens, lexer.diagnostics, lexer.isCutShort)
    }
  }

  private mutating func run() {
    reportEncoding()
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while true {
      if pathDepth == 0, continuesPath { scanPathText([]) }
      let flags = skipTrivia()
      guard position < source.count else {
        append(.end, from: position, flags.union(.newline))
        return
      }
      scan(flags)
    }
  }

  func peek(_ ahead: Int = 0) -> UInt8 {
    let index = position + ahead
    return index < source.count ? source[index] : 0
  }

  mutating func append(
    _ kind: Token.Kind, from start: Int, _ flags: Token.Flags, keyword: KeywordID = 0
  ) {
    var flags = flags
    // A line feed does not end a statement after what cannot end one, nor before `|`.
    if flags.contains(.newline) {
      switch tokens.last?.kind {
      case .comma, .arrow, .pipe, .dot: flags.subtract(.newline)
      default: if kind == .pipe { flags.subtract(.newline) }
      }
    }
    tokens.append(
      Token(
        kind: kind, flags: flags, keyword: keyword, start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: position)))
  }

  // MARK: White space and comments

  private mutating func skipTrivia() -> Token.Flags {
    var flags: Token.Flags = position == 0 || tokens.isEmpty ? .newline : []
    while position < source.count {
      switch source[position] {
      case 10, 13:
        flags.formUnion([.newline, .space])
        position += 1
      case 32, 9:
        flags.formUnion(.space)
        position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        if peek(2) == UInt8(ascii: "/"), peek(3) != UInt8(ascii: "/") { flags.formUnion(.documentation) }
        flags.formUnion(.space)
        while position < source.count, source[position] != 10 { position += 1 }
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
        flags.formUnion(.space)
        if skipBlockComment() { flags.formUnion(.newline) }
      case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-") && peek(2) != UInt8(ascii: ">"):
        skipSQLComment()
        flags.formUnion(.space)
      default:
        return flags
      }
    }
    return flags
  }

  /// A comment as SQL writes it.
  private mutating func skipSQLComment() {
    let start = position
    while position < source.count, source[position] != 10 { position += 1 }
    report(
      "sql-syntax", "comments start with `//`", from: start, to: start + 2, help: "write `//`",
      replacement: "//")
  }

  /// Skips a comment, which may hold others; tells whether it spans lines.
  private mutating func skipBlockComment() -> Bool {
    let start = position
    var depth = 0
    var lines = false
    while position < source.count {
      if source[position] == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if source[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
        if depth == 0 { return lines }
      } else {
        if source[position] == 10 { lines = true }
        position += 1
      }
    }
    isCutShort = true
    report(
      "unterminated-comment", "this comment is never closed", from: start, to: start + 2,
      help: "end it with `*/`; comments nest, so each `/*` inside needs its own")
    return lines
  }

  // MARK: Tokens

  private mutating func scan(_ flags: Token.Flags) {
    let start = position
    let byte = source[position]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      scanWord(flags)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      scanNumber(flags)
    case UInt8(ascii: "\""):
      scanText(flags)
    case UInt8(ascii: "`"):
      scanBacktick(flags)
    case UInt8(ascii: "-"):
      if peek(1) == UInt8(ascii: ">") {
        position += 2
        append(.arrow, from: start, flags)
      } else if isDigit(peek(1)) {
        position += 1
        scanNumber(flags, from: start)
      } else if peek(1) == byte, peek(2) == UInt8(ascii: ">") {
        scanForeignArrow(3, flags)
      } else {
        scanInvalid(flags)
      }
    case UInt8(ascii: "=") where peek(1) == UInt8(ascii: ">"):
      scanForeignArrow(2, flags)
    case UInt8(ascii: "'"):
      if !scanSQLText(flags) { scanInvalid(flags) }
    case UInt8(ascii: "/") where startsPath(flags):
      pathDepth = 0
      scanPathText(flags)
    default:
      if byte >= 0x80 {
        if letterLength(at: position) > 0 { scanWord(flags) } else { scanInvalid(flags) }
      } else {
        scanPunctuation(byte, flags)
      }
    }
  }

  /// An arrow as other languages draw it.
  private mutating func scanForeignArrow(_ length: Int, _ flags: Token.Flags) {
    let start = position
    position += length
    report(
      "unexpected-token", "an arrow is written `->`", from: start, to: position, help: "write `->`",
      replacement: "->")
    append(.arrow, from: start, flags)
  }

  private mutating func scanPunctuation(_ byte: UInt8, _ flags: Token.Flags) {
    let start = position
    let next = peek(1)
    let (kind, length): (Token.Kind, Int)
    switch byte {
    case UInt8(ascii: "{"):
      (kind, length) = (.leftBrace, 1)
      if pathDepth >= 0 { pathDepth += 1 }
    case UInt8(ascii: "}"):
      (kind, length) = (.rightBrace, 1)
      if pathDepth > 0 { pathDepth -= 1 }
    case UInt8(ascii: "("): (kind, length) = (.leftParenthesis, 1)
    case UInt8(ascii: ")"): (kind, length) = (.rightParenthesis, 1)
    case UInt8(ascii: "["): (kind, length) = (.leftBracket, 1)
    case UInt8(ascii: "]"): (kind, length) = (.rightBracket, 1)
    case UInt8(ascii: ":"): (kind, length) = (.colon, 1)
    case UInt8(ascii: ";"): (kind, length) = (.semicolon, 1)
    case UInt8(ascii: ","): (kind, length) = (.comma, 1)
    case UInt8(ascii: "."): (kind, length) = next == byte ? (.dotDot, 2) : (.dot, 1)
    case UInt8(ascii: "|"): (kind, length) = (.pipe, 1)
    case UInt8(ascii: "?"): (kind, length) = (.question, 1)
    case UInt8(ascii: "="): (kind, length) = (.equal, 1)
    case UInt8(ascii: "+"): (kind, length) = (.plus, 1)
    case UInt8(ascii: "/"): (kind, length) = (.slash, 1)
    case UInt8(ascii: "*"): (kind, length) = (.star, 1)
    case UInt8(ascii: "<"): (kind, length) = next == UInt8(ascii: "=") ? (.lessEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"): (kind, length) = next == UInt8(ascii: "=") ? (.greaterEqual, 2) : (.greater, 1)
    default: return scanInvalid(flags)
    }
    position += length
    append(kind, from: start, flags)
  }

  private mutating func scanWord(_ flags: Token.Flags) {
    let start = position
    while position < source.count {
      let byte = source[position]
      if isWordByte(byte) {
        position += 1
      } else if byte == UInt8(ascii: "-"), wordContinues(at: position + 1) {
        position += 1
      } else if byte >= 0x80, case let length = letterLength(at: position), length > 0 {
        position += length
      } else {
        break
      }
    }
    let id = keywords.id(UnsafeBufferPointer(rebasing: source[start..<position]))
    append(.word, from: start, flags, keyword: id)
  }

  /// Digits and what touches them, longest match: a date, a version, a number with a unit.
  private mutating func scanNumber(_ flags: Token.Flags, from sign: Int? = nil) {
    let start = sign ?? position
    if isDate { position += 10 } else { scanDigits() }
    while peek() == UInt8(ascii: "."), isDigit(peek(1)) {
      position += 1
      scanDigits()
    }
    while isWordByte(peek()) || peek() == UInt8(ascii: "%") { position += 1 }
    append(.number, from: start, flags)
  }

  private mutating func scanDigits() {
    while isDigit(peek()) || (peek() == UInt8(ascii: "_") && isDigit(peek(1))) { position += 1 }
  }

  private var isDate: Bool {
    let shape: [Bool] = [true, true, true, true, false, true, true, false, true, true]
    return shape.indices.allSatisfy { shape[$0] ? isDigit(peek($0)) : peek($0) == UInt8(ascii: "-") }
      && !isDigit(peek(10))
  }

  // MARK: Endpoint paths

  /// A slash begins a path only after the name of an HTTP method.
  private func startsPath(_ flags: Token.Flags) -> Bool {
    guard let last = tokens.last, last.kind == .word, flags.contains(.space), !flags.contains(.newline) else {
      return false
    }
    return HTTPMethods.contains(source[Int(last.start)..<Int(last.end)])
  }

  /// Whether the path goes on at the current byte, after one of its `{ }` closed.
  private var continuesPath: Bool {
    guard tokens.last?.kind == .rightBrace else { return false }
    return isPathByte(peek())
  }

  private func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "("),
      UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      false
    default: true
    }
  }

  private mutating func scanPathText(_ flags: Token.Flags) {
    let start = position
    while isPathByte(peek()) { position += 1 }
    append(.pathText, from: start, flags)
    if peek() != UInt8(ascii: "{") { pathDepth = -1 }
  }

  // MARK: Characters

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || isDigit(byte) || byte == 95
  }

  /// Whether a letter or digit follows, so that a hyphen belongs to the word.
  private func wordContinues(at index: Int) -> Bool {
    guard index < source.count else { return false }
    return isWordByte(source[index]) || letterLength(at: index) > 0
  }

  /// Kept out of the loop over plain letters, which never gets here.
  @inline(never)
  private func letterLength(at index: Int) -> Int { measureLetter(at: index) }

  /// The number of bytes of the letter (or, within a word, mark) outside ASCII that starts here; 0 when none does.
  private func measureLetter(at index: Int) -> Int {
    guard index < source.count, source[index] >= 0x80, case (let scalar?, let length) = decode(at: index)
    else { return 0 }
    let properties = scalar.properties
    let continues =
      index > 0 && index == position && !tokens.isEmpty && properties.canonicalCombiningClass != .notReordered
    return properties.isAlphabetic || continues || properties.generalCategory == .nonspacingMark ? length : 0
  }

  private func decode(at index: Int) -> (Unicode.Scalar?, Int) {
    var iterator = source[index..<min(index + 4, source.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
    return (scalar, UTF8.width(scalar))
  }

  /// A run of bytes that mean nothing is one token and one diagnostic.
  private mutating func scanInvalid(_ flags: Token.Flags) {
    let start = position
    var malformed = false
    repeat {
      let (scalar, length) = decode(at: position)
      malformed = malformed || scalar == nil
      position += length
    } while position < source.count && source[position] >= 0x80 && letterLength(at: position) == 0
    append(.invalid, from: start, flags)
    // Bytes that are not UTF-8 have been told once for the whole file.
    guard !malformed else { return }
    let shown = Self.shown(String(decoding: source[start..<position], as: UTF8.self))
    report(
      "invalid-character", "`\(shown)` means nothing here", from: start, to: position,
      help: advice(for: shown))
  }

  /// A control character by its number, since nobody sees it.
  private static func shown(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first, scalar.properties.generalCategory == .control else {
      return text
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private mutating func reportEncoding() {
    reportDirections()
    guard let (first, others) = Encoding.malformed(source) else { return }
    report(
      "invalid-utf8", "these bytes are not UTF-8", from: first.lowerBound, to: first.upperBound,
      help: others == 0
        ? "save the file as UTF-8"
        : "save the file as UTF-8; there are \(others) more such places")
  }

  /// Characters that turn the direction of the text, also in comments and texts: with them a reviewer reads something else
  /// than the compiler (N. Boucher and R. Anderson, "Trojan Source", 2021-11).
  private mutating func reportDirections() {
    var at = 0
    while let found = source[at...].firstIndex(of: 0xE2), found + 2 < source.count {
      at = found + 1
      let turns =
        source[found + 1] == 0x80 && (0xAA...0xAE).contains(source[found + 2])
        || source[found + 1] == 0x81 && (0xA6...0xA9).contains(source[found + 2])
      guard turns else { continue }
      let low = UInt32(source[found + 1] & 0x3F) << 6 | UInt32(source[found + 2] & 0x3F)
      let shown = "U+\(String(0x2000 | low, radix: 16, uppercase: true))"
      report(
        "invalid-character", "`\(shown)` turns the direction of the text, and readers see something else",
        from: found, to: found + 3, help: "remove it")
    }
  }

  private func advice(for character: String) -> String {
    switch character {
    case "'": "texts stand in double quotes: `\"…\"`; SQL in backticks"
    case let code where code.hasPrefix("U+"): "remove it; a text writes it as `\\u{\(code.dropFirst(2))}`"
    case "#": "comments start with `//`"
    case "“", "”", "„": "texts stand in straight double quotes: `\"…\"`"
    case "–", "—", "−", "→": "write `->` for an arrow, `-` within a name"
    default: "put a name with such characters in backticks, a text in double quotes"
    }
  }

  mutating func report(
    _ code: String, _ message: String, from start: Int, to end: Int, help: String, replacement: String? = nil
  ) {
    let range = SourceRange(file: file, start: start, end: end)
    diagnostics.append(
      Diagnostic(
        .error, code, message, at: range, help: [help],
        fixIts: replacement.map { [.init(help, range: range, replacement: $0)] } ?? []))
  }
}

/// The methods of RFC 9110 §9.3 and RFC 5789 whose names introduce an endpoint.
package enum HTTPMethods {
  package static let all = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

  private static let bytes = all.map { Array($0.utf8) }

  static func contains(_ word: some Collection<UInt8>) -> Bool {
    word.count >= 3 && word.count <= 7 && bytes.contains { $0.elementsEqual(word) }
  }
}
