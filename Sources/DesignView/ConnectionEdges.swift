import DesignDiagram
import DesignModel

/// Edges from connections: those between the same two cards are one, with a list.
struct ConnectionEdges {
  private let model: Model
  private let text: FactText

  init(_ model: Model) {
    self.model = model
    text = FactText(model)
  }

  private struct Bundle {
    let source: String
    let target: String
    var connections: [Connection] = []
  }

  /// A connection between two cards, in the direction of its arrow.
  struct Link {
    let source: String
    let target: String
    let connection: Connection
  }

  /// - Parameters:
  ///   - drawsLoops: whether an application that calls itself has a line of its own.
  ///   - card: the id of the card that stands for an element; nil when none does.
  func edges(
    _ connections: [Connection], drawsLoops: Bool = false, card: (ElementID) -> String?
  ) -> [Edge] {
    edges(
      connections.compactMap { connection in
        guard let target = connection.target, let from = card(connection.source), let to = card(target)
        else { return nil }
        // What is consumed runs from the broker to the consumer.
        return connection.verb == .consumes
          ? Link(source: to, target: from, connection: connection)
          : Link(source: from, target: to, connection: connection)
      }, drawsLoops: drawsLoops, labels: labels)
  }

  /// - Parameter labels: what stands beside a line that these connections share.
  func edges(
    _ links: [Link], drawsLoops: Bool = false, labels: ([Connection]) -> [String]
  ) -> [Edge] {
    var bundles: [Bundle] = []
    var index: [String: Int] = [:]
    for link in links {
      if link.source == link.target, !(drawsLoops && isCallOfItself(link.connection)) { continue }
      let key = "\(link.source)\u{0}\(link.target)"
      let place = index[key] ?? bundles.count
      if place == bundles.count {
        index[key] = place
        bundles.append(Bundle(source: link.source, target: link.target))
      }
      bundles[place].connections.append(link.connection)
    }
    return bundles.map { bundle in
      let style = style(bundle.connections)
      let isReadToo = style == .write && bundle.connections.contains { $0.verb == .reads }
      return Edge(
        id: "\(bundle.source)->\(bundle.target)",
        source: .init(bundle.source, marker: isReadToo ? .arrow : .none),
        target: .init(bundle.target, marker: .arrow), style: style, labels: labels(bundle.connections),
        tooltip: bundle.connections.map(describe))
    }
  }

  /// Whether an application calls what it offers itself; its screens, which belong to it, do so as a matter of course.
  private func isCallOfItself(_ connection: Connection) -> Bool {
    connection.verb == .calls && model[connection.source].kind == .application
  }

  private func style(_ connections: [Connection]) -> Edge.Style {
    func has(_ verbs: Connection.Verb...) -> Bool { connections.contains { verbs.contains($0.verb) } }
    if connections.contains(where: { ($0.verb == .calls || $0.verb == .connects) && $0.isSynchronous }) {
      return .call
    }
    if has(.writes) { return .write }
    if has(.reads) { return .read }
    return .event
  }

  /// The purpose where one is stated, then the verbs with their protocol, or the topics that run along the line. A verb
  /// alone is no label: the line's style says it, and so does the legend.
  func labels(_ connections: [Connection]) -> [String] {
    var lines: [String] = []
    let purposes = unique(connections.compactMap(\.label))
    if let first = purposes.first {
      lines.append(purposes.count > 1 ? "\(first) +\(purposes.count - 1)" : first)
    }
    let topics = unique(connections.compactMap(topic))
    let verbs = unique(connections.filter { topic($0) == nil && $0.verb != .connects }.map(\.verb.rawValue))
    let protocols = unique(connections.compactMap(\.protocolName))
    if !protocols.isEmpty {
      let verb = verbs.isEmpty ? [] : [verbs.joined(separator: ", ")]
      lines.append((verb + protocols.prefix(2)).joined(separator: " · "))
    }
    lines += topics.prefix(3)
    if topics.count > 3 { lines.append("+\(topics.count - 3) more") }
    return lines
  }

  /// The topic or queue that a message goes through.
  private func topic(_ connection: Connection) -> String? {
    guard connection.verb == .publishes || connection.verb == .consumes, let target = connection.target else {
      return nil
    }
    return model[target].kind == .broker ? nil : model[target].name
  }

  private func describe(_ connection: Connection) -> String {
    let source = model[connection.source].path
    return "\(source) \(text.source(connection.range))"
  }

  private func unique(_ items: [String]) -> [String] {
    if items.count < 2 { return items }
    var seen: Set<String> = []
    return items.filter { seen.insert($0).inserted }
  }
}
