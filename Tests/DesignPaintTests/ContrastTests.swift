import Testing

@testable import DesignPaint

/// Text stands out from what it is painted on, in all themes and both schemes, as WCAG 2.2 defines contrast.
@Suite struct ContrastTests {
  private static let palettes: [(String, Palette)] = Theme.all.flatMap { theme in
    [("\(theme.name) light", theme.light)] + (theme.dark.map { [("\(theme.name) dark", $0)] } ?? [])
  }

  @Test func textIsReadable() {
    #expect(ContrastPair.all.count > 80 && Self.palettes.count == 5)
    for (name, palette) in Self.palettes {
      for pair in ContrastPair.all {
        let ratio = palette[role: pair.ink].contrast(to: palette[role: pair.ground])
        #expect(ratio >= pair.least, "\(name): \(pair.ink.name) on \(pair.ground.name)")
      }
    }
  }

  @Test func theContrastThemeKeepsItsPromise() throws {
    let theme = try #require(Theme.named("contrast"))
    for palette in [theme.light, try #require(theme.dark)] {
      for pair in ContrastPair.all where pair.least == 4.5 {
        let ratio = palette[role: pair.ink].contrast(to: palette[role: pair.ground])
        #expect(ratio >= 7, "\(pair.ink.name) on \(pair.ground.name)")
      }
    }
  }

  /// Published examples of the ratio.
  @Test(arguments: [("#000", "#fff", 21.0), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)])
  func theRatioIsThatOfWCAG(a: String, b: String, ratio: Double) throws {
    let (a, b) = (try #require(Colour(a)), try #require(Colour(b)))
    #expect(abs(a.contrast(to: b) - ratio) < 0.005)
    #expect(a.contrast(to: b) == b.contrast(to: a))
  }

  @Test(arguments: [
    ("#1a2B3c", "#1a2b3c"), ("abc", "#aabbcc"), ("#12345", nil), ("+12345", nil), ("red", nil), ("", nil),
  ]) func coloursAreRead(text: String, hex: String?) { #expect(Colour(text)?.hex == hex) }

  @Test func theNearestColourThatPassesIsNamed() throws {
    var palette = Theme.standard.light
    let (text, card) = (try #require(PaletteRole.named("text")), try #require(PaletteRole.named("card")))
    palette[role: text] = 0x999999
    let found = palette.weaknesses(of: [text])
    #expect(found.count == 1 && found[0].culprit.name == "text" && found[0].ratio < 4.5)
    palette[role: text] = try #require(found[0].remedy)
    #expect(palette.weaknesses(of: [text]).isEmpty)
    #expect(palette[role: text].contrast(to: palette[role: card]) < 6.5, "no darker than need be")
    // Where the grounds are chosen, and the text is not, the ground is told of.
    palette = Theme.standard.light
    palette[role: card] = 0x555555
    #expect(palette.weaknesses(of: [card]).map(\.culprit.name) == ["card"])
  }

  @Test func everyColourIsARole() {
    #expect(Set(PaletteRole.all.map(\.name)).count == PaletteRole.all.count)
    #expect(Set(PaletteRole.all.map(\.path)).count == PaletteRole.all.count)
    // Each role is painted: a palette that differs in it alone gives another style sheet.
    let before = pageStylesheet(.standard)
    for role in PaletteRole.all {
      var theme = Theme.standard
      theme.light[role: role] = 0x010203
      #expect(pageStylesheet(theme) != before, "\(role.name)")
    }
  }
}
