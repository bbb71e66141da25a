import DesignDiagram

extension SVGPainter {
  mutating func edge(_ route: Drawing.Route) {
    guard let first = route.points.first, let last = route.points.last, route.points.count > 1 else { return }
    let edge = route.edge
    out.raw("<g class=\"edge \(edge.style.rawValue)\"")
    identify(edge.id)
    out.attribute("data-from", edge.source.node)
    out.attribute("data-to", edge.target.node)
    out.raw(">\n")
    tooltip(edge.tooltip)
    openLink(edge.link)
    path(route.points, class: "hit")
    // Where dashed lines run together to one end, their dashes start there, so that they fall on one another.
    line(meetsOthers(route) ? route.points.reversed() : route.points)
    marker(edge.source.marker, edge.style, at: first, from: route.points[1])
    marker(edge.target.marker, edge.style, at: last, from: route.points[route.points.count - 2])
    closeLink(edge.link)
    out.raw("</g>\n")
  }

  mutating func label(_ route: Drawing.Route) {
    guard let label = route.label else { return }
    out.raw("<g class=\"label\"")
    out.attribute("data-edge", route.edge.id)
    out.raw(">\n")
    pill(label)
    out.raw("</g>\n")
  }

  /// A label on a ground of its own, which hides what runs behind it.
  mutating func pill(_ label: Drawing.PlacedLabel) {
    rect(label.frame, class: "pill", radius: 4)
    for line in label.lines { text(line) }
  }

  mutating func line(_ points: [Point]) { path(points, class: "line") }

  /// A line with rounded corners.
  private mutating func path(_ points: [Point], class name: StaticString) {
    out.raw("<path class=\"")
    out.raw(name)
    out.raw("\" d=\"M")
    out.pair(points[0].x, points[0].y)
    for index in 1..<points.count {
      let corner = points[index]
      guard index + 1 < points.count else {
        out.raw("L")
        out.pair(corner.x, corner.y)
        continue
      }
      let radius = min(
        theme.radius(8), Self.distance(points[index - 1], corner) / 2,
        Self.distance(corner, points[index + 1]) / 2)
      let before = Self.toward(corner, points[index - 1], radius)
      let after = Self.toward(corner, points[index + 1], radius)
      out.raw("L")
      out.pair(before.x, before.y)
      out.raw("Q")
      out.pair(corner.x, corner.y)
      out.raw(" ")
      out.pair(after.x, after.y)
    }
    out.raw("\"/>\n")
  }

  /// The sign at an end of a line that comes from a point.
  mutating func marker(_ marker: Edge.Marker, _ style: Edge.Style, at tip: Point, from: Point) {
    let back = Self.toward(Point(0, 0), Point(from.x - tip.x, from.y - tip.y), 1)
    /// A point `along` the line from the tip, `aside` from it.
    func at(_ along: Double, _ aside: Double) -> Point {
      Point(tip.x + back.x * along - back.y * aside, tip.y + back.y * along + back.x * aside)
    }
    switch marker {
    case .none: return
    case .arrow:
      let isOpen =
        [.reply, .event, .deadLetter, .read, .copy, .reference, .replication].contains(style)
      stroke(isOpen ? "foot" : "head solid", [at(8.5, 4), tip, at(8.5, -4)], isClosed: !isOpen)
    case .one:
      stroke("foot", [at(6, 5), at(6, -5)])
      stroke("foot", [at(10, 5), at(10, -5)])
    case .zeroOrOne:
      stroke("foot", [at(6, 5), at(6, -5)])
      ring(at(11.5, 0))
    case .oneOrMany:
      stroke("foot", [at(0, 5.5), at(9, 0), at(0, -5.5)])
      stroke("foot", [at(12, 5), at(12, -5)])
    case .zeroOrMany:
      stroke("foot", [at(0, 5.5), at(9, 0), at(0, -5.5)])
      ring(at(12.5, 0))
    }
  }

  private mutating func stroke(_ name: StaticString, _ points: [Point], isClosed: Bool = false) {
    out.raw("<path class=\"")
    out.raw(name)
    out.raw("\" d=\"M")
    for (index, point) in points.enumerated() {
      if index > 0 { out.raw("L") }
      out.pair(point.x, point.y)
    }
    if isClosed { out.raw("z") }
    out.raw("\"/>\n")
  }

  private mutating func ring(_ centre: Point) {
    out.raw("<circle class=\"ring\"")
    out.attribute("cx", centre.x)
    out.attribute("cy", centre.y)
    out.attribute("r", 3.5)
    out.raw(" stroke-width=\"1.4\"/>\n")
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  /// The point at a distance from one point in the direction of another.
  private static func toward(_ from: Point, _ to: Point, _ length: Double) -> Point {
    let whole = distance(from, to)
    if whole == 0 { return from }
    return Point(from.x + (to.x - from.x) / whole * length, from.y + (to.y - from.y) / whole * length)
  }
}
