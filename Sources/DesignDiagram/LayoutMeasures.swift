/// What of a picture's look decides how much room things take.
package struct LayoutMeasures: Sendable, Hashable {
  /// How close things stand.
  package enum Density: String, Sendable, Hashable, CaseIterable {
    case compact, normal, roomy
  }

  /// By which text is measured.
  package var text: TextMetrics
  /// How close things stand.
  package var density: Density

  /// Makes measures; those of pictures without a theme when nothing is said.
  package init(typeface: Typeface = .helvetica, density: Density = .normal) {
    text = TextMetrics(typeface)
    self.density = density
  }

  /// Distances of the pictures without a theme.
  package static let standard = LayoutMeasures()

  /// A distance between things, in whole pixels, as dense as the picture is.
  package func distance(_ normal: Double) -> Double {
    switch density {
    case .compact: (normal * 0.75).rounded()
    case .normal: normal
    case .roomy: (normal * 1.35).rounded()
    }
  }

  /// The air round text within a card, in even pixels, so that what stands in its middle stands on whole ones.
  package func air(_ normal: Double) -> Double {
    switch density {
    case .compact: ((normal * 0.7) / 2).rounded() * 2
    case .normal: normal
    case .roomy: ((normal * 1.35) / 2).rounded() * 2
    }
  }
}
