/// Shares of what there is, as bars beside one another.
package struct BarChart: Sendable, Hashable {
  package var title: String
  package var subtitle: String
  package var groups: [Group]

  package init(title: String, subtitle: String, groups: [Group]) {
    self.title = title
    self.subtitle = subtitle
    self.groups = groups
  }

  /// Bars of one kind.
  package struct Group: Sendable, Hashable {
    package var title: String
    package var bars: [Bar]

    package init(title: String, bars: [Bar]) {
      self.title = title
      self.bars = bars
    }
  }

  /// Whose colour a bar has.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case applications, machines, stores, messages
  }

  /// How much of one thing is used.
  package struct Bar: Sendable, Hashable {
    package var label: String
    /// A few words behind the bar.
    package var detail: String
    package var kind: Kind
    /// The share that is used; nil when it is unknown.
    package var now: Double?
    /// The share at the horizon; nil when it is unknown.
    package var later: Double?
    /// The share that may be used.
    package var limit: Double
    /// What a pointer resting on it shows.
    package var tooltip: [String]

    package init(
      label: String, detail: String, kind: Kind, now: Double?, later: Double?, limit: Double,
      tooltip: [String]
    ) {
      self.label = label
      self.detail = detail
      self.kind = kind
      self.now = now
      self.later = later
      self.limit = limit
      self.tooltip = tooltip
    }
  }
}
