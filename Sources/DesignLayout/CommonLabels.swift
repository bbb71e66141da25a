import DesignDiagram

/// Labels that so many lines of a style bear that they say more once, in the legend, than again and again in the picture.
struct CommonLabels {
  /// The label of each style that has one, in the order of the styles.
  let byStyle: [(style: Edge.Style, label: String)]

  /// From how many equal labels of a style on they are repetition.
  private static let many = 6

  init(_ edges: [Edge]) {
    var byStyle: [(style: Edge.Style, label: String)] = []
    for style in Edge.Style.allCases {
      let labels = edges.filter { $0.style == style }.map(\.labels)
      // A line that never had a label must not be taken for one whose label the legend tells.
      if labels.count < Self.many || labels.contains(where: \.isEmpty) { continue }
      var counts: [String: Int] = [:]
      for label in labels where label.count == 1 { counts[label[0], default: 0] += 1 }
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let most, most.value >= max(Self.many, labels.count / 3) { byStyle.append((style, most.key)) }
    }
    self.byStyle = byStyle
  }

  /// What stands beside an edge: nothing where the legend tells it.
  func shown(_ edge: Edge) -> [String] {
    byStyle.contains { $0.style == edge.style && [$0.label] == edge.labels } ? [] : edge.labels
  }
}
