import DesignSource
import DesignSyntax

/// The first pass: an element for each declaration, under the element that it stands in.
extension ModelBuilder {
  /// What each form declares.
  static let declared: [Grammar.FormID: ElementKind] = {
    let kinds: [String: ElementKind] = [
      "design": .design, "system": .system, "group": .group, "person": .person, "application": .application,
      "database": .database, "cache": .cache, "storage": .storage, "search": .search, "broker": .broker,
      "api": .api,
      "endpoint": .endpoint, "rpc": .endpoint, "query": .endpoint, "receives": .endpoint, "sends": .endpoint,
      "operation": .endpoint, "screen": .screen, "schema": .schema, "table": .table, "view:view": .sqlView,
      "column": .column, "trigger": .trigger, "domain": .domain, "topic": .topic, "queue": .queue,
      "exchange": .exchange, "type": .type, "field": .field, "enum": .enumeration, "case": .enumCase,
      "environment": .environment, "flow": .flow, "view": .view, "feature": .feature, "milestone": .milestone,
      "rule": .rule, "pipeline": .pipeline, "stage": .stage, "secret": .secret, "import": .imported,
    ]
    var out: [Grammar.FormID: ElementKind] = [:]
    for (name, kind) in kinds { out[form(name)] = kind }
    return out
  }()

  /// The number of a form that the table is known to have.
  static func form(_ name: String) -> Grammar.FormID {
    guard let id = Grammar.shared.id(name) else {
      preconditionFailure("the keyword table has no form \(name)")
    }
    return id
  }

  private static let extend = form("extend")

  mutating func declareAll() {
    var extensions: [Node] = []
    for tree in model.trees {
      for node in tree.root.children where node.kind == .statement {
        declare(node, in: nil, extensions: &extensions)
      }
    }
    // What one `extend` declares another may extend, whichever comes first.
    while !extensions.isEmpty {
      let pending = extensions
      extensions = []
      var progressed = false
      for node in pending {
        guard let target = extensionTarget(node) else {
          extensions.append(node)
          continue
        }
        progressed = true
        nodes[Int(target.index)].append(node)
        for statement in node.statements { declare(statement, in: target, extensions: &extensions) }
      }
      if !progressed { break }
    }
    for node in extensions { reportUnknownExtension(node) }
  }

  private mutating func declare(_ node: Node, in parent: ElementID?, extensions: inout [Node]) {
    if node.formID == Self.extend { return extensions.append(node) }
    guard let kind = Self.declared[node.formID] else { return }
    guard let id = add(node, kind, in: parent) else { return }
    let scope: ElementID? = kind == .design ? nil : id
    for statement in node.statements { declare(statement, in: scope, extensions: &extensions) }
  }

  /// Adds an element; nil when it has no name, which the parser has reported.
  private mutating func add(_ node: Node, _ kind: ElementKind, in parent: ElementID?) -> ElementID? {
    guard let (name, nameRange) = name(of: node, kind) else { return nil }
    let id = ElementID(model.elements.count)
    let path = parent.map { "\(model[$0].path).\(name)" } ?? name
    let inherited = parent.map { model[$0].isExternal } ?? false
    let isExternal = inherited || node.tokens.first.map { node.tree.text($0) == "external" } ?? false
    var element = Element(
      id: id, kind: kind, name: name, path: path, isExternal: isExternal, parent: parent, range: node.range,
      nameRange: nameRange)
    element.summary = node.documentation
    element.label = node.child(.text).flatMap { Texts.value(of: $0) }
    describe(&element, node)
    model.elements.append(element)
    nodes.append([node])
    if let parent { model.elements[Int(parent.index)].children.append(id) }
    noteDuplicate(element)
    scopes.add(id, kind: kind, name: name, parent: parent)
    return id
  }

