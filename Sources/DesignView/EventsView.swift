import DesignDiagram
import DesignModel

/// What goes through one broker: publisher → topic, queue or exchange → consumer, and where messages go that could not be
/// handled.
struct EventsView {
  private let model: Model
  private let names: ElementNames
  private let broker: Element
  private let cards: ElementCards
  private let text: FactText
  private let channels: Channels

  init(_ model: Model, _ names: ElementNames, _ broker: Element) {
    self.model = model
    self.names = names
    self.broker = broker
    cards = ElementCards(model, names)
    text = FactText(model)
    channels = Channels(model)
  }

  /// Nil when the broker carries nothing.
  func diagram() -> Diagram? {
    let own = broker.children.filter { ElementKinds.channels.contains(model[$0].kind) }
    let links = links()
    let routes = own.flatMap(routes)
    let linked = Set(
      (links.flatMap { [$0.source, $0.target] }) + routes.flatMap { [$0.source.node, $0.target.node] })
    var inner = own.map { Member.node(card(model[$0])) }
    if linked.contains(anyChannel) {
      inner.append(
        .node(Node(id: anyChannel, glyph: .broker, title: "any message", technology: "topic not stated")))
    }
    guard !inner.isEmpty else { return nil }
    var box = cards.box(broker, inner)
    box.kind = .broker
    box.subtitle = names.technology(broker)
    let isOwn = Set(own)
    let others = model.elements.filter {
      linked.contains($0.path) && Self.shown.contains($0.kind) && !isOwn.contains($0.id)
    }
    return Diagram(
      kind: .events, title: names.design, subtitle: "Events · \(broker.title)",
      members: others.map { .node(ElementKinds.channels.contains($0.kind) ? card($0) : cards.card($0)) } + [
        .group(box)
      ],
      edges: ConnectionEdges(model).edges(links, labels: labels) + routes, direction: .right)
  }

  private static let shown = ElementKinds.channels.union(.deployable).union(ElementKinds(.person, .system))

  /// The card for what is published to the broker, or consumed from it, without a topic.
  private var anyChannel: String { "\(broker.path).*" }

  private func links() -> [ConnectionEdges.Link] {
    model.connections.compactMap { connection in
      guard let target = connection.target, model.enclosing(target, ElementKinds(.broker))?.id == broker.id,
        let actor = model.enclosing(connection.source, .deployable.union(ElementKinds(.person, .system))),
        actor.id != broker.id
      else { return nil }
      let channel = target == broker.id ? anyChannel : model[target].path
      return connection.verb == .consumes
        ? .init(source: channel, target: actor.path, connection: connection)
        : .init(source: actor.path, target: channel, connection: connection)
    }
  }

  /// What is said of the line, and the group that shares the messages.
  private func labels(_ connections: [Connection]) -> [String] {
    var lines: [String] = []
    for connection in connections {
      for line in [connection.label, connection.fact("as")?.word.map { "as \($0)" }].compactMap({ $0 })
      where !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  /// A topic, queue or exchange, with the type of its messages.
  private func card(_ channel: Element) -> Node {
    var node = cards.card(channel)
    if let payload = model.payloads[channel.id] { node.technology = payload.description }
    if channel.kind == .exchange { node.technology = "\(channel.subtype.map { "\($0) " } ?? "")exchange" }
    node.badges = [
      FactText.counted(channel, "partitions", "partition", "partitions"),
      FactText.counted(channel, "replication", "copy", "copies"),
      channel.fact("key")?.word.map { Badge(.note, "key \($0)") },
    ].compactMap { $0 }
    return node
  }

  /// Lines from one channel to others: to the queues an exchange feeds, and to where dead letters go.
  private func routes(_ id: ElementID) -> [Edge] {
    let channel = model[id]
    var edges = channels.bindings(of: id).enumerated().map { number, binding in
      Edge(
        id: "\(channel.path)->\(model[binding.target].path)" + (number == 0 ? "" : "-\(number + 1)"),
        from: channel.path, to: model[binding.target].path, style: .event,
        labels: [binding.key].compactMap { $0 },
        tooltip: ["\(channel.path) \(text.source(binding.fact.range))"])
    }
    if let fact = channel.fact("dead-letter"), let target = fact.references.first {
      let after = fact.fact("after")?.word.map { " after \($0)" } ?? ""
      edges.append(
        Edge(
          id: "\(channel.path)->\(model[target].path)-dead-letter", from: channel.path,
          to: model[target].path,
          style: .deadLetter, labels: ["dead letter\(after)"],
          tooltip: ["\(channel.path) \(text.source(fact.range))"]))
    }
    return edges
  }
}
