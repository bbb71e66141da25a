import DesignModel
import DesignSyntax

/// Words of a design, as they must be written to be read back.
package enum DesignText {
  /// Names of types that declared ones cannot have.
  static let scalars = Set(ModelBuilder.scalars)

  /// A name, in backticks where it would be read as something else.
  ///
  /// - Parameter isClear: whether it stands where no keyword can: before a colon, or after the keyword that declares it.
  package static func name(_ name: String, isClear: Bool = false) -> String {
    let bytes = Array(name.utf8)
    let isPlain =
      bytes.first.map { isLetter($0) } ?? false
      && bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
      && bytes.last != UInt8(ascii: "-") && !name.contains("--")
    if isPlain, isClear || Grammar.shared.keywords.id(name) == 0 || scalars.contains(name) { return name }
    let written = String(name.map { canBeInName($0) ? $0 : "_" })
    return written.allSatisfy(\.isWhitespace) ? "`_`" : "`\(written)`"
  }

  /// Whether a design can have this name: it is not empty, has no backtick, no line end and no control character.
  static func canSay(_ name: String) -> Bool {
    !name.allSatisfy(\.isWhitespace) && name.allSatisfy(canBeInName)
  }

  private static func canBeInName(_ character: Character) -> Bool {
    character != "`" && !character.isNewline
      && character.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && !turnsDirection(scalar)
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  /// Whether SQL and comments may hold it: no control character, and none that turns the direction of the text.
  package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value >= 0x20 || scalar == "\n" || scalar == "\t") && !(0x7F..<0xA0).contains(scalar.value)
      && !turnsDirection(scalar)
  }

  /// Characters that turn the direction of the text, which no design may hold (U+202A to U+202E, U+2066 to U+2069).
  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// A text in double quotes, in one line.
  package static func text(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": break
      case _
      where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF].contains(scalar.value) || turnsDirection(scalar):
        out += "\\u{\(String(scalar.value, radix: 16))}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Words before a statement, a line each.
  package static func documentation(_ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
      let shown = String(
        String.UnicodeScalarView(
          line.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && !turnsDirection($0) }))
      return shown.isEmpty ? "///" : "/// \(shown)"
    }
    while lines.last == "///" { lines.removeLast() }
    return lines
  }

  /// A value of JSON as a literal; nil for objects.
  package static func literal(_ json: String) -> String? {
    if let text = JSONText.unquoted(json) { return self.text(text) }
    if json.hasPrefix("{") || json == "null" { return nil }
    if json.hasPrefix("[") {
      return json.contains("{") || json.contains("}") || json.dropFirst().contains("[") ? nil : json
    }
    // A number below zero is no literal.
    return json.hasPrefix("-") ? nil : json
  }

  /// `1.0.3` and `v2`, which are versions; nil for what is not.
  package static func version(_ text: String) -> String? {
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isVersion = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return isVersion && parts.count <= 3 ? text : nil
  }

  static func capitalized(_ text: String) -> String {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
