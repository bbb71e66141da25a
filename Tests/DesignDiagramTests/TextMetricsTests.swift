import Testing

@testable import DesignDiagram

@Suite struct TextMetricsTests {
  private let metrics = TextMetrics(.helvetica)

  /// Widths in thousandths of an em from Adobe's Helvetica.afm and Helvetica-Bold.afm.
  @Test(arguments: [
    ("", false, 0.0), (" ", false, 278), ("Hello", false, 2278), ("WWW", false, 2832), ("iii", false, 666),
    ("Hello", true, 2445), ("@", true, 975), ("é", false, 556), ("日本", false, 2000), ("e\u{301}", false, 556),
    ("🚀", false, 1250), ("a\u{200D}b", false, 1112),
  ])
  func widths(text: String, bold: Bool, thousandths: Double) {
    #expect(abs(metrics.width(text, size: 1000, bold: bold) - thousandths) < 0.5)
  }

  @Test func accentedLettersAreAsWideAsTheirBase() {
    for (accented, base) in [("À", "A"), ("ç", "c"), ("ö", "o"), ("ÿ", "y")] {
      let wide = metrics.width(accented, size: 1000, bold: true)
      #expect(wide >= metrics.width(base, size: 1000, bold: false))
    }
  }

  @Test(arguments: [10.0, 40, 100, 200])
  func fittedTextFits(maximum: Double) {
    let long = "A fairly long title that has to be cut somewhere"
    let cut = metrics.fitted(long, .cardTitle, maximum)
    #expect(cut.hasSuffix("…"))
    #expect(metrics.width(cut, .cardTitle) <= max(maximum, metrics.width("…", .cardTitle)))
    #expect(metrics.fitted("short", .cardTitle, 200) == "short")
  }

  @Test func wrapsBetweenWordsAndAtJoints() {
    #expect(metrics.wrapped("one two", .cardTitle, 500, lines: 2) == ["one two"])
    #expect(metrics.wrapped("order processing", .cardTitle, 80, lines: 2) == ["order", "processing"])
    #expect(metrics.wrapped("order-processing", .cardTitle, 80, lines: 2) == ["order-", "processing"])
    #expect(metrics.wrapped("orderProcessing", .cardTitle, 80, lines: 2) == ["order", "Processing"])
    #expect(metrics.wrapped("", .cardTitle, 80, lines: 2).isEmpty)
  }

  @Test(arguments: [1, 2, 3])
  func wrappedTextStaysInItsRoom(limit: Int) {
    for text in [String(repeating: "word ", count: 60), String(repeating: "Wide", count: 75)] {
      let lines = metrics.wrapped(text, .description, 120, lines: limit)
      #expect(lines.count <= limit)
      #expect(lines.allSatisfy { metrics.width($0, .description) <= 120 })
      #expect(lines.last?.hasSuffix("…") == true)
    }
  }

  @Test func controlCharactersBecomeSpaces() {
    #expect(TextMetrics.singleLine("a\nb\tc\u{0}\u{7}d") == "a b c d")
    #expect(TextMetrics.singleLine(" é ") == "é")
    #expect(TextMetrics.singleLine("plain text") == "plain text")
  }

  /// From the fonts' `hmtx` tables: DejaVu Sans 2.37, Liberation Serif 2.1; every monospaced letter is as wide as any other.
  @Test(arguments: [
    (Typeface.dejavu, "Hello", false, 752 + 616 + 278 + 278 + 612), (.dejavu, "W", true, 1104),
    (.times, "Hello", false, 723 + 444 + 278 + 278 + 500), (.times, "@", true, 931),
    (.monospace, "iW é", false, 4 * 602), (.monospace, "日本", false, 2000), (.dejavu, "Я", false, 1187),
  ])
  func otherTypefaces(typeface: Typeface, text: String, bold: Bool, thousandths: Int) {
    let width = TextMetrics(typeface).width(text, size: 1000, bold: bold)
    #expect(abs(width - Double(thousandths)) < 0.5)
  }

  @Test func everyFamilyBelongsToOneTypeface() {
    #expect(Set(Typeface.families.map { $0.lowercased() }).count == Typeface.families.count)
    for typeface in Typeface.allCases {
      for family in typeface.families { #expect(Typeface.having(family.uppercased()) == typeface) }
      for bold in [false, true] { #expect(typeface.ascii(bold: bold).count == 95) }
      #expect(typeface.latin1.count == 96)
    }
  }
}
