import Testing

@testable import DesignPaint

/// Text stands out from what it is painted on, in both schemes, as WCAG 2.2 defines contrast.
@Suite struct ContrastTests {
  @Test(arguments: [true, false])
  func textIsReadable(isDark: Bool) {
    let palette = isDark ? Palette.dark : Palette.light
    let accents = [
      palette.people, palette.fronts, palette.applications, palette.stores, palette.messages, palette.others,
      palette.info, palette.warning, palette.error,
    ]
    let groups = [
      palette.system, palette.broker, palette.region, palette.zone, palette.network, palette.cluster,
      palette.machine,
    ]
    var pairs: [(StaticString, StaticString)] = []
    for surface in [palette.sheet, palette.card, palette.header] + groups.map(\.tint) {
      pairs += [(palette.text, surface), (palette.quiet, surface)]
    }
    pairs.append((palette.quiet, palette.stores.tint))
    pairs += accents.map { ($0.ink, $0.tint) }
    for (text, surface) in pairs {
      #expect(contrast(text, surface) >= 4.5, "\(text) on \(surface)")
    }
    // Lines and signs are no text: three to one is asked of them.
    for line in [
      palette.call, palette.event, palette.read, palette.write, palette.relation, palette.copy,
      palette.replication,
    ] {
      #expect(contrast(line, palette.sheet) >= 3)
    }
    for accent in accents { #expect(contrast(accent.ink, palette.card) >= 3) }
  }

  private func contrast(_ a: StaticString, _ b: StaticString) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private func luminance(_ colour: StaticString) -> Double {
    let digits = Array("\(colour)".dropFirst())
    let channels = [0, 2, 4].map { start -> Double in
      let value = Double(Int(String(digits[start...(start + 1)]), radix: 16) ?? 0) / 255
      return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// The value to the power of 2.4, by the square root and the fifth root.
  private func power(_ value: Double) -> Double {
    var root = value
    for _ in 0..<60 { root -= (root * root * root * root * root - value) / (5 * root * root * root * root) }
    return value * value * root * root
  }
}
