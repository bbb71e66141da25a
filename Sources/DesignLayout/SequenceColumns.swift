import DesignDiagram

/// Where the lifelines stand: as close as their cards and what is written between them allow.
struct SequenceColumns {
  /// The lifelines from left to right; the first card starts at zero.
  private(set) var places: [Double] = []
  private let indices: [String: Int]

  /// What the text between two lifelines leaves to the numbers and the arrowheads.
  static let margin = 20.0
  /// The width at which the text of a message is broken.
  static let widest = 176.0
  /// How far a message to oneself runs out, and where its text starts.
  static let loop = (width: 30.0, text: 36.0)
  /// Up to which width a text widens the gap at its sender.
  private static let short = 112.0
  private static let gap = 16.0

  init(_ participants: [Node], _ heads: [Drawing.Card], _ messages: [Edge], _ measures: LayoutMeasures) {
    indices = Dictionary(
      participants.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    /// The distances that messages need, by the right one of their two lifelines.
    var needs: [[(from: Int, distance: Double)]] = Array(repeating: [], count: heads.count)
    for message in messages {
      guard let ends = ends(message) else { continue }
      let text = SequenceText(labels: message.labels, width: Self.widest, measures.text)
      if ends.from != ends.to {
        let (low, high) = (min(ends.from, ends.to), max(ends.from, ends.to))
        needs[high].append((low, text.width + 2 * Self.margin))
        // A short text finds room in the first gap that its message crosses.
        let first = ends.from < ends.to ? ends.from : ends.from - 1
        needs[first + 1].append((first, min(text.width, Self.short) + 2 * Self.margin))
      } else if ends.from + 1 < heads.count {
        needs[ends.from + 1].append((ends.from, Self.loop.text + text.width + Self.margin))
      }
    }
    for (index, head) in heads.enumerated() {
      var place = head.frame.width / 2
      if let last = places.last {
        place += last + heads[index - 1].frame.width / 2 + measures.distance(Self.gap)
        for need in needs[index] { place = max(place, places[need.from] + need.distance) }
      }
      places.append(place.rounded(.up))
    }
  }

  /// The lifelines between which a message runs; nil when one of its ends does not take part.
  func ends(_ message: Edge) -> (from: Int, to: Int)? {
    guard let from = indices[message.source.node], let to = indices[message.target.node] else { return nil }
    return (from, to)
  }

  mutating func move(_ distance: Double) {
    for index in places.indices { places[index] += distance }
  }
}
