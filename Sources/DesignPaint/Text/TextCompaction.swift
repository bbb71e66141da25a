import DesignDiagram

/// Where the coordinates of a scene stand in a grid of characters.
///
/// Each coordinate of the sheet becomes a column or row. Their order stays, what stood apart stands apart, and what holds
/// text grows with it; apart from that everything moves together. First columns are found, for things that share a height;
/// then rows, for things that share a column: two things that share neither never meet.
struct TextCompaction {
  /// Columns and rows of the sheet's coordinates.
  private(set) var columns: Axis
  private(set) var rows: Axis

  /// Something that takes room.
  private struct Thing {
    var x: Span
    var y: Span
    /// Of a line, only its own ends touch it.
    var isLine = false
  }

  /// From one coordinate to another.
  private struct Span {
    var low: Double
    var high: Double

    init(_ a: Double, _ b: Double) { (low, high) = (min(a, b), max(a, b)) }
  }

  init(_ scene: TextScene) {
    (columns, rows) = (Axis(unit: scene.unit.width), Axis(unit: scene.unit.height))
    let things = Self.things(of: scene)
    for thing in things {
      columns.add(thing.x.low, thing.x.high)
      rows.add(thing.y.low, thing.y.high)
    }
    for box in scene.boxes { for row in box.rows { rows.add(row.height, row.height) } }
    columns.close()
    rows.close()
    size(scene)
    for (a, b) in Self.pairs(things) where a.y.low <= b.y.high && b.y.low <= a.y.high {
      if a.x.high < b.x.low { columns.part(a.x.high, b.x.low, by: 2) }
      if b.x.high < a.x.low { columns.part(b.x.high, a.x.low, by: 2) }
    }
    columns.solve()
    let spans = things.map { (low: columns[$0.x.low], high: columns[$0.x.high]) }
    for (i, a) in things.enumerated() {
      for (j, b) in things.enumerated().dropFirst(i + 1) {
        guard spans[i].low <= spans[j].high + 1, spans[j].low <= spans[i].high + 1 else { continue }
        if a.y.high < b.y.low { rows.part(a.y.high, b.y.low, by: 1) }
        if b.y.high < a.y.low { rows.part(b.y.high, a.y.low, by: 1) }
      }
    }
    rows.solve()
  }

  private static func pairs(_ things: [Thing]) -> some Sequence<(Thing, Thing)> {
    things.indices.lazy.flatMap { i in things[(i + 1)...].lazy.map { (things[i], $0) } }
  }

