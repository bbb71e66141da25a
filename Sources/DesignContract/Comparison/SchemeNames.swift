/// Names of security schemes, which stand in the document alone: callers never see them.
extension ContractNode {
  /// The contract with the names that another has for the same schemes.
  func namingSchemes(as base: ContractNode) -> ContractNode {
    let (old, new) = (base.children(.securityScheme), children(.securityScheme))
    var names: [String: String] = [:]
    for scheme in new where !old.contains(where: { $0.key == scheme.key }) {
      let like = old.first { one in
        one.schemeIdentity == scheme.schemeIdentity && !new.contains { $0.key == one.key }
          && !names.values.contains(one.key)
      }
      names[scheme.key] = like?.key
    }
    return names.isEmpty ? self : renamingSchemes(names)
  }

  /// What callers see of a scheme.
  private var schemeIdentity: [Datum?] {
    [self[.schemeType], self[.location], self[.name], self[.schemeName], self[.url]]
  }

  private func renamingSchemes(_ names: [String: String]) -> ContractNode {
    var out = self
    switch thing {
    case .securityScheme: out.key = names[key] ?? key
    case .securityAlternative:
      let schemes = key.split(separator: " + ").map { names[String($0)] ?? String($0) }
      out.key = schemes.sorted().joined(separator: " + ")
    case .scope:
      let words = key.split(separator: " ", maxSplits: 1).map(String.init)
      if words.count == 2, let name = names[words[0]] { out.key = "\(name) \(words[1])" }
    default: break
    }
    if thing == .contract || Self.holdsSecurity.contains(thing) {
      out.children = children.map { $0.renamingSchemes(names) }
    }
    return out
  }

  private static let holdsSecurity: Set<Thing> = [.operation, .callback, .security, .securityAlternative]
}
