import DesignModel

/// How callers prove who they are.
extension Review {
  /// A place at which authentication is stated.
  struct Authentication {
    let fact: Fact
    let subject: Subject
    /// What is called.
    let target: Element
    /// Who calls; nil when it is stated of what is called.
    let caller: Element?
  }

  /// All of them: apis, endpoints, connections.
  var authentications: [Authentication] {
    var out: [Authentication] = []
    for kind in [ElementKind.api, .endpoint] {
      for element in elements(kind) {
        guard let fact = element.fact("auth") else { continue }
        out.append(.init(fact: fact, subject: .element(element.id), target: element, caller: nil))
      }
    }
    for (index, connection, target) in resolvedConnections {
      guard let fact = connection.fact("auth") else { continue }
      let called = model[connection.endpoint ?? target]
      out.append(
        .init(fact: fact, subject: .connection(index), target: called, caller: owner(connection.source)))
    }
    return out
  }

  /// The authentication of an endpoint: its own, or that of its api.
  func authentication(of endpoint: Endpoint) -> Fact? {
    model[endpoint.element].fact("auth") ?? model[endpoint.api].fact("auth")
  }

  /// Whether users' applications, or users, call something.
  func isUserFacing(_ id: ElementID) -> Bool {
    connections(incoming[owner(id).id]).contains { isClient(owner($0.connection.source)) }
  }

  /// Whether something is meant for anybody: `public because "…"`, or an endpoint of an api that is.
  func isPublicOnPurpose(_ id: ElementID) -> Bool {
    model.ancestry(id).contains { $0.states("public") }
  }
}

extension Fact {
  /// The value of a named argument, in lower case.
  func argument(_ name: String) -> String? { arguments.first { $0.name == name }?.value.lowercased() }
}
