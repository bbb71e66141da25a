import DesignModel
import DesignSyntax

/// What an attribute of a rule comes to for one item.
enum AttributeState {
  case unstated
  case absent(Fact?)
  /// With the clause that states them, when one does.
  case stated([AttributeValue], Fact?)

  static func of(_ text: String?) -> AttributeState { text.map { .stated([.text($0)], nil) } ?? .unstated }
}

/// One value of an attribute.
enum AttributeValue: Sendable, Hashable {
  case text(String)
  case quantity(Quantity)
  /// All quantities between two; an open side has no end.
  case range(Quantity?, Quantity?)
  case truth(Bool)
}

/// Looks up what rules ask for.
struct AttributeValues {
  let items: RuleItems
  private var review: Review { items.review }
  private var model: Model { items.review.model }

  init(_ items: RuleItems) { self.items = items }

  /// The item that the links of an attribute lead to; nil when they lead nowhere.
  func follow(_ links: [RuleAttribute.Link], from item: RuleItem) -> RuleItem? {
    var current = item
    for link in links {
      guard let next = target(of: link, from: current) else { return nil }
      current = .element(next)
    }
    return current
  }

  /// What the last part of an attribute comes to.
  func state(of source: RuleAttribute.Source, _ item: RuleItem) -> AttributeState {
    switch source {
    case .builtin(let builtin): return state(of: builtin, item)
    case .link(let link):
      guard let target = target(of: link, from: item) else { return .unstated }
      return .stated([.text(model[target].path), .text(model[target].name)], nil)
    case .count(let subject): return .stated([.quantity(.count(items.inside(item, subject).count))], nil)
    case .fact(let path): return state(of: path, review.facts(of: item))
    }
  }

  private func target(of link: RuleAttribute.Link, from item: RuleItem) -> ElementID? {
    switch (link, item) {
    case (.source, .connection(let index)): model.connections[index].source
    case (.target, .connection(let index)): model.connections[index].target
    case (.target, .deployment(let index)): review.deployments[index].target
    case (.target, .foreignKey(let id, let index)): model.table(id)?.foreignKeys[index].target
    case (.table, .index(let id, _)), (.table, .foreignKey(let id, _)): id
    case (.table, .element(let id)), (.parent, .element(let id)): model[id].parent
    case (.environment, .deployment(let index)):
      model.environments[review.deployments[index].environment].element
    case (.environment, .place(let index)): model.environments[review.places[index].environment].element
    default: nil
    }
  }

  // MARK: Facts

  private func state(of path: RuleAttribute.FactPath, _ facts: [Fact]) -> AttributeState {
    var facts = facts
    for key in path.keys.dropLast() { facts = facts.filter { says($0, key) }.flatMap(\.facts) }
    guard let key = path.keys.last else { return .unstated }
    var found = facts.filter { says($0, key) }
    if let property = path.property { found = found.filter { $0.words.first == property } }
    guard let first = found.first else { return .unstated }
    if found.allSatisfy(\.isAbsent) { return .absent(first) }
    let present = found.filter { !$0.isAbsent }
    let values = present.flatMap { fact -> [AttributeValue] in
      if let argument = path.argument {
        return fact.arguments.filter { $0.name == argument }.map {
          $0.quantity.map { .quantity($0) } ?? .text($0.value)
        }
      }
      let values = (path.property == nil ? fact.values[...] : fact.values.dropFirst()).flatMap(self.values)
      guard fact.key != key else { return values }
      return [.text(String(fact.key.dropFirst(key.utf8.count + 1)))] + values
    }
    if path.argument != nil, values.isEmpty { return .unstated }
    return .stated(values, present.first)
  }

  /// Whether a fact states what is asked for: `strategy canary` states a strategy, and `not encrypted` also speaks of
  /// `encrypted at rest`.
  private func says(_ fact: Fact, _ key: String) -> Bool {
    fact.key == key || fact.key.hasPrefix(key + " ") || (fact.isAbsent && key.hasPrefix(fact.key + " "))
  }

  private func values(_ value: Value) -> [AttributeValue] {
    switch value {
    case .word(let text), .text(let text), .sql(let text): return [.text(text)]
    case .quantity(let quantity, _): return [.quantity(quantity)]
    case .range(let low, let high, _):
      return [low == high ? low.map { .quantity($0) } ?? .range(nil, nil) : .range(low, high)]
    case .reference(let reference):
      let path = reference.target.map { model[$0].path }
      return ([reference.written] + (path == reference.written ? [] : [path].compactMap { $0 })).map {
        .text($0)
      }
    case .columns(let names): return names.map { .text($0) }
    case .arguments: return []
    }
  }

