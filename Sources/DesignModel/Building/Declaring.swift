import DesignSource
import DesignSyntax

/// The first pass: an element for each declaration, under the element that it stands in.
extension ModelBuilder {
  private static let extend = form("extend")

  /// - Parameter imports: what became of each import, by the range of the text that names its directory.
  mutating func declareAll(_ imports: [SourceRange: Import]) {
    var pending: [Node] = []
    reserve()
    for tree in model.trees {
      for node in tree.root.statements { declare(node, in: nil, extensions: &pending) }
    }
    // What one `extend` declares another may extend, whichever comes first.
    while !pending.isEmpty {
      let current = pending
      pending = []
      var progressed = false
      for node in current {
        guard let target = extensionTarget(node) else {
          pending.append(node)
          continue
        }
        progressed = true
        extensions[target, default: []].append(node)
        for statement in node.statements { declare(statement, in: target, extensions: &pending) }
      }
      if !progressed { break }
    }
    model.ownElementCount = model.elements.count
    graftImports(imports)
    for node in pending {
      if let path = node.child(.path), let target = extensionTarget(node), extendsImported(path, target) {
        continue
      }
      reportUnknownExtension(node)
    }
  }

  /// Makes room for what the trees declare, since copying a large design while it grows costs more than counting.
  private mutating func reserve() {
    let count = model.trees.reduce(0) { sum, tree in
      sum + tree.countStatements { Self.roles[Int($0)].declares != nil }
    }
    model.elements.reserveCapacity(count)
    declarations.reserveCapacity(count)
    scopes.reserve(count)
  }

  private mutating func declare(_ node: Node, in parent: ElementID?, extensions: inout [Node]) {
    if node.formID == Self.extend { return extensions.append(node) }
    guard let kind = Self.roles[Int(node.formID)].declares else { return }
    guard let id = add(node, kind, in: parent) else { return }
    let scope: ElementID? = kind == .design ? nil : id
    for statement in node.statements { declare(statement, in: scope, extensions: &extensions) }
  }

  /// Adds an element; nil when it has no name, which the parser has reported.
  private mutating func add(_ node: Node, _ kind: ElementKind, in parent: ElementID?) -> ElementID? {
    guard let (name, nameRange) = name(of: node, kind) else { return nil }
    let id = ElementID(model.elements.count)
    var path = name
    var isExternal = node.isExternal
    if let parent {
      let outer = model.elements[Int(parent.index)].path
      path = Self.joined(outer, name)
      isExternal = isExternal || model.elements[Int(parent.index)].isExternal
    }
    var element = Element(
      id: id, kind: kind, name: name, path: path, isExternal: isExternal, parent: parent, range: node.range,
      nameRange: nameRange)
    element.summary = node.documentation
    element.label = node.child(.text).flatMap { Texts.value(of: $0) }
    if Self.withKind.contains(kind) { describe(&element, node) }
    model.elements.append(element)
    declarations.append(node)
    if kind == .design, model.designID == nil { model.designID = id }
    if scopes.add(id, kind: kind, name: name, parent: parent) || kind == .design { noteDuplicate(model[id]) }
    if let parent { model.elements[Int(parent.index)].children.append(id) }
    return id
  }

  /// Two parts of a path with a dot between them, in one allocation.
  private static func joined(_ outer: String, _ name: String) -> String {
    var (outer, name) = (outer, name)
    return outer.withUTF8 { first in
      name.withUTF8 { second in
        String(unsafeUninitializedCapacity: first.count + second.count + 1) { buffer in
          _ = buffer.initialize(from: first)
          buffer[first.count] = UInt8(ascii: ".")
          _ = UnsafeMutableBufferPointer(rebasing: buffer[(first.count + 1)...]).initialize(from: second)
          return first.count + second.count + 1
        }
      }
    }
  }

  /// Elements whose declaration may say after a colon what they are.
  private static let withKind = ElementKinds.stores.union(
    ElementKinds(.person, .application, .broker, .api, .environment, .view, .rule, .exchange))

  /// What follows the colon.
  private func describe(_ element: inout Element, _ node: Node) {
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
    if kind == .endpoint {
      if let path = node.child(.endpointPath) {
        return (
          "\(node.tree.text(node.head)) \(EndpointPath.template(path))", node.range.clipped(to: path.range)
        )
      }
      if node.child(.name) == nil, let type = node.child(.type) {
        return ("\(node.tree.text(node.head)) \(type.sourceText)", type.range)
      }
    }
    guard let name = node.child(.name) else { return nil }
    return (Texts.name(of: name), name.range)
  }

  private mutating func noteDuplicate(_ element: Element) {
    guard let first = scopes.first(element.name, element.kind.nameSpace, in: element.parent),
      first != element.id
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
    if case .found(let id) = scopes.resolve(path, from: nil, accepting: Self.kinds(keyword)) {
      return id
    }
    return nil
  }

  /// The kind that a keyword before a path declares; every kind without one.
  private static func kinds(_ keyword: String?) -> ElementKinds {
    keyword.flatMap { kind(declaredBy: $0) }.map { ElementKinds($0) } ?? .all
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
