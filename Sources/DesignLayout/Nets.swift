import DesignDiagram

/// Which edges may share a line: many that meet at one card or one column run together, like the wires of a net, so that
/// a hub with twenty edges stays followable.
enum Nets {
  /// From how many edges of a style on that one card's end becomes a shared line.
  private static let many = 5

  private struct Key: Hashable {
    var card: Int
    var row: Int?
    var isSource: Bool
    var style: Edge.Style
    /// Lines whose signs at the common end differ cannot share it.
    var marker: Edge.Marker
  }

  /// The net of each link.
  static func assign(_ scene: Scene) -> [Int] {
    var counts: [Key: Int] = [:]
    for link in scene.links {
      counts[key(link, isSource: true), default: 0] += 1
      counts[key(link, isSource: false), default: 0] += 1
    }
    var numbers: [Key: Int] = [:]
    var next = scene.links.count
    return scene.links.enumerated().map { index, link in
      let out = counts[key(link, isSource: true)] ?? 0
      let into = counts[key(link, isSource: false)] ?? 0
      // All relations that refer to one column end at one point anyway, and so do those to a table that shows its name alone.
      let isPoint = link.target.row != nil || scene.kind == .erd && scene.cards[link.target.card].rows.isEmpty
      let isColumn = isPoint && into > 1
      guard isColumn || max(out, into) >= many else { return index }
      let key = key(link, isSource: !isColumn && out > into)
      if let number = numbers[key] { return number }
      numbers[key] = next
      next += 1
      return next - 1
    }
  }

  private static func key(_ link: Scene.Link, isSource: Bool) -> Key {
    let end = isSource ? link.source : link.target
    let marker = isSource ? link.edge.source.marker : link.edge.target.marker
    return Key(card: end.card, row: end.row, isSource: isSource, style: link.edge.style, marker: marker)
  }
}
