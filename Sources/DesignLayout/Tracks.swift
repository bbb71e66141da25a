import DesignDiagram

/// Spreads the ways that the router laid on the same lines into lanes side by side, in the order in which they cross one
/// another least, each lane in the middle of the room it has.
struct Tracks {
  /// One straight piece of a way, seen along its own direction: `place` is where it stands across, `low…high` its span.
  private struct Piece {
    var way: Int
    var index: Int
    var place: Double
    var low: Double
    var high: Double
    /// The room it may move in.
    var least: Double
    var most: Double
    /// Towards which side the way goes on at the low and the high end: -1, 1, or 0 where it ends at a card.
    var lowTurn = 0
    var highTurn = 0
    var net: Int
    /// The tables at whose rows it ends, beside a sign.
    var tables: [Int] = []
  }

  /// Pieces of one net on the same line, which move as one.
  struct Lane {
    var pieces: [Int]
    var place: Double
    var least: Double
    var most: Double
    var low: Double
    var high: Double
    var net: Int
    /// The tables at whose rows it ends, beside a sign.
    var tables: [Int]
  }

  /// How many pairs of lines found no room to stand apart: level ones lack height, upright ones width.
  struct Squeezed {
    var level = 0
    var upright = 0

    var count: Int { level + upright }
  }

  private let frames: [Rect]
  private let titles: [Rect]
  private let boxes: [Rect]
  private let spacing: Spacing
  /// How far apart lines stand that meet the row of a table with signs of their own.
  private static let sign = 14.0
  /// The cards at the ends of each way, and whether the end may not slide along the card's side.
  private let ends: [End]

  private struct End {
    var source: Int
    var target: Int
    /// The height of the row at which a table is met, nil where the line may slide along the card's side.
    var sourceHeight: Double?
    var targetHeight: Double?
    /// How far from the height of the row it may be met: farther where signs that differ must stand apart.
    var sourceSlack: Double
    var targetSlack: Double
    var sourceMarked: Bool
    var targetMarked: Bool
  }

  init(_ scene: Scene, _ spacing: Spacing, frames: [Rect], titles: [Rect], boxes: [Rect]) {
    self.frames = frames
    self.titles = titles
    self.boxes = boxes
    self.spacing = spacing
    let nets = Nets.assign(scene)
    var atRow: [RowEnd: Set<Int>] = [:]
    for (link, net) in zip(scene.links, nets) {
      for end in [link.source, link.target] where end.row != nil {
        atRow[RowEnd(card: end.card, row: end.row), default: []].insert(net)
      }
    }
    func slack(_ end: Scene.End) -> Double {
      (atRow[RowEnd(card: end.card, row: end.row)]?.count ?? 0) > 1 ? Self.sign / 2 : 5
    }
    func height(_ end: Scene.End) -> Double? {
      scene.cards[end.card].rows.isEmpty ? nil : Router.height(of: end, scene, frames)
    }
    ends = scene.links.map { link in
      End(
        source: link.source.card, target: link.target.card, sourceHeight: height(link.source),
        targetHeight: height(link.target), sourceSlack: slack(link.source), targetSlack: slack(link.target),
        sourceMarked: link.edge.source.marker != .none, targetMarked: link.edge.target.marker != .none)
    }
  }

  private struct RowEnd: Hashable {
    let card: Int
    let row: Int?
  }

  /// The ways with their pieces moved apart, and how many pairs found no room to stand apart.
  func spread(_ ways: [Way]) -> (ways: [Way], squeezed: Squeezed) {
    var ways = straightened(ways)
    var squeezed = Squeezed()
    // Upright first: when the level pieces are ordered, where the upright ones stand is known.
    for (round, level) in [false, true, false, true].enumerated() {
      let lacking = move(&ways, level: level)
      if round < 2 { continue }
      if level { squeezed.level += lacking } else { squeezed.upright += lacking }
    }
    return (ways, squeezed)
  }

  private func move(_ ways: inout [Way], level: Bool) -> Int {
    let pieces = collect(ways, level: level)
    var lanes = join(pieces)
    let lacking = order(&lanes, pieces, level: level)
    for lane in lanes {
      for piece in lane.pieces {
        let way = pieces[piece].way
        let index = pieces[piece].index
        if level {
          ways[way].points[index].y = lane.place
          ways[way].points[index + 1].y = lane.place
        } else {
          ways[way].points[index].x = lane.place
          ways[way].points[index + 1].x = lane.place
        }
      }
    }
    return lacking
  }

