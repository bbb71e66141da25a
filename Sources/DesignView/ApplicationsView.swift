import DesignDiagram
import DesignModel

/// Which applications, databases, caches and brokers there are, and which calls, reads, writes and events run between
/// them.
struct ApplicationsView {
  private let model: Model
  private let names: ElementNames
  private let cards: ElementCards

  init(_ model: Model, _ names: ElementNames) {
    self.model = model
    self.names = names
    cards = ElementCards(model, names)
  }

  /// Nil when the design has nothing to show.
  func diagram() -> Diagram? {
    let members = model.ownElements.filter { $0.parent == nil }.compactMap(member)
    guard !members.isEmpty else { return nil }
    return Diagram(
      kind: .applications, title: names.design, subtitle: "Applications", members: members,
      edges: ConnectionEdges(model).edges(directConnections, drawsLoops: true, card: card))
  }

  /// Connections but for those that a screen names and its application takes by way of a gateway: the endpoint that a
  /// screen uses says what is shown, and the calls of application and gateway say by which way.
  private var directConnections: [Connection] {
    var called: [ElementID: Set<ElementID>] = [:]
    for connection in model.connections where model[connection.source].kind != .screen {
      guard let source = application(connection.source), let target = connection.target.flatMap(application)
      else {
        continue
      }
      called[source, default: []].insert(target)
    }
    return model.connections.filter { connection in
      guard model[connection.source].kind == .screen, let client = application(connection.source),
        let service = connection.target.flatMap(application)
      else { return true }
      return !(called[client] ?? []).contains { gateway in
        model[gateway].subtype == "gateway" && called[gateway]?.contains(service) ?? false
      }
    }
  }

  private func application(_ id: ElementID) -> ElementID? {
    model.enclosing(id, ElementKinds(.application))?.id
  }

  private static let shown = ElementKinds.deployable.union(ElementKinds(.person))

  private func member(_ element: Element) -> Member? {
    if Self.shown.contains(element.kind) { return .node(cards.card(element)) }
    if element.kind == .imported { return imported(element) }
    guard element.kind == .system || element.kind == .group else { return nil }
    let inner = element.children.compactMap { member(model[$0]) }
    // A system of which nothing inside is known is a card itself.
    if inner.isEmpty { return element.kind == .system ? .node(cards.card(element)) : nil }
    return .group(cards.box(element, inner))
  }

  /// The box of another design, with what is referred to; nil when nothing is.
  private func imported(_ element: Element) -> Member? {
    let cards = model.importedParticipants(of: element.id).map { Member.node(self.cards.card($0)) }
    guard !cards.isEmpty else { return nil }
    return .group(
      Group(id: element.path, kind: .system, title: element.title, isExternal: true, members: cards))
  }

  /// The card that stands for an element: its own, or that of what holds it.
  private func card(_ id: ElementID) -> String? {
    if model.isImported(id) { return model.importedParticipant(id)?.path }
    for element in model.ancestry(id) {
      if Self.shown.contains(element.kind) { return element.path }
      if element.kind == .system {
        return member(element).flatMap { if case .node(let node) = $0 { node.id } else { nil } }
      }
    }
    return nil
  }
}
