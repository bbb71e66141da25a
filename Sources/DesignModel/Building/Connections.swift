import DesignSource
import DesignSyntax

/// Who uses whom.
extension ModelBuilder {
  /// What each verb acts upon.
  static func targets(of verb: Connection.Verb) -> ElementKinds {
    switch verb {
    case .calls: ElementKinds(.application, .api, .endpoint, .system)
    case .reads, .writes: ElementKinds.stores.union(ElementKinds(.schema, .table, .sqlView, .column))
    case .publishes, .consumes: ElementKinds.channels.union(ElementKinds(.broker))
    case .connects: .participants
    }
  }

  mutating func connectAll() {
    for index in model.elements.indices where Self.connecting.contains(model.elements[index].kind) {
      let id = ElementID(index)
      for node in statements(of: id) { connect(node, from: id) }
    }
    for tree in model.trees {
      for node in tree.root.statements { connectPath(node, in: nil) }
    }
  }

  /// Elements in whose blocks connections may stand.
  private static let connecting = ElementKinds.deployable.union(
    ElementKinds(.design, .system, .group, .person, .api, .endpoint, .screen, .exchange, .schema, .table))

  /// A connection in the block of its source.
  private mutating func connect(_ node: Node, from source: ElementID) {
    guard Self.roles[Int(node.formID)].verb != nil else {
      let isDesign = model.elements[Int(source.index)].kind == .design
      return connectPath(node, in: isDesign ? nil : source)
    }
    if model.elements[Int(source.index)].kind == .endpoint,
      let owner = model.enclosing(source, ElementKinds(.application, .system))
    {
      add(node, from: owner.id, during: source, scope: source)
    } else {
      add(node, from: source, during: nil, scope: source)
    }
  }

  private static let connection = form("connection")

  /// A connection that names its source: `orders calls billing`.
  private mutating func connectPath(_ node: Node, in scope: ElementID?) {
    guard node.formID == Self.connection, let path = node.child(.path) else { return }
    let source = resolve(path, accepting: .participants, from: scope, purpose: "a connection")
    for verb in node.children where verb.kind == .statement {
      guard let id = source.target else { continue }
      add(verb, from: id, during: nil, scope: scope ?? id)
    }
  }

  private mutating func add(_ node: Node, from source: ElementID, during: ElementID?, scope: ElementID) {
    guard let verb = Self.roles[Int(node.formID)].verb else { return }
    var facts = facts(node.statements, in: scope)
    if verb == .consumes,
      let group = node.children.first(where: { $0.kind == .word || $0.kind == .name || $0.kind == .text }),
      node.tokens.contains(where: {
        $0.kind == .word && $0.end <= group.range.start && node.tree.text($0) == "as"
      })
    {
      facts.append(
        Fact(
          key: "as", values: [.text(Texts.word(of: group))], facts: [], isAbsent: false, range: group.range))
    }
    let label = node.child(.text).flatMap { Texts.value(of: $0) }
    for path in node.children where path.kind == .path {
      let reference = resolve(
        path, accepting: Self.targets(of: verb), from: scope, purpose: node.form.spelling)
      let endpoint = node.child(.endpointReference).flatMap { resolveEndpoint($0, of: reference.target) }
      model.connections.append(
        Connection(
          verb: verb, source: source, target: reference.target, endpoint: endpoint, during: during,
          label: facts.contains { $0.key == "as" && $0.word == label } ? nil : label, facts: facts,
          range: node.range,
          targetRange: path.range))
    }
  }
}
