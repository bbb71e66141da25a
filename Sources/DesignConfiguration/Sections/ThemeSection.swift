import DesignDiagram
import DesignPaint

extension Section {
  /// Keys of a theme of one's own.
  static let themeKeys = ["base", "font", "corner", "density", "light", "dark"]

  /// How pictures look: the name of a built-in theme, or what differs from one.
  static let theme = Section("theme") { entry, configuration, reader in
    guard case .map(let settings) = entry.value.content else {
      let name = reader.choice(entry.value, of: entry.name, among: Theme.all.map(\.name))
      configuration.theme = name.flatMap(Theme.named)
      return
    }
    var theme = Theme.standard
    // What the others differ from comes first, wherever it stands.
    for setting in settings where setting.name == "base" {
      let name = reader.choice(setting.value, of: "base", among: Theme.all.map(\.name))
      theme = name.flatMap(Theme.named) ?? theme
    }
    for setting in reader.entries(of: entry.value, "`theme`", keys: themeKeys) {
      switch setting.name {
      case "font": setFont(setting, &theme, &reader)
      case "corner": setCorner(setting, &theme, &reader)
      case "density":
        let words = LayoutMeasures.Density.allCases.map(\.rawValue)
        let word = reader.choice(setting.value, of: "density", among: words)
        theme.measures.density = word.flatMap(LayoutMeasures.Density.init) ?? theme.measures.density
      case "light": setColours(setting, &theme.light, &reader)
      case "dark":
        if case .text("none") = setting.value.content {
          theme.dark = nil
        } else {
          var palette = theme.dark ?? Theme.standard.dark ?? theme.light
          setColours(setting, &palette, &reader)
          theme.dark = palette
        }
      default: break
      }
    }
    configuration.theme = theme
  }

  private static func setFont(
    _ setting: ConfigurationEntry, _ theme: inout Theme, _ reader: inout ConfigurationReader
  ) {
    guard let family = reader.text(setting.value, of: "font") else { return }
    guard let typeface = Typeface.having(family) else {
      reader.error(
        "the widths of the font `\(family)` are not known", at: setting.value.range,
        notes: ["text in it could leave its box, since pictures are laid out without asking any font"],
        help: ["there are \(Typeface.families.map { "`\($0)`" }.joined(separator: ", "))"])
      return
    }
    theme.measures.text = TextMetrics(typeface)
    theme.family = typeface.families.first { $0.lowercased() == family.lowercased() }
  }

  private static func setCorner(
    _ setting: ConfigurationEntry, _ theme: inout Theme, _ reader: inout ConfigurationReader
  ) {
    guard let text = reader.text(setting.value, of: "corner") else { return }
    guard let corner = Double(text), Theme.corners.contains(corner) else {
      reader.error(
        "`corner` is a number of pixels from 0 to 16, but here is `\(text)`", at: setting.value.range,
        help: ["0 is a sharp corner; without this line it is \(Int(theme.corner))"])
      return
    }
    theme.corner = corner
  }

  private static func setColours(
    _ setting: ConfigurationEntry, _ palette: inout Palette, _ reader: inout ConfigurationReader
  ) {
    let owner = "`\(setting.name)`"
    var chosen: [(role: PaletteRole, value: ConfigurationValue)] = []
    for entry in reader.entries(of: setting.value, owner, keys: PaletteRole.all.map(\.name)) {
      guard let role = PaletteRole.named(entry.name) else { continue }
      guard case .text(let text) = entry.value.content, let colour = Colour(text) else {
        let isEmpty = if case .text("") = entry.value.content { true } else { false }
        reader.error(
          "`\(role.name)` is a colour, but here is \(isEmpty ? "nothing" : entry.value.kind)",
          at: entry.value.range,
          help: [
            isEmpty
              ? "write it in quotes, as `\(role.name): \"\(palette[role: role].hex)\"`: without them # begins a comment"
              : "write it as `\"\(palette[role: role].hex)\"`: red, green and blue, two hexadecimal digits each"
          ])
        continue
      }
      palette[role: role] = colour
      chosen.append((role, entry.value))
    }
    for weakness in palette.weaknesses(of: chosen.map(\.role)) {
      guard let value = chosen.first(where: { $0.role.name == weakness.culprit.name })?.value else {
        continue
      }
      tell(weakness, of: setting.name, at: value, palette, &reader)
    }
  }

  private static func tell(
    _ weakness: Palette.Weakness, of scheme: String, at value: ConfigurationValue, _ palette: Palette,
    _ reader: inout ConfigurationReader
  ) {
    let (ink, ground) = (weakness.pair.ink, weakness.pair.ground)
    reader.error(
      "`\(ink.name)` on `\(ground.name)` has a contrast of \(ratio(weakness.ratio)):1 in `\(scheme)`; it must be \(ratio(weakness.pair.least)):1",
      at: value.range,
      notes: [
        "\(palette[role: ink].hex) is painted on \(palette[role: ground].hex): \(ink.what) on \(ground.what)"
      ],
      help: [
        weakness.remedy.map { "the nearest colour that passes is \($0.hex)" }
          ?? "no colour passes beside all that it meets; change `\(weakness.culprit.name == ink.name ? ground.name : ink.name)` too"
      ], instead: weakness.remedy.map { "\"\($0.hex)\"" })
  }

  /// One decimal, never rounded up to what would pass.
  private static func ratio(_ value: Double) -> String {
    let tenths = Int(value * 10)
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
