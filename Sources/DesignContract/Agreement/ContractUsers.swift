package import DesignModel
package import DesignSource

/// Who calls, reads or listens to a part of a contract.
package struct ContractUser: Sendable {
  /// The application, or person, that uses it.
  package let application: ElementID
  /// Its screen, when the design names one.
  package let screen: ElementID?
  /// The operation, topic or table; empty for the whole.
  package let part: String
  /// Where the design says so.
  package let range: SourceRange

  /// Everybody outside of what answers for it who uses a part of a contract, in the order of the design.
  package static func users(of id: ElementID, in model: Model) -> [ContractUser] {
    let subject = model[id]
    let provider = model.provider(of: id)
    return model.connections.compactMap { connection in
      guard let target = connection.target, let part = part(of: subject, connection, target, model) else {
        return nil
      }
      guard let user = model.enclosing(connection.source, ElementKinds(.application, .person)) else {
        return nil
      }
      guard provider.map({ !model.ancestry(user.id).map(\.id).contains($0) }) ?? true else { return nil }
      return ContractUser(
        application: user.id, screen: model.enclosing(connection.source, ElementKinds(.screen))?.id,
        part: part,
        range: connection.range)
    }
  }

  /// The part that a connection uses; nil when it uses something else.
  private static func part(of subject: Element, _ connection: Connection, _ target: ElementID, _ model: Model)
    -> String?
  {
    switch subject.kind {
    case .api:
      if let called = connection.endpoint ?? (model[target].kind == .endpoint ? target : nil) {
        guard model[called].parent == subject.id, let endpoint = model.endpoint(called) else { return nil }
        return ContractMaker.key(of: endpoint, in: subject)
      }
      return target == subject.id ? "" : nil
    case .topic, .queue: return target == subject.id ? "topic \(subject.name)" : nil
    default:
      guard connection.verb == .reads || connection.verb == .writes,
        model.ancestry(target).contains(where: { $0.id == subject.id })
      else { return nil }
      guard let table = model.enclosing(target, ElementKinds(.table, .sqlView)) else { return "" }
      return "table \(table.path.dropFirst(subject.path.utf8.count + 1))"
    }
  }

  /// `storefront, screen product-page`
  package func described(in model: Model) -> String {
    let application = model[application].path
    return screen.map { "\(application), screen \(model[$0].name)" } ?? application
  }
}

extension Model {
  /// The application that answers for an api, topic or database; nil when nobody is said to.
  package func provider(of id: ElementID) -> ElementID? {
    let element = self[id]
    switch element.kind {
    case .api: return enclosing(id, ElementKinds(.application))?.id
    case .topic, .queue:
      if let owner = element.fact("owned by")?.references.first { return owner }
      let publisher = connections.first { $0.target == id && ($0.verb == .publishes || $0.verb == .writes) }
      return publisher.flatMap { enclosing($0.source, ElementKinds(.application))?.id }
    default: return element.fact("owned by")?.references.first
    }
  }

  /// The users of each part of a contract, as people read them, each once.
  package func describedUsers(of id: ElementID) -> [String: [String]] {
    var out: [String: [String]] = [:]
    for user in ContractUser.users(of: id, in: self) {
      let words = user.described(in: self)
      if !(out[user.part] ?? []).contains(words) { out[user.part, default: []].append(words) }
    }
    // Who uses the whole uses each part.
    let whole = out[""] ?? []
    for part in out.keys where !part.isEmpty { out[part]?.append(contentsOf: whole) }
    return out
  }

  /// Those who must agree to a contract: whoever answers for it, then everybody who uses it.
  package func signatories(of id: ElementID) -> [Signatory] {
    var out: [Signatory] = []
    let users = ContractUser.users(of: id, in: self).map(\.application).filter {
      self[$0].kind == .application
    }
    for (index, application) in ([provider(of: id)].compactMap { $0 } + users).enumerated() {
      let element = self[application]
      // The nearest owner answers: of the application, or of the system that it is part of.
      let owner = ancestry(application).lazy.compactMap { $0.fact("owner")?.word }.first
      let isProvider = index == 0 && provider(of: id) != nil
      let one = Signatory(
        name: owner ?? element.title, others: [element.name, element.path, element.title],
        application: element.path,
        isProvider: isProvider)
      if !out.contains(where: { $0.name == one.name }) { out.append(one) }
    }
    return out
  }
}

/// A side of an agreement.
package struct Signatory: Sendable, Hashable {
  /// The owner of the application, or the application where none is stated.
  package let name: String
  /// Other names that count as its signature.
  let others: [String]
  package let application: String
  package let isProvider: Bool

  /// Whether it is among those who signed.
  package func hasSigned(_ signers: [String]) -> Bool {
    signers.contains { $0 == name || others.contains($0) }
  }
}