  private static func things(of scene: TextScene) -> [Thing] {
    func thing(_ frame: Rect) -> Thing {
      Thing(x: Span(frame.x, frame.maxX), y: Span(frame.y, frame.maxY))
    }
    func line(_ a: Point, _ b: Point) -> Thing {
      Thing(x: Span(a.x, b.x), y: Span(a.y, b.y), isLine: true)
    }
    var things = scene.boxes.map { thing($0.frame) } + scene.words.map { thing($0.frame) }
    for frame in scene.frames {
      let corners = [
        Point(frame.x, frame.y), Point(frame.maxX, frame.y), Point(frame.maxX, frame.maxY),
        Point(frame.x, frame.maxY),
      ]
      for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) { things.append(line(a, b)) }
    }
    for divider in scene.dividers { things.append(line(divider.from, Point(divider.to, divider.from.y))) }
    for path in scene.paths {
      for (a, b) in zip(path.points, path.points.dropFirst()) { things.append(line(a, b)) }
    }
    return things
  }

  /// What text, markers and ends of lines need.
  private mutating func size(_ scene: TextScene) {
    for box in scene.boxes {
      let frame = box.frame
      columns.part(frame.x, frame.maxX, by: box.width + 3)
      rows.part(frame.y, frame.maxY, by: box.lines.count + 1)
      var above = (height: frame.y, gap: box.lines.count + 2)
      for row in box.rows {
        rows.part(above.height, row.height, by: above.gap)
        above = (row.height, 1)
      }
      rows.part(above.height, frame.maxY, by: 1)
    }
    for words in scene.words {
      columns.part(words.frame.x, words.frame.maxX, by: words.width - 1)
      rows.part(words.frame.y, words.frame.maxY, by: words.lines.count - 1)
    }
    for words in scene.words {
      guard let path = words.path.map({ scene.paths[$0] }) else { continue }
      makeRoom(for: words.frame, on: path)
    }
    let lines = Self.things(of: scene).filter(\.isLine)
    for path in scene.paths {
      let last = path.points.count - 2
      for (index, (a, b)) in zip(path.points, path.points.dropFirst()).enumerated() {
        // A line can be told from the markers at its ends.
        let need =
          (last == 0 ? 2 : 1) + (index == 0 ? Self.length(path.source) : 0)
          + (index == last ? Self.length(path.target) : 0)
        columns.part(min(a.x, b.x), max(a.x, b.x), by: need)
        rows.part(min(a.y, b.y), max(a.y, b.y), by: need)
      }
      showMarkers(of: path, lines)
      for (end, other) in [
        (path.points.first, path.points.dropFirst().first), (path.points.last, path.points.dropLast().last),
      ] {
        if let end, let other { attach(end, cameFrom: other, scene) }
      }
    }
  }

  /// Words on a piece of a line leave its ends to be seen.
  private mutating func makeRoom(for frame: Rect, on path: TextScene.Path) {
    for (index, (a, b)) in zip(path.points, path.points.dropFirst()).enumerated() {
      let (first, last) = (
        index == 0 ? Self.length(path.source) : 0,
        index == path.points.count - 2 ? Self.length(path.target) : 0
      )
      let isForward = a.x < b.x || a.y < b.y
      let (low, high) = isForward ? (first, last) : (last, first)
      if a.y == b.y, frame.y <= a.y, a.y <= frame.maxY, min(a.x, b.x) < frame.x, frame.maxX < max(a.x, b.x) {
        columns.part(min(a.x, b.x), frame.x, by: 1 + low)
        columns.part(frame.maxX, max(a.x, b.x), by: 1 + high)
      }
      if a.x == b.x, frame.x <= a.x, a.x <= frame.maxX, min(a.y, b.y) < frame.y, frame.maxY < max(a.y, b.y) {
        rows.part(min(a.y, b.y), frame.y, by: 1 + low)
        rows.part(frame.maxY, max(a.y, b.y), by: 1 + high)
      }
    }
  }

  /// Lines that cross a line near its end leave the marker to be seen.
  private mutating func showMarkers(of path: TextScene.Path, _ lines: [Thing]) {
    let points = path.points
    guard points.count > 1 else { return }
    let last = points.count - 1
    for (marker, tip, from) in [
      (path.source, points[0], points[1]), (path.target, points[last], points[last - 1]),
    ] where marker != .none {
      let gap = 1 + Self.length(marker)
      for line in lines {
        if tip.x == from.x, line.y.low == line.y.high, line.x.low < tip.x, tip.x < line.x.high,
          min(tip.y, from.y) < line.y.low, line.y.low < max(tip.y, from.y)
        {
          rows.part(min(tip.y, line.y.low), max(tip.y, line.y.low), by: gap)
        }
        if tip.y == from.y, line.x.low == line.x.high, line.y.low < tip.y, tip.y < line.y.high,
          min(tip.x, from.x) < line.x.low, line.x.low < max(tip.x, from.x)
        {
          columns.part(min(tip.x, line.x.low), max(tip.x, line.x.low), by: gap)
        }
      }
    }
  }

  /// A line ends within a side of its box, never at a corner.
  private mutating func attach(_ end: Point, cameFrom other: Point, _ scene: TextScene) {
    for box in scene.boxes {
      let frame = box.frame
      if end.y == other.y, end.x == frame.x || end.x == frame.maxX, frame.y < end.y, end.y < frame.maxY {
        rows.part(frame.y, end.y, by: 1)
        rows.part(end.y, frame.maxY, by: 1)
      }
      if end.x == other.x, end.y == frame.y || end.y == frame.maxY, frame.x < end.x, end.x < frame.maxX {
        columns.part(frame.x, end.x, by: 1)
        columns.part(end.x, frame.maxX, by: 1)
      }
    }
  }

  /// How many characters a marker takes.
  static func length(_ marker: Edge.Marker) -> Int {
    switch marker {
    case .none: 0
    case .arrow: 1
    default: 2
    }
  }

  /// The coordinates of one direction.
  struct Axis {
    /// How many pixels make a character where nothing needs more.
    private let unit: Double
    private var coordinates: [Double] = []
    private var indices: [Double: Int] = [:]
    private var places: [Int] = []
    /// By the greater coordinate: the lesser one, and the least distance.
    private var needs: [[(from: Int, gap: Int)]] = []

    init(unit: Double) { self.unit = unit }

    mutating func add(_ values: Double...) { coordinates += values }

    /// No coordinate is added any more.
    mutating func close() {
      coordinates.sort()
      var distinct: [Double] = []
      for value in coordinates where value != distinct.last { distinct.append(value) }
      coordinates = distinct
      indices = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
      needs = Array(repeating: [], count: distinct.count)
    }

    /// Keeps two coordinates apart by so many characters, if one is greater.
    mutating func part(_ low: Double, _ high: Double, by gap: Int) {
      guard low < high, let from = indices[low], let to = indices[high] else { return }
      needs[to].append((from, gap))
    }

    /// Gives each coordinate the least place that it can have.
    mutating func solve() {
      places = Array(repeating: 0, count: coordinates.count)
      for index in coordinates.indices.dropFirst() {
        let apart =
          Int((coordinates[index] / unit).rounded()) - Int((coordinates[index - 1] / unit).rounded())
        var place = places[index - 1] + apart
        for need in needs[index] { place = max(place, places[need.from] + need.gap) }
        places[index] = place
      }
    }

    /// The place of a coordinate that was added.
    subscript(_ value: Double) -> Int { indices[value].map { places[$0] } ?? 0 }

    /// How many places there are.
    var count: Int { (places.last ?? 0) + 1 }
  }
}
