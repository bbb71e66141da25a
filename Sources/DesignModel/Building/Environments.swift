import DesignSource
import DesignSyntax

/// Environments, with `like` and `every deploy` applied.
extension ModelBuilder {
  private static let places: [Grammar.FormID: Place.Kind] = [
    form("region"): .region, form("zone"): .zone, form("network"): .network, form("cluster"): .cluster,
    form("node"): .node,
  ]
  private static let deploy = form("deploy")
  private static let everyDeploy = form("every deploy")
  private static let kinds = ["production", "staging", "qa", "dev", "sandbox"]

  mutating func buildEnvironments() {
    var built: [ElementID: Environment] = [:]
    for index in model.elements.indices where model.elements[index].kind == .environment {
      let element = model.elements[index]
      var chain: Set<ElementID> = []
      model.environments.append(environment(element.id, built: &built, chain: &chain))
    }
  }

  private mutating func environment(
    _ id: ElementID, built: inout [ElementID: Environment], chain: inout Set<ElementID>
  ) -> Environment {
    if let done = built[id] { return done }
    let element = model[id]
    chain.insert(id)
    var result = Environment(element: id, kind: kind(of: element), places: [], deployments: [])
    if let like = element.fact("like"), let base = like.references.first {
      if chain.contains(base) {
        report(
          "MOD001", "unresolved-reference",
          "`\(element.name)` is like `\(model[base].name)`, which is like it in turn",
          at: like.range, help: ["let one of them state its places itself"])
      } else {
        let copied = environment(base, built: &built, chain: &chain)
        (result.places, result.deployments) = (copied.places, copied.deployments)
        remove(like, from: &result)
      }
    }
    var everywhere: [Node] = []
    var content = EnvironmentContent(places: result.places, deployments: result.deployments)
    merge(statements(of: id), into: &content, at: element.path, environment: id, everywhere: &everywhere)
    for node in everywhere { apply(node, to: &content, environment: id) }
    (result.places, result.deployments) = (content.places, content.deployments)
    built[id] = result
    return result
  }

  /// The name decides the kind where the text states none.
  private func kind(of element: Element) -> String? {
    let word = (element.subtype ?? element.name).lowercased()
    switch word {
    case "development", "dev": return "dev"
    case "prod", "prd", "live", "production": return "production"
    case "stage", "stg", "staging": return "staging"
    default: return Self.kinds.contains(word) ? word : element.subtype
    }
  }

  private mutating func merge(
    _ statements: some Sequence<Node>, into content: inout EnvironmentContent, at path: String,
    environment: ElementID,
    everywhere: inout [Node]
  ) {
    content.move(to: path)
    var own: [String: SourceRange] = [:]
    var known = Dictionary(content.places.enumerated().map { (Self.key($1.kind, $1.name), $0) }) { first, _ in
      first
    }
    var block: SourceRange?
    for node in statements {
      // What an `extend` says of a place adds to it.
      if let kind = Self.places[node.formID] {
        let around = enclosing(node, of: environment)
        if around != block { own = [:] }
        block = around
        mergePlace(
          node, kind, into: &content, at: path, environment: environment, own: &own, known: &known,
          everywhere: &everywhere)
      } else if node.formID == Self.deploy {
        mergeDeploy(node, into: &content, at: path, environment: environment)
      } else if node.formID == Self.everyDeploy {
        everywhere.append(node)
      }
    }
  }

  /// The `extend` that a statement stands in; nil when it stands in the declaration.
  private func enclosing(_ node: Node, of environment: ElementID) -> SourceRange? {
    guard let blocks = extensions[environment] else { return nil }
    return blocks.first { $0.range.contains(node.range) }?.range
  }

  /// What tells places in the same place apart.
  private static func key(_ kind: Place.Kind, _ name: String) -> String { "\(kind.rawValue) \(name)" }

