import DesignModel

/// What rules about apis ask of endpoints.
extension Review {
  /// Whether users, others' systems or the internet use an endpoint, as far as the design says.
  func isReachedFromOutside(_ endpoint: Endpoint) -> Bool {
    let api = model[endpoint.api]
    let application = owner(endpoint.api)
    let element = model[endpoint.element]
    if let audience = (element.fact("audience") ?? api.fact("audience"))?.word {
      return audience != "internal"
    }
    if let exposure = (element.fact("exposure") ?? api.fact("exposure") ?? application.fact("exposure"))?.word
    {
      return exposure != "internal"
    }
    return connections(incoming[application.id]).contains { _, connection in
      guard crossesTrustBoundary(connection) else { return false }
      let called = connection.endpoint ?? connection.target
      return called == endpoint.element || called == endpoint.api || called == application.id
    }
  }

  /// The fields of an endpoint's answers that are classified as sensitive, two levels deep.
  func sensitiveFields(of endpoint: Endpoint) -> [String] {
    var out: [String] = []
    for response in endpoint.responses {
      for field in response.type.map({ fields(of: $0, depth: 2) }) ?? [] {
        let classes = field.facts.filter { $0.key == "classified" }.flatMap(\.words)
        if classes.contains(where: { Self.sensitiveClasses.contains($0) }), !out.contains(field.name) {
          out.append(field.name)
        }
      }
    }
    return out
  }

  /// The fields of a type, and of the types of these as deep as asked.
  func fields(of type: DataType, depth: Int) -> [Field] {
    guard depth > 0 else { return [] }
    switch type {
    case .optional(let inner), .list(let inner): return fields(of: inner, depth: depth)
    case .map(_, let value): return fields(of: value, depth: depth)
    case .oneOf(let types): return types.flatMap { fields(of: $0, depth: depth) }
    case .named(let named):
      guard let target = named.target else { return [] }
      let own = model.fields[target] ?? []
      let aliased = own.isEmpty ? model.payloads[target].map { fields(of: $0, depth: depth) } ?? [] : []
      return own + aliased + own.flatMap { fields(of: $0.type, depth: depth - 1) }
    }
  }
}

extension Endpoint {
  /// Whether it changes something, as its method says.
  var isWriting: Bool { ["POST", "PUT", "PATCH", "DELETE", "mutation"].contains(method) }

  /// The successful answers: those without a status, and those that begin with 2.
  var successes: [Response] { responses.filter { $0.status?.hasPrefix("2") ?? true } }

  /// Whether it answers with a list.
  var isList: Bool {
    successes.contains { response in
      if case .list? = response.type?.unwrapped { true } else { false }
    }
  }
}
