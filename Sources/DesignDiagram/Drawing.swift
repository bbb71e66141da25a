/// A placed picture: everything a painter needs, in paint order, in whole and half pixels. It holds no colours.
package struct Drawing: Sendable, Hashable {
  /// Which question the picture answers.
  package var kind: Diagram.Kind
  /// The design's name and the line under it, uncut, for readers who cannot see the picture.
  package var title: String
  /// What the picture shows, in a sentence.
  package var summary: String
  /// By which it was measured.
  package var measures: LayoutMeasures
  /// The size of the sheet.
  package var size: Size
  /// The texts of the title block.
  package var heading: [Line]
  /// The boxes, outer before inner.
  package var groups: [Box]
  /// The cards, in the order of the diagram.
  package var cards: [Card]
  /// The edges, in the order of the diagram.
  package var routes: [Route]
  /// What the signs mean that the picture uses.
  package var legend: [LegendEntry]

  /// Makes a drawing; see the properties for what each value means.
  package init(
    kind: Diagram.Kind, title: String, summary: String, measures: LayoutMeasures, size: Size, heading: [Line],
    groups: [Box], cards: [Card], routes: [Route], legend: [LegendEntry]
  ) {
    self.kind = kind
    self.title = title
    self.summary = summary
    self.measures = measures
    self.size = size
    self.heading = heading
    self.groups = groups
    self.cards = cards
    self.routes = routes
    self.legend = legend
  }

  /// One line of text that is known to fit where it stands.
  package struct Line: Sendable, Hashable {
    /// Which end of the text stands at the origin.
    package enum Anchor: Sendable, Hashable {
      /// The text starts there.
      case start
      /// The text is centred there.
      case middle
      /// The text ends there.
      case end
    }

    /// What it says.
    package var text: String
    /// The part it plays: its size and weight.
    package var role: TextRole
    /// Where its baseline stands.
    package var origin: Point
    /// Which end of the text stands at the origin.
    package var anchor: Anchor

    /// Makes a line of text.
    package init(_ text: String, _ role: TextRole, _ origin: Point, anchor: Anchor = .start) {
      self.text = text
      self.role = role
      self.origin = origin
      self.anchor = anchor
    }

    /// The room the text takes.
    package func frame(_ metrics: TextMetrics) -> Rect {
      let width = metrics.width(text, role)
      let x =
        switch anchor {
        case .start: origin.x
        case .middle: origin.x - width / 2
        case .end: origin.x - width
        }
      return Rect(x, origin.y - role.size * 0.8, width, role.size)
    }
  }

  /// A placed group.
  package struct Box: Sendable, Hashable {
    /// What it stands for; its members are placed elsewhere.
    package var group: Group
    /// The border.
    package var frame: Rect
    /// How many groups stand round it.
    package var depth: Int
    /// Its title and subtitle.
    package var lines: [Line]

    /// Makes a placed group.
    package init(group: Group, frame: Rect, depth: Int, lines: [Line]) {
      self.group = group
      self.frame = frame
      self.depth = depth
      self.lines = lines
    }
  }

  /// A placed card.
  package struct Card: Sendable, Hashable {
    /// What it stands for.
    package var node: Node
    /// The border.
    package var frame: Rect
    /// Where the glyph is drawn.
    package var glyph: Rect
    /// Its texts, but for those of badges and rows.
    package var lines: [Line]
    /// Its badges.
    package var badges: [PlacedBadge]
    /// Its rows.
    package var rows: [PlacedRow]

    /// Makes a placed card.
    package init(
      node: Node, frame: Rect, glyph: Rect, lines: [Line], badges: [PlacedBadge] = [], rows: [PlacedRow] = []
    ) {
      self.node = node
      self.frame = frame
      self.glyph = glyph
      self.lines = lines
      self.badges = badges
      self.rows = rows
    }
  }

  /// A placed badge.
  package struct PlacedBadge: Sendable, Hashable {
    /// What the fact is about.
    package var kind: Badge.Kind
    /// The pill round the text.
    package var frame: Rect
    /// Its text.
    package var line: Line

    /// Makes a placed badge.
    package init(kind: Badge.Kind, frame: Rect, line: Line) {
      self.kind = kind
      self.frame = frame
      self.line = line
    }
  }

  /// A placed column of a table.
  package struct PlacedRow: Sendable, Hashable {
    /// What it stands for.
    package var row: Row
    /// The strip across the card.
    package var frame: Rect
    /// Its name and type.
    package var lines: [Line]
    /// Where each of the row's keys is drawn, in their order.
    package var keys: [Rect]
    /// Where each of the row's marks is drawn, in their order.
    package var marks: [Rect]

    /// Makes a placed row.
    package init(row: Row, frame: Rect, lines: [Line], keys: [Rect], marks: [Rect]) {
      self.row = row
      self.frame = frame
      self.lines = lines
      self.keys = keys
      self.marks = marks
    }
  }

  /// A placed edge.
  package struct Route: Sendable, Hashable {
    /// What it stands for.
    package var edge: Edge
    /// The line from the source's border to the target's: level and upright pieces in turn, at least two points.
    package var points: [Point]
    /// The label, if the edge has one.
    package var label: PlacedLabel?

    /// Makes a placed edge.
    package init(edge: Edge, points: [Point], label: PlacedLabel? = nil) {
      self.edge = edge
      self.points = points
      self.label = label
    }
  }

  /// A label standing on its edge.
  package struct PlacedLabel: Sendable, Hashable {
    /// The room it takes, with a little air.
    package var frame: Rect
    /// Its lines.
    package var lines: [Line]

    /// Makes a placed label.
    package init(frame: Rect, lines: [Line]) {
      self.frame = frame
      self.lines = lines
    }
  }

  /// An explained sign.
  package struct LegendEntry: Sendable, Hashable {
    /// The signs a legend can explain.
    package enum Sign: Sendable, Hashable {
      /// The drawing of a kind of element.
      case glyph(Glyph)
      /// The dashed border of what others run.
      case external
      /// The dotted border of what another sheet shows.
      case stub
      /// A style of line, with the marker at its target.
      case edge(Edge.Style, Edge.Marker)
      /// A style of line with an arrowhead at both ends.
      case bothWays(Edge.Style)
      /// A crow's foot.
      case marker(Edge.Marker)
      /// A key of a column.
      case key(Row.Key)
      /// A mark of a column.
      case mark(Mark.Kind)
    }

    /// The sign explained.
    package var sign: Sign
    /// Where the sign is drawn.
    package var frame: Rect
    /// What it means.
    package var line: Line

    /// Makes an entry.
    package init(sign: Sign, frame: Rect, line: Line) {
      self.sign = sign
      self.frame = frame
      self.line = line
    }
  }
}
