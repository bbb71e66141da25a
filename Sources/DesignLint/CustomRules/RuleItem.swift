import DesignModel
import DesignSource

/// One thing that a rule of the design is asked of.
enum RuleItem: Sendable, Hashable {
  case element(ElementID)
  /// A place in `Model.connections`.
  case connection(Int)
  /// A place in `Review.deployments`.
  case deployment(Int)
  /// A place in `Review.places`.
  case place(Int)
  /// A place in the lists of a table.
  case index(ElementID, Int)
  case foreignKey(ElementID, Int)
  /// A place in the lists of an endpoint.
  case parameter(ElementID, Int)
  case response(ElementID, Int)
}

extension Review {
  /// What an `accept` of a finding about it must stand on.
  func subject(of item: RuleItem) -> Subject {
    switch item {
    case .element(let id): .element(id)
    case .connection(let index): .connection(index)
    case .deployment(let index): .deployment(index)
    case .place(let index): .place(index)
    case .index(let table, _), .parameter(let table, _), .response(let table, _): .element(table)
    case .foreignKey(let table, let index): .element(column(ofForeignKey: index, in: table) ?? table)
    }
  }

  /// A foreign key of one column is written at that column.
  private func column(ofForeignKey index: Int, in table: ElementID) -> ElementID? {
    guard let table = model.table(table), table.foreignKeys[index].columns.count == 1 else { return nil }
    return table.column(table.foreignKeys[index].columns[0])?.element
  }

  /// The element that lacks a fact which is unstated of the item.
  func element(of item: RuleItem) -> ElementID? {
    switch subject(of: item) {
    case .element(let id): id
    case .connection(let index): model.connections[index].source
    case .deployment(let index): deployments[index].target
    case .place(let index): model.environments[places[index].environment].element
    }
  }

  /// How a message calls it.
  func name(of item: RuleItem) -> String {
    switch item {
    case .element, .connection, .deployment, .place: return path(of: subject(of: item), at: range(of: item))
    case .index(let id, let index):
      let one = model.table(id)?.indexes[index]
      return "\(model[id].path) index \(one?.name ?? "(\((one?.columns ?? []).joined(separator: ", ")))")"
    case .foreignKey(let id, let index):
      guard let key = model.table(id)?.foreignKeys[index] else { return model[id].path }
      let columns = key.columns.count == 1 ? key.columns[0] : "(\(key.columns.joined(separator: ", ")))"
      return "\(model[id].path).\(columns) -> \(key.target.map { model[$0].path } ?? "?")"
    case .parameter(let id, let index):
      return "\(model[id].path) \(model.endpoint(id)?.parameters[index].name ?? "")"
    case .response(let id, let index):
      return "\(model[id].path) \(model.endpoint(id)?.responses[index].status ?? "answer")"
    }
  }

  /// Where a finding about it points.
  func range(of item: RuleItem) -> SourceRange {
    switch item {
    case .element(let id): return model[id].nameRange
    case .connection(let index): return model.connections[index].targetRange
    case .deployment(let index): return deployments[index].deployment.targetRange
    case .place(let index): return places[index].place.nameRange
    case .index(let id, let index): return model.table(id)?.indexes[index].range ?? model[id].nameRange
    case .foreignKey(let id, let index):
      return model.table(id)?.foreignKeys[index].targetRange ?? model[id].nameRange
    case .parameter(let id, let index):
      return model.endpoint(id)?.parameters[index].range ?? model[id].nameRange
    case .response(let id, let index):
      return model.endpoint(id)?.responses[index].range ?? model[id].nameRange
    }
  }

  /// The facts that are stated of it.
  func facts(of item: RuleItem) -> [Fact] {
    switch item {
    case .element(let id): model[id].facts
    case .connection(let index): model.connections[index].facts
    case .deployment(let index): deployments[index].deployment.facts
    case .place(let index): places[index].place.facts
    case .index(let id, let index): model.table(id)?.indexes[index].facts ?? []
    case .foreignKey(let id, let index): model.table(id)?.foreignKeys[index].facts ?? []
    case .parameter, .response: []
    }
  }
}
