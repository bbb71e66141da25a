import DesignDiagram

/// The distances of a picture, in pixels.
struct Spacing {
  /// The least distance between a card and a line that does not end there; also the straight run in front of a marker.
  let clearance: Double
  /// The least distance between two cards of the same rank.
  var gap: Double
  /// The least distance between two ranks.
  var rankGap: Double
  /// The distance between two lines side by side.
  let lane: Double
  /// From a group's border to its members.
  let padding: Double
  /// From the border of the sheet to what stands on it.
  let margin: Double

  init(_ kind: Diagram.Kind, _ measures: LayoutMeasures) {
    padding = measures.distance(20)
    margin = measures.distance(28)
    switch kind {
    case .erd:
      clearance = 16
      gap = measures.distance(28)
      rankGap = measures.distance(60)
      lane = 8
    default:
      clearance = 12
      gap = measures.distance(26)
      rankGap = measures.distance(46)
      lane = 10
    }
  }

  /// The same with cards farther apart, for more lines between them.
  func widened(_ factor: Double) -> Spacing {
    var wider = self
    wider.gap = (gap * factor).rounded()
    wider.rankGap = (rankGap * factor).rounded()
    return wider
  }
}
