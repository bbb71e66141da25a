import DesignDiagram
import DesignModel

/// Who uses which system, and what others run. A system is one card with all that it holds; what runs between things in
/// different cards runs between the cards.
struct LandscapeView {
  private let model: Model
  private let names: ElementNames
  private let cards: ElementCards
  private let channels: Channels

  init(_ model: Model, _ names: ElementNames) {
    self.model = model
    self.names = names
    cards = ElementCards(model, names)
    channels = Channels(model)
  }

  /// The picture where it says more than that of the applications: nil when there is neither a system nor anything
  /// external, or only one card.
  func worthwhile() -> Diagram? {
    let hasSystems =
      model.ownElements.contains {
        $0.kind == .system || ($0.isExternal && ElementKinds.deployable.contains($0.kind))
      } || !model.importedParticipants.isEmpty
    guard hasSystems, let diagram = diagram(), diagram.nodes.count > 1 else { return nil }
    return diagram
  }

  /// Nil when the design has nothing to show.
  func diagram() -> Diagram? {
    let members = model.ownElements.filter { $0.parent == nil }.flatMap(members)
    return members.isEmpty
      ? nil
      : Diagram(
        kind: .landscape, title: names.design, subtitle: "Landscape", members: members, edges: edges())
  }

  private func members(_ element: Element) -> [Member] {
    if element.kind == .imported { return imported(element) }
    let inner = element.children.flatMap { members(model[$0]) }
    if card(element.id) == element.id { return [.node(cards.card(element))] + inner }
    guard element.kind == .group, !inner.isEmpty else { return inner }
    // A group inside a system would stand beside the card of the system that it belongs to.
    return element.parent.flatMap(card) == nil ? [.group(cards.box(element, inner))] : inner
  }

  /// The cards of what is referred to in another design.
  private func imported(_ element: Element) -> [Member] {
    var seen: Set<ElementID> = []
    return model.importedParticipants(of: element.id).compactMap { card($0.id) }
      .filter { seen.insert($0).inserted }.map { .node(cards.card(model[$0])) }
  }

  /// The element whose card stands for another: what others run, a person, the outermost system, and without any of these
  /// an application itself.
  private func card(_ id: ElementID) -> ElementID? {
    let ancestry = model.ancestry(id)
    if let external = ancestry.last(where: { $0.isExternal && Self.runs.contains($0.kind) }) {
      return external.id
    }
    return
      (ancestry.first { $0.kind == .person } ?? ancestry.last { $0.kind == .system }
      ?? ancestry.first { $0.kind == .application })?.id
  }

  private static let runs = ElementKinds.deployable.union(ElementKinds(.system))

  private func edges() -> [Edge] {
    let builder = ConnectionEdges(model)
    var links: [ConnectionEdges.Link] = []
    for connection in model.connections {
      guard let target = connection.target, let source = card(connection.source).map(path) else { continue }
      if let other = card(target).map(path) {
        let runsBack = connection.verb == .consumes
        links.append(
          .init(
            source: runsBack ? other : source, target: runsBack ? source : other, connection: connection))
      } else if connection.verb == .publishes {
        // A broker without a card carries messages from one card to another.
        for consumer in channels.consumers(of: target) {
          guard let other = card(consumer).map(path) else { continue }
          links.append(.init(source: source, target: other, connection: connection))
        }
      }
    }
    return builder.edges(links, labels: builder.labels)
  }

  private func path(_ id: ElementID) -> String { model[id].path }
}
