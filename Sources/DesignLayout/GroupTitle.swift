import DesignDiagram

/// The title of a group's box: how much room it takes, and where its lines stand.
struct GroupTitle {
  /// The least width of the box.
  let width: Double
  /// From the border to the members.
  let height: Double
  private let title: String
  private let subtitle: String
  private let titleWidth: Double
  private let isStacked: Bool

  private static let inset = 14.0
  private static let longest = 320.0

  /// Fits the title of a group to a box that is `width` wide for its members' sake.
  init(_ group: Group, width wanted: Double, _ metrics: TextMetrics) {
    title = metrics.fitted(TextMetrics.singleLine(group.title), .groupTitle, Self.longest)
    let quiet = [group.kind.word, TextMetrics.singleLine(group.subtitle)].filter { !$0.isEmpty }
    subtitle = metrics.fitted(quiet.joined(separator: " · "), .groupSubtitle, Self.longest)
    titleWidth = metrics.width(title, .groupTitle)
    let subtitleWidth = metrics.width(subtitle, .groupSubtitle)
    let room = wanted - 2 * Self.inset
    isStacked = !subtitle.isEmpty && titleWidth + 8 + subtitleWidth > room
    width = (max(titleWidth, subtitleWidth) + 2 * Self.inset).rounded(.up)
    height = isStacked ? 60 : 46
  }

  /// The lines in a placed box.
  func lines(in frame: Rect) -> [Drawing.Line] {
    var lines = [Drawing.Line(title, .groupTitle, Point(frame.x + Self.inset, frame.y + 21))]
    if !subtitle.isEmpty {
      let origin =
        isStacked
        ? Point(frame.x + Self.inset, frame.y + 36)
        : Point(
          frame.x + Self.inset + (titleWidth + 8).rounded(.up), frame.y + 21)
      lines.append(Drawing.Line(subtitle, .groupSubtitle, origin))
    }
    return lines
  }
}

extension Group.Kind {
  /// What the box is, in a word, since its tint alone must not say it; empty where the name says enough.
  fileprivate var word: String {
    switch self {
    case .system, .group: ""
    case .machine: "node"
    default: rawValue
    }
  }
}
