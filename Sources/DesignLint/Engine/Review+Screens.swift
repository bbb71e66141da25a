import DesignModel

/// What rules about front ends ask of screens.
extension Review {
  /// The calls of a screen.
  func uses(of screen: Element) -> [Connection] {
    connections(outgoing[owner(screen.id).id]).map(\.connection).filter { $0.source == screen.id }
  }

  /// The fields that the endpoints of a screen answer with; nil when one of them is not known in that detail.
  func served(to screen: Element) -> [Field]? {
    var out: [Field] = []
    let uses = uses(of: screen)
    guard !uses.isEmpty else { return nil }
    for use in uses {
      guard let endpoint = use.endpoint.flatMap({ model.endpoint($0) }) else { return nil }
      let types = endpoint.successes.compactMap(\.type)
      guard !endpoint.responses.isEmpty else { return nil }
      for type in types {
        let fields = fields(of: type, depth: 3)
        // A type without fields, such as `json`, may hold anything.
        guard !fields.isEmpty else { return nil }
        out += fields
      }
    }
    return out
  }
}
