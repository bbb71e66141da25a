/// A placed sequence: everything a painter needs. It holds no colours.
package struct SequenceDrawing: Sendable, Hashable {
  /// The design's name and the line under it, uncut, for readers who cannot see the picture.
  package var title: String
  /// What the picture shows, in a sentence.
  package var summary: String
  /// By which it was measured.
  package var measures: LayoutMeasures
  /// The size of the sheet.
  package var size: Size
  /// The texts of the title block.
  package var heading: [Drawing.Line]
  /// The participants' cards above their lifelines, from left to right.
  package var heads: [Drawing.Card]
  /// The same cards below them, in tall pictures only.
  package var feet: [Drawing.Card]
  /// A line for each participant.
  package var lifelines: [Lifeline]
  /// The frames, outer before inner.
  package var fragments: [Fragment]
  /// The messages, from top to bottom.
  package var messages: [Message]
  /// The remarks, from top to bottom.
  package var notes: [Drawing.PlacedLabel]
  /// What the signs mean that the picture uses.
  package var legend: [Drawing.LegendEntry]

  /// Makes a drawing; see the properties for what each value means.
  package init(
    title: String, summary: String, measures: LayoutMeasures, size: Size, heading: [Drawing.Line],
    heads: [Drawing.Card], feet: [Drawing.Card], lifelines: [Lifeline], fragments: [Fragment],
    messages: [Message],
    notes: [Drawing.PlacedLabel], legend: [Drawing.LegendEntry]
  ) {
    self.title = title
    self.summary = summary
    self.measures = measures
    self.size = size
    self.heading = heading
    self.heads = heads
    self.feet = feet
    self.lifelines = lifelines
    self.fragments = fragments
    self.messages = messages
    self.notes = notes
    self.legend = legend
  }

  /// The upright line of a participant, along which time runs down.
  package struct Lifeline: Sendable, Hashable {
    /// Its upper end, under the card.
    package var top: Point
    /// Where it ends.
    package var bottom: Double

    /// Makes a lifeline.
    package init(top: Point, bottom: Double) {
      self.top = top
      self.bottom = bottom
    }
  }

  /// A placed message.
  package struct Message: Sendable, Hashable {
    /// Its line between two lifelines, or round from one to itself, with its label.
    package var route: Drawing.Route
    /// Its place among the messages, counted from one, at the sender's lifeline.
    package var number: Drawing.PlacedBadge
    /// Whether the label stands on a lifeline and needs a ground of its own.
    package var coversLifeline: Bool

    /// Makes a placed message.
    package init(route: Drawing.Route, number: Drawing.PlacedBadge, coversLifeline: Bool) {
      self.route = route
      self.number = number
      self.coversLifeline = coversLifeline
    }
  }

  /// A placed frame.
  package struct Fragment: Sendable, Hashable {
    /// How its sections relate.
    package var kind: SequenceDiagram.Fragment.Kind
    /// The border.
    package var frame: Rect
    /// The tab in the upper left corner.
    package var tab: Rect
    /// The word in the tab.
    package var title: Drawing.Line
    /// What stands at the top of each section: its condition, on a ground of its own.
    package var conditions: [Drawing.PlacedLabel]
    /// The heights of the lines between its sections.
    package var dividers: [Double]
    /// All conditions, uncut, for a pointer resting on the border.
    package var tooltip: [String]

    /// Makes a placed frame.
    package init(
      kind: SequenceDiagram.Fragment.Kind, frame: Rect, tab: Rect, title: Drawing.Line,
      conditions: [Drawing.PlacedLabel], dividers: [Double], tooltip: [String]
    ) {
      self.kind = kind
      self.frame = frame
      self.tab = tab
      self.title = title
      self.conditions = conditions
      self.dividers = dividers
      self.tooltip = tooltip
    }
  }
}
