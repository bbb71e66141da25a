/// A family of fonts whose widths are known, so that text can be measured without any font at hand.
package enum Typeface: String, Sendable, Hashable, CaseIterable {
  /// Helvetica, and what was drawn to its widths.
  case helvetica
  /// DejaVu Sans, which is wider.
  case dejavu
  /// Times, and what was drawn to its widths.
  case times
  /// Fonts whose letters are all equally wide.
  case monospace

  /// The names of its fonts, by each of which it can be chosen. Whichever a reader has is used, the chosen one first.
  package var families: [String] {
    switch self {
    case .helvetica: ["Helvetica", "Arial", "Liberation Sans", "Arimo"]
    case .dejavu: ["DejaVu Sans", "Bitstream Vera Sans"]
    case .times: ["Times New Roman", "Times", "Liberation Serif", "Tinos"]
    case .monospace:
      ["DejaVu Sans Mono", "Liberation Mono", "Courier New", "Courier", "Cousine", "Menlo", "Consolas"]
    }
  }

  /// What a reader gets who has none of the families: fonts that are no wider first.
  package var fallbacks: [String] {
    switch self {
    case .helvetica: ["sans-serif"]
    case .dejavu: Typeface.helvetica.families + ["sans-serif"]
    case .times: ["serif"]
    case .monospace: ["monospace"]
    }
  }

  /// All families of all typefaces.
  package static let families = allCases.flatMap(\.families)

  /// The typeface with a family of this name.
  package static func having(_ family: String) -> Typeface? {
    allCases.first { $0.families.contains { $0.lowercased() == family.lowercased() } }
  }

  /// The widths of U+0020 to U+007E in thousandths of an em.
  func ascii(bold: Bool) -> [UInt16] {
    switch self {
    case .helvetica: bold ? HelveticaWidths.bold : HelveticaWidths.regular
    case .dejavu: bold ? DejaVuWidths.bold : DejaVuWidths.regular
    case .times: bold ? TimesWidths.bold : TimesWidths.regular
    case .monospace: MonospaceWidths.ascii
    }
  }

  /// The widths of U+00A0 to U+00FF in thousandths of an em.
  var latin1: [UInt16] {
    switch self {
    case .helvetica: HelveticaWidths.latin1
    case .dejavu: DejaVuWidths.latin1
    case .times: TimesWidths.latin1
    case .monospace: MonospaceWidths.latin1
    }
  }

  /// How much wider letters of other scripts are than those of Helvetica, as a percentage.
  var otherScripts: Int { self == .dejavu ? 125 : 100 }
}

/// The widest of the common fonts of equal widths is DejaVu Sans Mono: 602 thousandths of an em, from its `hmtx` table.
private enum MonospaceWidths {
  static let ascii = [UInt16](repeating: 602, count: 95)
  static let latin1 = [UInt16](repeating: 602, count: 96)
}
