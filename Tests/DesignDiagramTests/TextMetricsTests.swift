import Testing

@testable import DesignDiagram

@Suite struct TextMetricsTests {
  /// Widths in thousandths of an em from Adobe's Helvetica.afm and Helvetica-Bold.afm.
  @Test(arguments: [
    ("", false, 0.0), (" ", false, 278), ("Hello", false, 2278), ("WWW", false, 2832), ("iii", false, 666),
    ("Hello", true, 2445), ("@", true, 975), ("é", false, 556), ("日本", false, 2000), ("e\u{301}", false, 556),
    ("🚀", false, 1250), ("a\u{200D}b", false, 1112),
  ])
  func widths(text: String, bold: Bool, thousandths: Double) {
    #expect(abs(TextMetrics.width(text, size: 1000, bold: bold) - thousandths) < 0.5)
  }

  @Test func accentedLettersAreAsWideAsTheirBase() {
    for (accented, base) in [("À", "A"), ("ç", "c"), ("ö", "o"), ("ÿ", "y")] {
      let wide = TextMetrics.width(accented, size: 1000, bold: true)
      #expect(wide >= TextMetrics.width(base, size: 1000, bold: false))
    }
  }

  @Test(arguments: [10.0, 40, 100, 200])
  func fittedTextFits(maximum: Double) {
    let long = "A fairly long title that has to be cut somewhere"
    let cut = TextMetrics.fitted(long, .cardTitle, maximum)
    #expect(cut.hasSuffix("…"))
    #expect(TextMetrics.width(cut, .cardTitle) <= max(maximum, TextMetrics.width("…", .cardTitle)))
    #expect(TextMetrics.fitted("short", .cardTitle, 200) == "short")
  }

  @Test func wrapsBetweenWordsAndAtJoints() {
    #expect(TextMetrics.wrapped("one two", .cardTitle, 500, lines: 2) == ["one two"])
    #expect(TextMetrics.wrapped("order processing", .cardTitle, 80, lines: 2) == ["order", "processing"])
    #expect(TextMetrics.wrapped("order-processing", .cardTitle, 80, lines: 2) == ["order-", "processing"])
    #expect(TextMetrics.wrapped("", .cardTitle, 80, lines: 2).isEmpty)
  }

  @Test(arguments: [1, 2, 3])
  func wrappedTextStaysInItsRoom(limit: Int) {
    for text in [String(repeating: "word ", count: 60), String(repeating: "Wide", count: 75)] {
      let lines = TextMetrics.wrapped(text, .description, 120, lines: limit)
      #expect(lines.count <= limit)
      #expect(lines.allSatisfy { TextMetrics.width($0, .description) <= 120 })
      #expect(lines.last?.hasSuffix("…") == true)
    }
  }

  @Test func controlCharactersBecomeSpaces() {
    #expect(TextMetrics.singleLine("a\nb\tc\u{0}\u{7}d") == "a b c d")
    #expect(TextMetrics.singleLine(" é ") == "é")
    #expect(TextMetrics.singleLine("plain text") == "plain text")
  }
}
