package import DesignDiagram

/// How pictures look: colours, fonts, corners, and how close things stand.
package struct Theme: Sendable, Hashable {
  /// The name by which it is chosen.
  package var name: String
  /// What it is for, in a few words.
  package var what: String
  /// The family of fonts that is used first, of the families of the measures' typeface; nil for the first of them.
  package var family: String?
  /// What decides how much room things take. A drawing must be laid out by the measures of the theme it is painted in.
  package var measures: LayoutMeasures
  /// The radius of a card's corners in pixels; other corners go with it.
  package var corner: Double
  /// Whether kinds are told apart by thin lines, dashes and hatching, and not by colours.
  package var isLineArt: Bool
  /// The colours.
  package var light: Palette
  /// The colours for readers who want dark pages; nil for the same in both.
  package var dark: Palette?

  init(
    name: String, what: String, measures: LayoutMeasures = .standard, corner: Double = 8,
    isLineArt: Bool = false,
    light: Palette, dark: Palette?
  ) {
    self.name = name
    self.what = what
    self.measures = measures
    self.corner = corner
    self.isLineArt = isLineArt
    self.light = light
    self.dark = dark
  }

  /// The radii of cards' corners that there are, in pixels.
  package static let corners = 0.0...16.0

  /// All that are built in, the usual one first.
  package static let all: [Theme] = [.standard, .contrast, .print]

  /// The built-in theme with a name.
  package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// A radius that goes with that of cards, for what has a radius of `usual` beside cards of 8.
  func radius(_ usual: Double) -> Double { (usual * corner / 4).rounded() / 2 }

  /// The fonts as a style sheet lists them.
  var fontList: String {
    let typeface = measures.text.typeface
    let first = family.map { [$0] } ?? []
    let all = first + typeface.families.filter { !first.contains($0) } + typeface.fallbacks
    return all.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: ",")
  }
}