  /// What follows the colon.
  private func describe(_ element: inout Element, _ node: Node) {
    guard element.kind != .column, element.kind != .field else { return }
    // The kind is the first word or text behind the colon, and never the label.
    guard let colon = node.tokens.prefix(4).first(where: { $0.kind == .colon }) else { return }
    for child in node.children {
      guard child.kind == .word || child.kind == .text || child.kind == .version,
        child.range.start > colon.start
      else {
        continue
      }
      if child.kind == .version {
        element.version = child.sourceText
      } else if element.subtype == nil, child.kind == .word {
        element.subtype = child.sourceText
      } else if element.subtype == nil,
        node.tokens.first(where: { $0.start > colon.start })?.start == child.range.start
      {
        element.subtype = Texts.value(of: child)
        element.label = node.children.filter { $0.kind == .text }.dropFirst().first.flatMap {
          Texts.value(of: $0)
        }
      }
    }
  }

  /// The declared name; for an endpoint its method and template.
  private func name(of node: Node, _ kind: ElementKind) -> (String, SourceRange)? {
    if kind == .endpoint, let path = node.child(.endpointPath) {
      let method = node.tokens.first.map { node.tree.text($0) } ?? ""
      return (
        "\(method) \(EndpointPath.template(path))", node.range.union(path.range).clipped(to: path.range)
      )
    }
    if kind == .endpoint, node.child(.name) == nil, let type = node.child(.type) {
      let verb = node.tokens.first.map { node.tree.text($0) } ?? ""
      return ("\(verb) \(type.sourceText)", type.range)
    }
    guard let name = node.child(.name) else { return nil }
    return (Texts.name(of: name), name.range)
  }

  private mutating func noteDuplicate(_ element: Element) {
    let siblings = scopes.named(element.name, in: element.parent)
    guard
      let first = siblings.first(where: {
        model[$0].kind.nameSpace == element.kind.nameSpace && $0 != element.id
      })
    else { return noteSecondDesign(element) }
    let other = model[first]
    report(
      "MOD002", "duplicate-name", "`\(element.path)` is declared twice", at: element.nameRange,
      label: "declared again here",
      related: [.init(other.nameRange, "first declared here")],
      help: [
        element.kind == other.kind
          ? "rename one of them, or add to the first with `extend \(other.path) { … }`"
          : "rename one of them: a \(other.kind.noun) and a \(element.kind.noun) share their names"
      ])
  }

  private mutating func noteSecondDesign(_ element: Element) {
    guard element.kind == .design, let first = model.design, first.id != element.id else { return }
    report(
      "MOD002", "duplicate-name", "a design is named once", at: element.nameRange,
      related: [.init(first.nameRange, "it is named here")],
      help: ["remove one of the two `design` statements"])
  }

  // MARK: extend

  private func extensionPath(_ node: Node) -> (path: [String], keyword: String?, range: SourceRange)? {
    guard let path = node.child(.path) else { return nil }
    let parts = Texts.components(of: path)
    return (parts.names, parts.keyword, path.range)
  }

  private func extensionTarget(_ node: Node) -> ElementID? {
    guard let (path, keyword, _) = extensionPath(node) else { return nil }
    if case .found(let id) = scopes.resolve(path, from: nil, accepting: Self.kinds(keyword), in: model) {
      return id
    }
    return nil
  }

  /// The kind that a keyword before a path declares; every kind without one.
  private static func kinds(_ keyword: String?) -> ElementKinds {
    keyword.flatMap { Grammar.shared.id($0) }.flatMap { declared[$0] }.map { ElementKinds($0) } ?? .all
  }

  private mutating func reportUnknownExtension(_ node: Node) {
    guard let (path, keyword, range) = extensionPath(node) else { return }
    reportUnresolved(
      path, Self.kinds(keyword), from: nil, at: range, purpose: keyword.map { "extend \($0)" } ?? "extend")
  }
}

extension ElementKinds {
  /// Every kind.
  package static let all = ElementKinds(rawValue: .max)
}

extension SourceRange {
  /// From the start of the receiver to the end of another that lies in it.
  fileprivate func clipped(to inner: SourceRange) -> SourceRange {
    SourceRange(file: file, start: Int(start), end: Int(inner.end))
  }
}