  /// Ways with a small step become straight where what lies before and behind it can slide to one place.
  func straightened(_ ways: [Way]) -> [Way] {
    var ways = ways
    for level in [true, false] {
      let pieces = collect(ways, level: level)
      var straightened: Set<Int> = []
      for (first, second) in zip(pieces, pieces.dropFirst()) where first.way == second.way {
        var points = ways[first.way].points
        // Within a longer way, what shares its line with others stays with them.
        let isWhole = points.count == 4
        let reach = isWhole ? 24.0 : first.net == first.way ? 12 : 0
        if straightened.contains(first.way) || abs(first.place - second.place) > reach { continue }
        let least = max(first.least, second.least)
        let most = min(first.most, second.most)
        if least > most { continue }
        let place = min(max((first.place + second.place) / 2, least), most).rounded()
        for index in [first.index, second.index + 1] {
          if level { points[index].y = place } else { points[index].x = place }
        }
        points.removeSubrange((first.index + 1)...second.index)
        ways[first.way].points = points
        straightened.insert(first.way)
      }
    }
    return ways
  }

  // MARK: What there is

  private func collect(_ ways: [Way], level: Bool) -> [Piece] {
    // Cards by their place along the pieces' direction would save time only for thousands.
    let cards = frames.map { level ? Rect($0.y, $0.x, $0.height, $0.width) : $0 }
    let titles = titles.map { level ? Rect($0.y, $0.x, $0.height, $0.width) : $0 }
    var pieces: [Piece] = []
    for (number, way) in ways.enumerated() {
      let points = level ? way.points.map { Point($0.y, $0.x) } : way.points
      for index in 0..<(points.count - 1) {
        let (a, b) = (points[index], points[index + 1])
        guard (index % 2 == 0) == (way.startsLevel == level) else { continue }
        let low = min(a.y, b.y)
        let high = max(a.y, b.y)
        var piece = Piece(
          way: number, index: index, place: a.x, low: low, high: high, least: -.infinity, most: .infinity,
          net: way.net)
        let before = index > 0 ? turn(from: points[index - 1].x, at: a.x) : 0
        let after = index + 2 < points.count ? turn(from: points[index + 2].x, at: a.x) : 0
        (piece.lowTurn, piece.highTurn) = a.y <= b.y ? (before, after) : (after, before)
        limit(&piece, cards, isFirst: index == 0, isLast: index + 2 == points.count)
        for title in titles where title.maxY > piece.low && piece.high > title.y { avoid(title, 4, &piece) }
        pieces.append(piece)
      }
    }
    return pieces
  }

  private func turn(from other: Double, at place: Double) -> Int {
    other < place ? -1 : other > place ? 1 : 0
  }

  /// How far a piece may move: not into a card, nor off the side of the card it ends at.
  private func limit(_ piece: inout Piece, _ cards: [Rect], isFirst: Bool, isLast: Bool) {
    let end = ends[piece.way]
    for (number, box) in cards.enumerated() {
      let isEnd = number == end.source && isFirst || number == end.target && isLast
      if isEnd { continue }
      let isMarked = number == end.source && end.sourceMarked || number == end.target && end.targetMarked
      let air = isMarked ? spacing.clearance : 8
      if box.maxY + 6 <= piece.low || piece.high <= box.y - 6 { continue }
      avoid(box, air, &piece)
    }
    for (isHere, card, height, slack) in [
      (isFirst, end.source, end.sourceHeight, end.sourceSlack),
      (isLast, end.target, end.targetHeight, end.targetSlack),
    ] where isHere {
      if let height {
        // Within the row: enough for signs that differ to stand apart.
        piece.tables.append(card)
        piece.least = max(piece.least, height - slack)
        piece.most = min(piece.most, height + slack)
      } else {
        let inset = min(10, cards[card].width / 2)
        piece.least = max(piece.least, min(cards[card].x + inset, piece.place))
        piece.most = min(piece.most, max(cards[card].maxX - inset, piece.place))
      }
    }
  }

  /// Keeps a piece on its side of a box, with some air between.
  private func avoid(_ box: Rect, _ air: Double, _ piece: inout Piece) {
    if box.maxX <= piece.place {
      piece.least = max(piece.least, min(box.maxX + air, piece.place))
    } else if box.x >= piece.place {
      piece.most = min(piece.most, max(box.x - air, piece.place))
    }
  }

  /// Pieces of a net that lie on each other become one lane; each other piece is a lane of its own.
  private func join(_ pieces: [Piece]) -> [Lane] {
    var lanes: [Lane] = []
    var byNet: [Int: [Int]] = [:]
    for (index, piece) in pieces.enumerated() {
      let known = byNet[piece.net] ?? []
      if let found = known.first(where: {
        lanes[$0].place == piece.place && lanes[$0].low <= piece.high && piece.low <= lanes[$0].high
      }) {
        lanes[found].pieces.append(index)
        lanes[found].low = min(lanes[found].low, piece.low)
        lanes[found].high = max(lanes[found].high, piece.high)
        lanes[found].least = max(lanes[found].least, piece.least)
        lanes[found].most = min(lanes[found].most, piece.most)
        lanes[found].tables += piece.tables
      } else {
        byNet[piece.net, default: []].append(lanes.count)
        lanes.append(
          Lane(
            pieces: [index], place: piece.place, least: piece.least, most: piece.most, low: piece.low,
            high: piece.high, net: piece.net, tables: piece.tables))
      }
    }
    return lanes
  }

  // MARK: Where it goes

