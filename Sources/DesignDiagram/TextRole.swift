/// The part a text plays on the sheet. It fixes the size and weight with which the text is measured and painted, so
/// that the two can never disagree.
package enum TextRole: String, Sendable, Hashable, CaseIterable {
  /// The design's name.
  case sheetTitle
  /// The line under it.
  case sheetSubtitle
  /// The name of a group.
  case groupTitle
  /// The quieter text beside it.
  case groupSubtitle
  /// The name of a card.
  case cardTitle
  /// The technology of a card.
  case technology
  /// The description of a card.
  case description
  /// A fact in a card's foot.
  case badge
  /// The name of a column.
  case rowName
  /// The name of a column of the primary key.
  case rowKeyName
  /// The type of a column.
  case rowType
  /// What runs along an edge.
  case edgeLabel
  /// What a message of a sequence says.
  case message
  /// An entry of the legend.
  case legend
  /// What stands on a sign that is pinned to something.
  case callout

  /// The font size in pixels.
  package var size: Double {
    switch self {
    case .sheetTitle: 20
    case .sheetSubtitle: 13
    case .groupTitle: 12
    case .groupSubtitle: 11
    case .cardTitle: 13
    case .technology, .description: 11
    case .badge: 10
    case .rowName, .rowKeyName, .message: 12
    case .rowType: 11
    case .edgeLabel: 10.5
    case .legend, .callout: 11
    }
  }

  /// Whether the text is bold.
  package var isBold: Bool {
    switch self {
    case .sheetTitle, .groupTitle, .cardTitle, .rowKeyName, .callout: true
    default: false
    }
  }

  /// The distance from one baseline to the next, in pixels.
  package var lineHeight: Double {
    switch self {
    case .sheetTitle: 26
    case .sheetSubtitle: 18
    case .groupTitle, .cardTitle: 16
    default: 14
    }
  }
}
