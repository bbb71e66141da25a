import DesignModel

/// What there is to ask a rule of: in the whole design, and inside of one thing.
struct RuleItems {
  let review: Review
  /// Places in `Model.connections`, by every element in which they begin, or end.
  private var beginning: [ElementID: [Int]] = [:]
  private var ending: [ElementID: [Int]] = [:]
  private var deployed: [ElementID: [Int]] = [:]

  init(_ review: Review) {
    self.review = review
    let model = review.model
    for (index, connection) in model.connections.enumerated() {
      for id in lineage(connection.during ?? connection.source) { beginning[id, default: []].append(index) }
      guard let target = connection.endpoint ?? connection.target else { continue }
      for id in lineage(target) { ending[id, default: []].append(index) }
    }
    for (index, placed) in review.deployments.enumerated() {
      for id in lineage(placed.target) { deployed[id, default: []].append(index) }
    }
  }

  private func lineage(_ id: ElementID) -> [ElementID] { review.model.ancestry(id).map(\.id) }

  /// All of a kind, in the order of the design.
  func all(_ subject: RuleSubject) -> [RuleItem] {
    switch subject {
    case .element(let kind): review.elements(kind).map { .element($0.id) }
    case .anyElement: []
    case .connection, .incomingConnection: review.model.connections.indices.map { .connection($0) }
    case .deployment: review.deployments.indices.map { .deployment($0) }
    case .place(let kind):
      review.places.indices.filter { review.places[$0].place.kind == kind }.map { .place($0) }
    case .index, .foreignKey:
      [ElementKind.table, .sqlView].flatMap { review.elements($0).flatMap { parts($0.id, subject) } }
    case .parameter, .response: review.elements(.endpoint).flatMap { parts($0.id, subject) }
    }
  }

  /// What lies inside of one, at whatever depth.
  func inside(_ item: RuleItem, _ subject: RuleSubject) -> [RuleItem] {
    switch item {
    case .element(let id): inside(id, subject)
    case .place(let index): inside(place: index, subject)
    case .index(let id, let index): columns(review.model.table(id)?.indexes[index].columns, id, subject)
    case .foreignKey(let id, let index):
      columns(review.model.table(id)?.foreignKeys[index].columns, id, subject)
    case .connection, .deployment, .parameter, .response: []
    }
  }

  private func inside(_ id: ElementID, _ subject: RuleSubject) -> [RuleItem] {
    switch subject {
    case .element(let kind):
      return descendants(id).filter { review.model[$0].kind == kind }.map { .element($0) }
    case .connection: return (beginning[id] ?? []).map { .connection($0) }
    case .incomingConnection: return (ending[id] ?? []).map { .connection($0) }
    case .deployment:
      if review.model[id].kind == .environment {
        return review.deployments.indices.filter { environment(review.deployments[$0].environment) == id }
          .map { .deployment($0) }
      }
      return (deployed[id] ?? []).map { .deployment($0) }
    case .place(let kind):
      return review.places.indices.filter {
        environment(review.places[$0].environment) == id && review.places[$0].place.kind == kind
      }.map { .place($0) }
    case .index, .foreignKey, .parameter, .response:
      if review.model[id].kind == .column { return naming(column: id, subject) }
      return ([id] + descendants(id)).flatMap { parts($0, subject) }
    case .anyElement: return []
    }
  }

  private func environment(_ index: Int) -> ElementID { review.model.environments[index].element }

  /// All elements inside of one, each after the one that holds it.
  private func descendants(_ id: ElementID) -> [ElementID] {
    review.model[id].children.flatMap { [$0] + descendants($0) }
  }

  private func inside(place index: Int, _ subject: RuleSubject) -> [RuleItem] {
    func isInside(_ other: Int?) -> Bool {
      var next = other
      while let current = next {
        if current == index { return true }
        next = review.places[current].parent
      }
      return false
    }
    switch subject {
    case .deployment:
      return review.deployments.indices.filter { isInside(review.deployments[$0].place) }.map {
        .deployment($0)
      }
    case .place(let kind):
      return review.places.indices.filter {
        isInside(review.places[$0].parent) && review.places[$0].place.kind == kind
      }.map { .place($0) }
    default: return []
    }
  }

  /// Indexes and foreign keys of a table, parameters and answers of an endpoint.
  private func parts(_ id: ElementID, _ subject: RuleSubject) -> [RuleItem] {
    switch subject {
    case .index: (review.model.table(id)?.indexes ?? []).indices.map { .index(id, $0) }
    case .foreignKey: (review.model.table(id)?.foreignKeys ?? []).indices.map { .foreignKey(id, $0) }
    case .parameter: (review.model.endpoint(id)?.parameters ?? []).indices.map { .parameter(id, $0) }
    case .response: (review.model.endpoint(id)?.responses ?? []).indices.map { .response(id, $0) }
    default: []
    }
  }

  /// The indexes or foreign keys that a column is part of.
  private func naming(column id: ElementID, _ subject: RuleSubject) -> [RuleItem] {
    guard let table = review.model[id].parent else { return [] }
    return parts(table, subject).filter { inside($0, .element(.column)).contains(.element(id)) }
  }

  private func columns(_ names: [String]?, _ table: ElementID, _ subject: RuleSubject) -> [RuleItem] {
    guard subject == .element(.column), let table = review.model.table(table) else { return [] }
    return (names ?? []).compactMap { table.column($0).map { .element($0.element) } }
  }
}
