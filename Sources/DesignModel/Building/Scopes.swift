import DesignSource

/// Who bears which name where.
struct Scopes {
  private struct Place: Hashable {
    let parent: ElementID?
    let name: String
  }

  private var members: [Place: [ElementID]] = [:]
  private var everywhere: [String: [ElementID]] = [:]

  mutating func add(_ id: ElementID, kind: ElementKind, name: String, parent: ElementID?) {
    members[Place(parent: parent, name: name), default: []].append(id)
    everywhere[name, default: []].append(id)
  }

  /// The elements of that name directly in a scope; nil is the top.
  func named(_ name: String, in parent: ElementID?) -> [ElementID] {
    members[Place(parent: parent, name: name)] ?? []
  }

  enum Resolution {
    case found(ElementID)
    case ambiguous([ElementID])
    /// It names something, but not of a kind that may stand here.
    case wrongKind(ElementID)
    case unknown
  }

  /// Looks a path up from the inside out. A scope in which the whole path does not resolve is passed over. Failing that,
  /// a name that only one element of the design bears needs no path.
  func resolve(_ path: [String], from scope: ElementID?, accepting kinds: ElementKinds, in model: Model)
    -> Resolution
  {
    var wrong: ElementID?
    var next = scope
    while true {
      for id in descend(path, from: next, in: model) {
        if kinds.contains(model[id].kind) { return .found(id) }
        wrong = wrong ?? id
      }
      guard let current = next else { break }
      next = model[current].parent
    }
    let candidates = (everywhere[path[0]] ?? []).flatMap { descend(path.dropFirst(), from: $0, in: model) }
    let accepted = candidates.filter { kinds.contains(model[$0].kind) }
    if accepted.count == 1 { return .found(accepted[0]) }
    if accepted.count > 1 {
      // Of nested ones of the same name, such as a database and its only schema, none is meant more than the other.
      return .ambiguous(accepted)
    }
    if let wrong = wrong ?? (candidates.count == 1 ? candidates[0] : nil) { return .wrongKind(wrong) }
    return .unknown
  }

  private func descend(_ path: some Collection<String>, from scope: ElementID?, in model: Model)
    -> [ElementID]
  {
    var current: [ElementID?] = [scope]
    for name in path {
      current = current.flatMap { named(name, in: $0) }
      if current.isEmpty { return [] }
    }
    return current.compactMap { $0 }
  }

  /// The names of a scope, and of all that have one of these kinds anywhere, for proposals.
  func names(accepting kinds: ElementKinds, in model: Model) -> [String] {
    model.elements.filter { kinds.contains($0.kind) }.map(\.name)
  }
}