  /// - Parameters:
  ///   - own: where these statements name places, to tell repetitions.
  ///   - known: where in the content places are, also those of the environment that this one is like.
  private mutating func mergePlace(
    _ node: Node, _ kind: Place.Kind, into content: inout EnvironmentContent, at path: String,
    environment: ElementID,
    own: inout [String: SourceRange], known: inout [String: Int], everywhere: inout [Node]
  ) {
    guard let nameNode = node.child(.name) else { return }
    let name = Texts.name(of: nameNode)
    let key = Self.key(kind, name)
    if let first = own[key] {
      report(
        "MOD002", "duplicate-name", "`\(path)` has two places called `\(name)`", at: nameNode.range,
        related: [.init(first, "first declared here")],
        help: ["rename one, or put all its content in one block"])
    }
    own[key] = nameNode.range
    let index: Int
    if let found = known[key] {
      index = found
    } else {
      index = content.places.count
      known[key] = index
      content.places.append(
        Place(
          kind: kind, name: name, path: "\(path).\(name)", facts: [], range: node.range,
          nameRange: nameNode.range,
          places: [], deployments: []))
    }
    var place = content.places[index]
    describe(&place, node)
    place.facts = place.facts.overridden(by: facts(node.statements, in: environment))
    var inner = EnvironmentContent(places: place.places, deployments: place.deployments)
    merge(node.statements, into: &inner, at: place.path, environment: environment, everywhere: &everywhere)
    (place.places, place.deployments) = (inner.places, inner.deployments)
    content.places[index] = place
  }

  private func describe(_ place: inout Place, _ node: Node) {
    let colon =
      node.tokens.prefix(2).first { $0.kind == .colon } ?? node.tokens.prefix(3).first { $0.kind == .colon }
    var hasKind = colon == nil
    for child in node.children {
      switch child.kind {
      case .version: place.version = child.sourceText
      case .word where !hasKind, .text where !hasKind:
        place.technology = Texts.word(of: child)
        hasKind = true
      case .text: place.label = Texts.value(of: child)
      default: break
      }
    }
  }

  private mutating func mergeDeploy(
    _ node: Node, into content: inout EnvironmentContent, at path: String, environment: ElementID
  ) {
    let facts = facts(node.statements, in: environment)
    let role = facts.first { $0.key == "as" }?.word
    for pathNode in node.children where pathNode.kind == .path {
      let reference = resolve(
        pathNode, accepting: .deployable, from: environment, purpose: "deploy")
      guard let target = reference.target else { continue }
      // In an environment like another, a deployment that it has already is changed, wherever in here it stands.
      if model[environment].fact("like") != nil {
        let changed = content.change { deployment in
          guard deployment.target == target, role == nil || deployment.role == role else { return false }
          deployment.facts = deployment.facts.overridden(by: facts)
          return true
        }
        if changed { continue }
      }
      content.deployments.append(
        Deployment(
          target: target, label: node.child(.text).flatMap { Texts.value(of: $0) }, facts: facts, place: path,
          range: node.range, targetRange: pathNode.range))
    }
  }

  private mutating func apply(_ node: Node, to content: inout EnvironmentContent, environment: ElementID) {
    let facts = facts(node.statements, in: environment)
    let only = node.children.filter { $0.kind == .path }.compactMap {
      resolve($0, accepting: .deployable, from: environment, purpose: "every deploy of").target
    }
    _ = content.change { deployment in
      guard only.isEmpty || only.contains(deployment.target) else { return false }
      deployment.facts = deployment.facts.overridden(by: facts)
      return true
    }
  }

  /// Removes what stands after `without`: places by name or path, deployments by their target.
  private mutating func remove(_ like: Fact, from environment: inout Environment) {
    guard let without = like.fact("without") else { return }
    for name in without.words {
      let before = environment.allDeployments.count + environment.allPlaces.count
      var content = EnvironmentContent(places: environment.places, deployments: environment.deployments)
      content.remove { path, target in
        path.map { $0 == name || $0.hasSuffix(".\(name)") } ?? false
          || target.map { model[$0].path == name || model[$0].name == name } ?? false
      }
      (environment.places, environment.deployments) = (content.places, content.deployments)
      guard environment.allDeployments.count + environment.allPlaces.count == before else { continue }
      report(
        "MOD001", "unresolved-reference", "the copied environment has nothing called `\(name)`",
        at: without.range,
        help: ["name a place, or something that is deployed there"])
    }
  }
}
