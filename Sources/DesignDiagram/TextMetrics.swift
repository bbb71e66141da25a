/// How wide a text stands on the sheet, without asking any font of the machine.
///
/// A typeface's own widths for Latin text, and figures that err on the wide side for everything else. Kerning is ignored:
/// it only ever narrows text.
package struct TextMetrics: Sendable, Hashable, Encodable {
  /// Whose widths are taken.
  package let typeface: Typeface

  /// LayoutMeasures by a typeface.
  package init(_ typeface: Typeface) { self.typeface = typeface }

  /// The width of a text in pixels.
  package func width(_ text: String, _ role: TextRole) -> Double {
    width(text, size: role.size, bold: role.isBold)
  }

  /// The width of a text in pixels at a font size.
  package func width(_ text: String, size: Double, bold: Bool) -> Double {
    let ascii = typeface.ascii(bold: bold)
    var total = 0
    for scalar in text.unicodeScalars {
      total += advance(scalar, ascii)
    }
    return Double(total) * size / 1000
  }

  /// The text, or as much of its beginning as fits with an ellipsis after it.
  package func fitted(_ text: String, _ role: TextRole, _ maximum: Double) -> String {
    if width(text, role) <= maximum { return text }
    var kept = ""
    var used = width("…", role)
    for character in text {
      used += width(String(character), role)
      if used > maximum { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// The text broken into lines no wider than a maximum, between words where possible; what does not fit into the last
  /// allowed line ends in an ellipsis.
  package func wrapped(_ text: String, _ role: TextRole, _ maximum: Double, lines limit: Int)
    -> [String]
  {
    if text.isEmpty { return [] }
    if width(text, role) <= maximum { return [text] }
    let pieces = Self.breakable(text)
    var lines: [String] = []
    var line = ""
    for (index, piece) in pieces.enumerated() {
      let longer = line + piece
      if width(Self.trimmed(longer), role) <= maximum {
        line = longer
        continue
      }
      if lines.count == limit - 1 || line.isEmpty {
        lines.append(fitted(line + pieces[index...].joined(), role, maximum))
        return lines
      }
      lines.append(Self.trimmed(line))
      line = piece
    }
    if !line.isEmpty { lines.append(fitted(Self.trimmed(line), role, maximum)) }
    return lines
  }

  /// The text on one line: white space and control characters become single spaces.
  package static func singleLine(_ text: String) -> String {
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 >= 0x80 }) { return text }
    var result = ""
    var space = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        space = !result.isEmpty
        continue
      }
      if space { result.append(" ") }
      space = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The text cut where a line may break: after spaces, and after the joints of long names (`-`, `_`, `.`, `/`).
  private static func breakable(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      // productModel, HTTPServer: a capital after a small letter begins a word.
      if character.isUppercase, piece.last?.isLowercase ?? false {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      if character == " " || character == "-" || character == "_" || character == "." || character == "/" {
        pieces.append(piece)
        piece = ""
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// How many columns of a terminal one scalar takes: none, one or two.
  package static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isEastAsianWide(scalar) || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// East Asian wide and fullwidth, Unicode Standard Annex 11.
  private static func isEastAsianWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The advance of one scalar in thousandths of an em.
  private func advance(_ scalar: Unicode.Scalar, _ ascii: [UInt16]) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return Int(ascii[Int(scalar.value) - 0x20])
    case 0..<0x20, 0x7F..<0xA0: return 0
    case 0xA0...0xFF: return Int(typeface.latin1[Int(scalar.value) - 0xA0])
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: return 0
    case 0x2013: return typeface == .monospace ? 602 : 556
    case 0x2018, 0x2019: return typeface == .helvetica ? 278 : 602
    case 0x201C, 0x201D: return typeface == .helvetica ? 500 : 660
    case 0x2014, 0x2026, 0x2190...0x21FF: return 1000
    case _ where Self.isEastAsianWide(scalar): return 1000
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if properties.isEmojiPresentation || scalar.value >= 0x1F000 { return 1250 }
    // Greek, Cyrillic, Arabic and the rest: their capitals reach 0.95 em, their small letters 0.8 em.
    return (properties.isUppercase ? 950 : 800) * typeface.otherScripts / 100
  }
}