  private func order(_ lanes: inout [Lane], _ pieces: [Piece], level: Bool) -> Int {
    let lane = spacing.lane
    let original = lanes.map(\.place)
    for index in lanes.indices { lanes[index].place = wish(lanes[index], pieces) }
    // Lanes that may come near one another, with the order they must keep.
    let sorted = lanes.indices.sorted {
      lanes[$0].low != lanes[$1].low ? lanes[$0].low < lanes[$1].low : $0 < $1
    }
    var rivals: [(Int, Int)] = []
    var active: [Int] = []
    for index in sorted {
      active.removeAll { lanes[$0].high + 4 < lanes[index].low }
      for other in active where lanes[other].net != lanes[index].net {
        let (a, b) = (lanes[other], lanes[index])
        if a.most + lane <= b.least || b.most + lane <= a.least { continue }
        if abs(original[other] - original[index]) > 80, abs(a.place - b.place) > 80 { continue }
        rivals.append((other, index))
      }
      active.append(index)
    }
    var after = [[Int]](repeating: [], count: lanes.count)
    var waiting = [Int](repeating: 0, count: lanes.count)
    for (a, b) in rivals {
      let vote = votes(lanes[a], lanes[b], pieces)
      if vote == 0 { continue }
      let (first, second) = vote < 0 ? (a, b) : (b, a)
      after[first].append(second)
      waiting[second] += 1
    }
    let rank = lineUp(lanes, original, after, waiting)
    let pairs = rivals.map { first, second in
      let areAtOneTable = lanes[first].tables.contains { lanes[second].tables.contains($0) }
      let distance = areAtOneTable ? Self.sign : lane
      return rank[first] < rank[second]
        ? LaneRoom.Pair(first: first, second: second, distance: distance)
        : LaneRoom.Pair(first: second, second: first, distance: distance)
    }
    let borders = boxes.flatMap { level ? $0.borders.prefix(2) : $0.borders.suffix(2) }
    LaneRoom(pairs, borders: borders.map { level ? Rect($0.y, $0.x, 0, $0.width) : $0 }).settle(&lanes)
    return pairs.count { lanes[$0.second].place - lanes[$0.first].place < lane * 0.6 }
  }

  /// The place of each lane in a line-up that keeps the votes, and where they are silent the places the router chose.
  ///
  /// - Parameters:
  ///   - after: for each lane those that must come after it.
  ///   - waiting: how many each lane must come after.
  private func lineUp(_ lanes: [Lane], _ original: [Double], _ after: [[Int]], _ waiting: [Int]) -> [Int] {
    let byPlace = lanes.indices.sorted {
      (original[$0], lanes[$0].place, $0) < (original[$1], lanes[$1].place, $1)
    }
    var position = [Int](repeating: 0, count: lanes.count)
    for (place, lane) in byPlace.enumerated() { position[lane] = place }
    var waiting = waiting
    // The positions of those that wait for none, the last first.
    var ready = Array(byPlace.indices.reversed().filter { waiting[byPlace[$0]] == 0 })
    var rank = [Int](repeating: -1, count: lanes.count)
    var cursor = 0
    for next in lanes.indices {
      let lane: Int
      if let first = ready.popLast() {
        lane = byPlace[first]
      } else {
        // Votes in a ring: the leftmost breaks it.
        while rank[byPlace[cursor]] >= 0 { cursor += 1 }
        lane = byPlace[cursor]
      }
      rank[lane] = next
      for other in after[lane] where rank[other] < 0 {
        waiting[other] -= 1
        if waiting[other] > 0 { continue }
        let place = position[other]
        ready.insert(place, at: (ready.lastIndex { $0 > place } ?? -1) + 1)
      }
    }
    return rank
  }

  /// Where a lane would stand if it were alone: in the middle of a corridor, else where the router put it.
  private func wish(_ lane: Lane, _ pieces: [Piece]) -> Double {
    let touchesCard = lane.pieces.contains { pieces[$0].lowTurn == 0 || pieces[$0].highTurn == 0 }
    if touchesCard || lane.most - lane.least > 240 || !lane.least.isFinite || !lane.most.isFinite {
      return lane.place
    }
    return (lane.least + lane.most) / 2
  }

  /// Negative if the first should stand left of (above) the second for fewer crossings.
  private func votes(_ a: Lane, _ b: Lane, _ pieces: [Piece]) -> Int {
    var sum = 0
    for first in a.pieces {
      for second in b.pieces {
        let (p, q) = (pieces[first], pieces[second])
        if p.high < q.low || q.high < p.low { continue }
        if p.low > q.low, p.low < q.high { sum += p.lowTurn }
        if p.high > q.low, p.high < q.high { sum += p.highTurn }
        if q.low > p.low, q.low < p.high { sum -= q.lowTurn }
        if q.high > p.low, q.high < p.high { sum -= q.highTurn }
        if p.low == q.low { sum += (p.lowTurn - q.lowTurn) / 2 }
        if p.high == q.high { sum += (p.highTurn - q.highTurn) / 2 }
      }
    }
    return sum
  }
}