  // MARK: What needs no fact

  private func state(of builtin: RuleAttribute.Builtin, _ item: RuleItem) -> AttributeState {
    switch item {
    case .element(let id): return state(of: builtin, model[id])
    case .connection(let index): return state(of: builtin, model.connections[index], item)
    case .deployment(let index):
      let deployment = review.deployments[index].deployment
      switch builtin {
      case .name: return .of(model[deployment.target].name)
      case .path: return .of(review.name(of: item))
      case .label: return .of(deployment.label)
      case .place: return .of(deployment.place)
      default: return .unstated
      }
    case .place(let index):
      let place = review.places[index].place
      switch builtin {
      case .name: return .of(place.name)
      case .path: return .of(place.path)
      case .label: return .of(place.label)
      case .technology: return .of(place.technology ?? place.fact("technology")?.word)
      case .version: return .of(place.version)
      default: return .unstated
      }
    case .index(let id, let index):
      return builtin == .name ? .of(model.table(id)?.indexes[index].name) : .unstated
    case .foreignKey: return .unstated
    case .parameter(let id, let index):
      guard let parameter = model.endpoint(id)?.parameters[index] else { return .unstated }
      switch builtin {
      case .name: return .of(parameter.name)
      case .kind: return .of(parameter.place.rawValue)
      default: return state(of: builtin, parameter.type)
      }
    case .response(let id, let index):
      guard let response = model.endpoint(id)?.responses[index] else { return .unstated }
      return builtin == .status ? .of(response.status) : state(of: builtin, response.type)
    }
  }

  private func state(of builtin: RuleAttribute.Builtin, _ connection: Connection, _ item: RuleItem)
    -> AttributeState
  {
    switch builtin {
    case .path: .of(review.name(of: item))
    case .label: .of(connection.label)
    case .verb: .of(connection.verb.rawValue)
    case .protocolName: .of(connection.protocolName)
    case .endpoint: .of(connection.endpoint.map { model[$0].name })
    default: .unstated
    }
  }

  private func state(of builtin: RuleAttribute.Builtin, _ element: Element) -> AttributeState {
    switch builtin {
    case .name: return .of(element.name)
    case .path: return .of(element.path)
    case .label: return .of(element.label)
    case .description: return .of(element.summary)
    case .external: return .stated([.truth(element.isExternal)], nil)
    case .version: return .of(element.version)
    case .method: return .of(model.endpoint(element.id)?.method)
    case .kind where element.kind == .environment:
      return .of(model.environments.first { $0.element == element.id }?.kind)
    case .kind: return .of(element.subtype)
    case .primaryKey where element.kind == .table:
      return model.table(element.id)?.primaryKey.map { .stated($0.columns.map { .text($0) }, nil) }
        ?? .unstated
    case .primaryKey:
      return isNamed(element, in: table(of: element)?.primaryKey) ? .stated([], nil) : .unstated
    case .unique:
      let isUnique = table(of: element)?.uniques.contains { $0.columns == [element.name] } ?? false
      return isUnique ? .stated([], nil) : .unstated
    case .type, .nullable: return state(of: builtin, type(of: element))
    case .verb, .protocolName, .endpoint, .place, .technology, .status: return .unstated
    }
  }

  private func table(of column: Element) -> Table? { column.parent.flatMap { model.table($0) } }

  private func isNamed(_ column: Element, in key: Key?) -> Bool {
    key?.columns.contains(column.name) ?? false
  }

  private func type(of element: Element) -> DataType? {
    switch element.kind {
    case .column: table(of: element)?.column(element.name)?.type
    case .field: element.parent.flatMap { model.fields[$0] }?.first { $0.name == element.name }?.type
    default: model.payloads[element.id]
    }
  }

  /// A type is called by its name, with or without arguments.
  private func state(of builtin: RuleAttribute.Builtin, _ type: DataType?) -> AttributeState {
    guard let type else { return .unstated }
    switch builtin {
    case .nullable: return .stated([.truth(type.isOptional)], nil)
    case .type:
      let whole = type.unwrapped.description
      let name = type.name?.name
      return .stated(([whole] + (name == whole ? [] : [name].compactMap { $0 })).map { .text($0) }, nil)
    default: return .unstated
    }
  }
}
