import DesignModel
import DesignSizing
import DesignSource

/// The model with what rules ask of it again and again, looked up once. Every list is in the order of the design.
struct Review: Sendable {
  let model: Model
  let options: ReviewOptions
  let book: RuleBook
  /// Places in `Model.connections` of the connections that begin at an element or inside of it, by the element that
  /// runs (`owner`).
  let outgoing: [ElementID: [Int]]
  /// Likewise of those that end there.
  let incoming: [ElementID: [Int]]
  /// Likewise of those that end at exactly this element.
  let reaching: [ElementID: [Int]]
  /// What stands where.
  let placement: Placement
  /// What applications must carry, and what they have for that.
  let sizing: SizedDesign
  /// The errors of meaning that the model has found, by the rule that owns them.
  let problems: [String: [Diagnostic]]
  /// What is done to an element in flows.
  let messagesTo: [ElementID: [Flow.Message]]
  /// Places in `Model.flows` of the flows that something takes part in.
  let flowsThrough: [ElementID: [Int]]
  /// Columns that keep passwords.
  let passwordColumns: [Column]
  /// The tables in which some dependency holds that is not a key's, but for those denormalised on purpose.
  private(set) var relations: [TableRelation] = []
  /// All elements by where they are declared.
  let declarations: [ElementID]
  private let byKind: [[ElementID]]
  private let owners: [ElementID?]

  init(_ model: Model, _ options: ReviewOptions, _ book: RuleBook) {
    self.model = model
    self.options = options
    self.book = book
    var byKind = [[ElementID]](repeating: [], count: ElementKind.allCases.count)
    var owners: [ElementID?] = []
    owners.reserveCapacity(model.elements.count)
    let running = ElementKinds.deployable.union(ElementKinds(.person))
    for element in model.elements {
      // What is imported is another team's to review.
      if !model.isImported(element.id) { byKind[Int(element.kind.rawValue)].append(element.id) }
      // What holds an element stands before it in the list.
      let inherited = element.parent.flatMap { owners[Int($0.index)] }
      owners.append(running.contains(element.kind) ? element.id : inherited)
    }
    self.byKind = byKind
    self.owners = owners

    var outgoing: [ElementID: [Int]] = [:]
    var incoming: [ElementID: [Int]] = [:]
    var reaching: [ElementID: [Int]] = [:]
    for (index, connection) in model.connections.enumerated() {
      outgoing[owners[Int(connection.source.index)] ?? connection.source, default: []].append(index)
      guard let target = connection.target else { continue }
      incoming[owners[Int(target.index)] ?? target, default: []].append(index)
      reaching[connection.endpoint ?? target, default: []].append(index)
    }
    self.outgoing = outgoing
    self.incoming = incoming
    self.reaching = reaching

    var messagesTo: [ElementID: [Flow.Message]] = [:]
    var flowsThrough: [ElementID: [Int]] = [:]
    for (index, flow) in model.flows.enumerated() {
      for message in flow.allMessages {
        if let target = message.target { messagesTo[target, default: []].append(message) }
        for end in [message.source, message.target].compactMap({ $0 }) {
          let id = owners[Int(end.index)] ?? end
          if flowsThrough[id]?.last != index { flowsThrough[id, default: []].append(index) }
        }
      }
    }
    self.messagesTo = messagesTo
    self.flowsThrough = flowsThrough

    placement = Placement(model, judged: options.judgedEnvironments)
    sizing = SizedDesign(model, placement)
    problems = Dictionary(grouping: model.problems, by: \.code)
    declarations = Self.byPlace(model)
    passwordColumns = model.tables.flatMap { $0.columns.filter(\.isPassword) }
    relations = ownTables.compactMap { isReadModel($0) ? nil : TableRelation($0, self) }
  }

  /// In the order of the text, which they have already unless something is extended.
  private static func byPlace(_ model: Model) -> [ElementID] {
    let places = model.elements.map { (range: $0.range, id: $0.id) }
    let isSorted = zip(places, places.dropFirst()).allSatisfy { $0.range < $1.range }
    return (isSorted ? places : places.sorted { $0 < $1 }).map(\.id)
  }

  /// Elements of a kind.
  func elements(_ kind: ElementKind) -> some Sequence<Element> {
    byKind[Int(kind.rawValue)].lazy.map { model[$0] }
  }

  /// The application, store, broker or person that the element is or lies in; else the element itself.
  func owner(_ id: ElementID) -> Element { model[ownerID(id)] }

  /// The same, when it need not be looked at.
  func ownerID(_ id: ElementID) -> ElementID { owners[Int(id.index)] ?? id }

  /// The connections of these places, each with its place.
  func connections(_ indices: [Int]?) -> some Sequence<(index: Int, connection: Connection)> {
    (indices ?? []).lazy.map { ($0, model.connections[$0]) }
  }

  /// All connections whose target exists.
  var resolvedConnections: some Sequence<(index: Int, connection: Connection, target: ElementID)> {
    model.connections.indices.lazy.compactMap { index in
      let connection = model.connections[index]
      return connection.target.map { (index, connection, $0) }
    }
  }

  /// Whether what stands in an environment, given by its place in `Model.environments`, is judged as in production.
  func isJudged(_ environment: Int) -> Bool {
    model.environments[environment].kind.map(options.judgedEnvironments.contains) ?? false
  }

  var places: [PlacedPlace] { placement.places }

  var deployments: [PlacedDeployment] { placement.deployments }

  /// Places in `deployments`, by what is deployed.
  var deploymentsOf: [ElementID: [Int]] { placement.deploymentsOf }

  /// The deployments of an element in environments for production.
  func productionDeployments(of id: ElementID) -> [Int] {
    (deploymentsOf[id] ?? []).filter { deployments[$0].isProduction }
  }
}

extension Flow {
  /// Every message, also of alternatives, loops and branches, in the order of the text.
  var allMessages: [Message] { Self.messages(of: steps) }

  private static func messages(of steps: [Step]) -> [Message] {
    var out: [Message] = []
    for step in steps {
      switch step {
      case .message(let message): out.append(message)
      case .alternative(let cases): for one in cases { out += messages(of: one.steps) }
      case .parallel(_, let branches): for branch in branches { out += messages(of: branch) }
      case .loop(_, let steps): out += messages(of: steps)
      case .note: break
      }
    }
    return out
  }
}
