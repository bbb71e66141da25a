import DesignDiagram

/// A scene with everything in its place but the title block and the legend.
struct Arrangement {
  let scene: Scene
  let spacing: Spacing
  private(set) var frames: [Rect]
  private(set) var boxes: [Rect]
  private(set) var ways: [Way]
  private(set) var labels: [Drawing.PlacedLabel?]
  /// How many pairs of lines found no room to stand apart.
  let squeezed: Tracks.Squeezed
  /// What it was made of.
  private let block: Block
  private let horizontal: Bool

  init(_ scene: Scene, _ spacing: Spacing, _ block: Block, horizontal: Bool) {
    self.scene = scene
    self.spacing = spacing
    self.block = block
    self.horizontal = horizontal
    frames = [Rect](repeating: Rect(0, 0, 0, 0), count: scene.cards.count)
    boxes = [Rect](repeating: Rect(0, 0, 0, 0), count: scene.places.count)
    for (card, frame) in block.cards { frames[card] = frame }
    for (place, frame) in block.groups { boxes[place] = frame }
    if scene.kind == .erd { frames = RowAlignment.aligned(frames, scene, gap: spacing.gap * 0.8) }
    let titles = zip(scene.places, boxes).flatMap { place, box in
      GroupTitle(place.group, width: box.width, scene.measures.text).lines(in: box).map {
        $0.frame(scene.measures.text)
      }
    }
    var router = Router(
      scene, spacing, frames: frames, groups: boxes, titles: titles, horizontal: horizontal)
    (ways, squeezed) = Tracks(scene, spacing, frames: frames, titles: titles, boxes: boxes).spread(
      router.route())
    for index in ways.indices { ways[index].points = Router.corners(ways[index].points) }
    var placer = Labels(cards: frames, titles: titles, boxes: boxes, ways: ways, scene.measures.text)
    labels = []
    for (index, link) in scene.links.enumerated() {
      labels.append(placer.place(link.labels, on: index, ways[index]))
    }
  }

  /// The same placement drawn apart where lines lack room, as far as a wider spacing would have drawn it.
  func drawnApart(_ wider: Spacing) -> Arrangement {
    let count = Double(max(1, block.cards.count))
    let width = block.cards.reduce(0) { $0 + $1.frame.width } / count
    let height = block.cards.reduce(0) { $0 + $1.frame.height } / count
    let within = { (extent: Double) in (extent + wider.gap) / (extent + spacing.gap) }
    let between = { (extent: Double) in (extent + wider.rankGap) / (extent + spacing.rankGap) }
    // A few that lack room may find it where the others get some.
    let lacksWidth = 4 * squeezed.upright > squeezed.count
    let lacksHeight = 4 * squeezed.level > squeezed.count
    return Arrangement(
      scene, wider,
      block.stretched(
        horizontally: lacksWidth ? (horizontal ? between(width) : within(width)) : 1,
        vertically: lacksHeight ? (horizontal ? within(height) : between(height)) : 1),
      horizontal: horizontal)
  }

  /// The drawing: everything moved onto the sheet, with title block and legend.
  func drawing(_ diagram: Diagram) -> Drawing {
    var extent = Extent()
    for frame in frames { extent.add(frame) }
    for box in boxes { extent.add(box) }
    for way in ways { for point in way.points { extent.add(Rect(point.x, point.y, 0, 0)) } }
    for label in labels { if let label { extent.add(label.frame) } }
    let heading = Heading(
      title: diagram.title, subtitle: diagram.subtitle, margin: spacing.margin, scene.measures.text)
    let content = extent.rect
    let entries = Legend.entries(scene)
    let width = max(content.width, heading.width, Legend.width(entries, scene.measures.text))
    let dx = (spacing.margin - content.x).rounded()
    let dy = (heading.height - content.y).rounded()
    let legend = Legend.place(
      entries, from: Point(spacing.margin, (heading.height + content.height + 30).rounded()), width: width,
      scene.measures.text)
    let bottom = legend.map(\.frame.maxY).max() ?? heading.height + content.height
    return Drawing(
      kind: diagram.kind, title: heading.spoken, summary: diagram.summary, measures: scene.measures,
      size: Size((width + 2 * spacing.margin).rounded(.up), (bottom + spacing.margin - 4).rounded(.up)),
      heading: heading.lines,
      groups: zip(scene.places, boxes).map { place, box in
        let frame = box.moved(dx, dy)
        return Drawing.Box(
          group: place.group, frame: frame, depth: place.depth,
          lines: GroupTitle(place.group, width: frame.width, scene.measures.text).lines(in: frame))
      },
      cards: zip(scene.cards, frames).map { $0.moved($1.x + dx, $1.y + dy) },
      routes: scene.links.indices.map { index in
        Drawing.Route(
          edge: scene.links[index].edge, points: ways[index].points.map { Point($0.x + dx, $0.y + dy) },
          label: labels[index].map { $0.moved(dx, dy) })
      }, legend: legend)
  }
}

/// The room that everything takes.
private struct Extent {
  private var left = Double.infinity
  private var top = Double.infinity
  private var right = -Double.infinity
  private var bottom = -Double.infinity

  mutating func add(_ frame: Rect) {
    left = min(left, frame.x)
    top = min(top, frame.y)
    right = max(right, frame.maxX)
    bottom = max(bottom, frame.maxY)
  }

  var rect: Rect { left.isFinite ? Rect(left, top, right - left, bottom - top) : Rect(0, 0, 0, 0) }
}
