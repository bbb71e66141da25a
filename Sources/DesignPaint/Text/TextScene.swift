import DesignDiagram

/// A placed picture as text sees it: boxes, lines and words with their places on the sheet, from which they take their
/// order and no more.
struct TextScene {
  /// How a line or border is drawn.
  enum Stroke: Hashable {
    case solid, dashed, dotted
  }

  /// Something with a border and text in it.
  struct Box {
    var frame: Rect
    var stroke = Stroke.solid
    /// Whether lines pass behind it, and none ends at it.
    var isLaidOver = false
    /// The lines under the upper border.
    var lines: [String]
    /// The columns of a table, each at a height of its own, under a line below the others.
    var rows: [(height: Double, name: String, type: String)] = []

    /// How many columns of text it needs.
    var width: Int {
      let names = rows.map { CharacterGrid.columns($0.name) }.max() ?? 0
      let types = rows.map { CharacterGrid.columns($0.type) }.max() ?? 0
      return max(lines.map(CharacterGrid.columns).max() ?? 0, rows.isEmpty ? 0 : names + 2 + types)
    }
  }

  /// A line of level and upright pieces.
  struct Path {
    var points: [Point]
    var stroke: Stroke
    var source = Edge.Marker.none
    var target = Edge.Marker.none
    /// Whether an arrowhead is hollow.
    var isOpen = false
  }

  /// Words that stand by themselves.
  struct Words {
    var frame: Rect
    var lines: [String]
    /// The line that they stand on, whose pieces they hide.
    var path: Int?
    var isCentred = false
    /// Whether they stand at the lower edge of their room, over what they are about.
    var isLow = false

    var width: Int { (lines.map(CharacterGrid.columns).max() ?? 0) + (path == nil ? 0 : 2) }
  }

  /// How many pixels make a character where nothing needs more room; the picture keeps its shape by them.
  var unit = Size(16, 44)
  /// The lines above the picture.
  var heading: [String] = []
  /// Frames round other things, outer before inner.
  var frames: [Rect] = []
  var boxes: [Box] = []
  var paths: [Path] = []
  var words: [Words] = []
  /// Level lines across a frame.
  var dividers: [(from: Point, to: Double)] = []
  /// The lines below the picture.
  var legend: [String] = []
}
