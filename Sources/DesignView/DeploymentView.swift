import DesignDiagram
import DesignModel

/// Where everything runs in one environment: how many, of which size, in which nested places, and which connections cross
/// from one place to another.
struct DeploymentView {
  private let model: Model
  private let names: ElementNames
  private let environment: Environment
  private let cards: ElementCards
  private let text: FactText

  init(_ model: Model, _ names: ElementNames, _ environment: Environment) {
    self.model = model
    self.names = names
    self.environment = environment
    cards = ElementCards(model, names)
    text = FactText(model)
  }

  /// An instance of something that is deployed, with the id of its card.
  private struct Instance {
    let id: String
    let deployment: Deployment
  }

  /// Nil when nothing is deployed.
  func diagram() -> Diagram? {
    let instances = instances()
    guard !instances.isEmpty || !environment.places.isEmpty else { return nil }
    var cards = instances.makeIterator()
    let members =
      environment.deployments.compactMap { _ in cards.next().map(card) }
      + environment.places.map { place($0, &cards) }
    let element = model[environment.element]
    return Diagram(
      kind: .deployment, title: names.design, subtitle: "Deployment · \(element.title)", members: members,
      edges: edges(instances))
  }

  /// What each card is an instance of, by the card's id.
  var subjects: [String: ElementID] {
    Dictionary(instances().map { ($0.id, $0.deployment.target) }, uniquingKeysWith: { first, _ in first })
  }

  /// All deployments in the order in which the members are made, each with an id of its own.
  private func instances() -> [Instance] {
    var count: [String: Int] = [:]
    return environment.allDeployments.map { deployment in
      let base = "\(deployment.place).\(model[deployment.target].path)"
      count[base, default: 0] += 1
      let number = count[base] ?? 1
      return Instance(id: number == 1 ? base : "\(base)-\(number)", deployment: deployment)
    }
  }

  private func card(_ instance: Instance) -> Member {
    let deployment = instance.deployment
    let element = model[deployment.target]
    var node = cards.card(element, id: instance.id)
    node.title = deployment.label ?? element.title
    node.badges = [
      deployment.role.map { Badge(.role, $0) }, FactText.count(deployment, "replicas"),
      FactText.resources(deployment),
      FactText.exposure(deployment) ?? FactText.exposure(element),
    ].compactMap { $0 }
    node.tooltip = text.tooltip(element.summary, deployment.facts)
    return .node(node)
  }

  private func place(_ place: Place, _ cards: inout IndexingIterator<[Instance]>) -> Member {
    var members: [Member] = []
    for _ in place.deployments { if let instance = cards.next() { members.append(card(instance)) } }
    for inner in place.places { members.append(self.place(inner, &cards)) }
    let size = [
      [place.technology, place.version].compactMap { $0 }.joined(separator: " "),
      FactText.count(place, "nodes").map { $0.text == "1" ? "" : "\($0.text.drop { $0 == "×" }) nodes" }
        ?? "",
      FactText.resources(place)?.text ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    return .group(
      Group(
        id: place.path, kind: Self.kinds[place.kind] ?? .group, title: place.title, subtitle: size,
        tooltip: text.tooltip(nil, place.facts), members: members))
  }

  private static let kinds: [Place.Kind: Group.Kind] = [
    .region: .region, .zone: .zone, .network: .network, .cluster: .cluster, .node: .machine,
  ]

  // MARK: Edges

  private func edges(_ instances: [Instance]) -> [Edge] {
    var byTarget: [ElementID: [Instance]] = [:]
    for instance in instances { byTarget[instance.deployment.target, default: []].append(instance) }
    var out: [Edge] = []
    var seen: Set<String> = []
    let builder = ConnectionEdges(model)
    var bySource: [ElementID: [Connection]] = [:]
    for connection in model.connections {
      if let source = deployed(connection.source) { bySource[source, default: []].append(connection) }
    }
    for instance in instances {
      let element = instance.deployment.target
      // One instance at a time, so that each leads to what is nearest to it. What stays within one place is left to the
      // picture of the applications, and so are labels: this one shows which lines cross which boundaries.
      let edges = builder.edges(bySource[element] ?? []) { id in
        guard let target = deployed(id) else { return nil }
        if target == element { return instance.id }
        let other = nearest(to: instance, among: byTarget[target] ?? [])
        return other?.deployment.place == instance.deployment.place ? nil : other?.id
      }
      out += edges.filter { seen.insert($0.id).inserted }.map { edge in
        var edge = edge
        edge.labels = []
        return edge
      }
    }
    for instance in instances where ["primary", "leader"].contains(instance.deployment.role) {
      for replica in byTarget[instance.deployment.target] ?? [] where isCopy(replica) {
        out.append(
          Edge(
            id: "\(instance.id)->\(replica.id)", from: instance.id, to: replica.id, style: .replication,
            tooltip: ["\(model[instance.deployment.target].path) is replicated"]))
      }
    }
    return out
  }

  /// What runs in place of an element: itself, or the application or store that holds it.
  private func deployed(_ id: ElementID?) -> ElementID? {
    id.flatMap { model.enclosing($0, .deployable)?.id }
  }

  private func isCopy(_ instance: Instance) -> Bool {
    ["replica", "standby", "follower"].contains(instance.deployment.role ?? "")
  }

  /// The instance in the innermost place that both share, copies last.
  private func nearest(to instance: Instance, among candidates: [Instance]) -> Instance? {
    let here = instance.deployment.place.split(separator: ".")
    func shared(_ other: Instance) -> Int {
      zip(here, other.deployment.place.split(separator: ".")).prefix { $0 == $1 }.count
    }
    let originals = candidates.filter { !isCopy($0) }
    let usable = originals.isEmpty ? candidates : originals
    guard let best = usable.map(shared).max() else { return nil }
    return usable.first { shared($0) == best }
  }
}
