import DesignSource
import DesignSyntax

/// References: from a path in the text to an element, or to a diagnostic.
extension ModelBuilder {
  /// Resolves a path and reports when it leads nowhere.
  ///
  /// - Parameters:
  ///   - scope: the element in which the path stands.
  ///   - purpose: the words before the path, for messages.
  ///   - code: the rule that owns an unresolved reference in this place, when it is not MOD001.
  mutating func resolve(
    _ node: Node, accepting kinds: ElementKinds, from scope: ElementID?, purpose: String,
    code: (id: String, name: String) = ("MOD001", "unresolved-reference")
  ) -> Reference {
    let parts = Texts.components(of: node)
    let written = parts.names.joined(separator: ".")
    var kinds = kinds
    if let keyword = parts.keyword, let kind = Self.kind(declaredBy: keyword) {
      kinds = ElementKinds(kind)
    }
    guard !parts.names.isEmpty else { return Reference(written: written, target: nil, range: node.range) }
    if case .found(let id) = scopes.resolve(parts.names, from: scope, accepting: kinds) {
      return Reference(written: written, target: id, range: node.range)
    }
    reportUnresolved(parts.names, kinds, from: scope, at: node.range, purpose: purpose, code: code)
    return Reference(written: written, target: nil, range: node.range)
  }

  mutating func reportUnresolved(
    _ path: [String], _ kinds: ElementKinds, from scope: ElementID?, at range: SourceRange, purpose: String,
    code: (id: String, name: String) = ("MOD001", "unresolved-reference")
  ) {
    guard !path.contains(where: skippedWords.contains) else { return }
    let written = path.joined(separator: ".")
    switch scopes.resolve(path, from: scope, accepting: kinds) {
    case .found: return
    case .ambiguous(let candidates):
      report(
        code.id, code.name, "`\(written)` may be any of \(candidates.count) elements", at: range,
        related: candidates.prefix(4).map { .init(model[$0].nameRange, "`\(model[$0].path)` is one") },
        help: ["write the whole path: " + list(candidates.prefix(4).map { "`\(model[$0].path)`" })])
    case .wrongKind(let id):
      let element = model[id]
      report(
        code.id, code.name,
        "`\(written)` is \(article(element.kind.noun)), but `\(purpose)` needs \(expected(kinds))", at: range,
        related: [.init(element.nameRange, "declared here")])
    case .unknown:
      // The same missing name in many places is one mistake.
      if let first = unknownNames[written], model.problems[first].code == code.id {
        if model.problems[first].related.count < 3 {
          model.problems[first].related.append(.init(range, "also named here"))
        }
        return
      }
      unknownNames[written] = model.problems.count
      let near = nearest(path, kinds, scope)
      report(
        code.id, code.name, "there is no \(expectedNoun(kinds)) called `\(written)`", at: range,
        label: near.map { "did you mean `\($0)`?" } ?? "",
        help: near == nil ? ["declare it, or correct the name"] : [],
        fixIts: near.map { [.init("write `\($0)`", range: range, replacement: $0, safety: .suggested)] } ?? []
      )
    }
  }

  /// The nearest spelling of a path: with its last or first name corrected, or another element's whole path.
  private func nearest(_ path: [String], _ kinds: ElementKinds, _ scope: ElementID?) -> String? {
    for index in path.indices.reversed() {
      let prefix = Array(path[..<index])
      var names: [String] = []
      if prefix.isEmpty {
        names = self.names(of: path.count == 1 ? kinds : .all)
      } else if case .found(let id) = scopes.resolve(prefix, from: scope, accepting: .all) {
        names = model[id].children.map { model[$0].name }
      } else {
        continue
      }
      if let near = Spelling.nearest(to: path[index], among: names) {
        var corrected = path
        corrected[index] = near
        if case .found = scopes.resolve(corrected, from: scope, accepting: kinds) {
          return corrected.joined(separator: ".")
        }
      }
    }
    return nil
  }

  /// The names of all elements of these kinds, each once, for proposals.
  private func names(of kinds: ElementKinds) -> [String] {
    var seen: Set<String> = []
    var out: [String] = []
    for index in model.elements.indices
    where kinds.contains(model.elements[index].kind) && seen.insert(model.elements[index].name).inserted {
      out.append(model.elements[index].name)
    }
    return out
  }

  private func expected(_ kinds: ElementKinds) -> String {
    let nouns = nouns(kinds)
    return nouns.count > 4 ? "another kind of element" : list(nouns.map(article), last: "or")
  }

  private func expectedNoun(_ kinds: ElementKinds) -> String {
    let nouns = nouns(kinds)
    return nouns.count > 3 ? "element" : list(nouns, last: "or")
  }

  private func nouns(_ kinds: ElementKinds) -> [String] {
    var out: [String] = []
    for kind in kinds.members where !out.contains(kind.noun) { out.append(kind.noun) }
    return out
  }

  private func article(_ noun: String) -> String {
    (["a", "e", "i", "o", "u"].contains(noun.prefix(1)) ? "an " : "a ") + noun
  }

  private func list(_ items: [String], last: String = "and") -> String {
    guard let final = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(last) " + final
  }

  /// The endpoint of an application or api that a reference names; reports when there is none.
  mutating func resolveEndpoint(_ node: Node, of target: ElementID?) -> ElementID? {
    guard let target, let pathNode = node.child(.endpointPath) else { return nil }
    let method = node.tree.text(node.head)
    let wanted = EndpointPath.normalized(EndpointPath.template(pathNode))
    let apis =
      model[target].kind == .api ? [target] : model[target].children.filter { model[$0].kind == .api }
    let endpoints = apis.flatMap { model[$0].children }.filter { model[$0].kind == .endpoint }
    for id in endpoints {
      let name = model[id].name
      guard let space = name.firstIndex(of: " "), name[..<space] == method else { continue }
      let template = EndpointPath.normalized(name[name.index(after: space)...])
      let base = model[id].parent.flatMap { basePath(of: $0) } ?? ""
      if template == wanted || base + template == wanted { return id }
    }
    let written = "\(method) \(EndpointPath.template(pathNode))"
    let near = Spelling.nearest(to: written, among: endpoints.map { model[$0].name })
    report(
      "API003", "call-to-missing-endpoint", "`\(model[target].path)` has no endpoint `\(written)`",
      at: node.range,
      label: near.map { "did you mean `\($0)`?" } ?? "",
      help: near == nil ? ["declare it in the api, or correct the method and path"] : [],
      fixIts: near.map { [.init("write `\($0)`", range: node.range, replacement: $0, safety: .suggested)] }
        ?? [])
    return nil
  }

  private static let base = form("base")

  private func basePath(of api: ElementID) -> String? {
    for statement in statements(of: api) where statement.formID == Self.base {
      return statement.child(.text).flatMap { Texts.value(of: $0) }
    }
    return nil
  }
}
