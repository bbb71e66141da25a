package import DesignSource
package import DesignSyntax

/// What became of an `import`: the design in the directory that it names, or why there is none.
package enum Import: Sendable {
  case design(Model)
  /// Why the directory holds no design, as the end of a sentence that begins with its path.
  case missing(reason: String)
  /// The directory holds files of the design that imports it.
  case itself
  /// The directories that import one another, the first once more at the end.
  case cycle([String])
  /// The design has mistakes; the first, with its place.
  case errors(count: Int, first: String)
}

/// An `import` as it is written.
package struct ImportStatement: Sendable {
  /// The directory, relative to that of the file.
  package let path: String
  /// The text that names it.
  package let range: SourceRange
}

/// Designs in other directories.
extension ModelBuilder {
  private static let importForm = form("import")
  private static let designForm = form("design")

  /// The imports of a file, in the order of the text.
  package static func imports(of tree: SyntaxTree) -> [ImportStatement] {
    var out: [ImportStatement] = []
    func visit(_ statements: some Sequence<Node>) {
      for node in statements {
        if node.formID == designForm { visit(node.statements) }
        guard node.formID == importForm, let text = node.child(.text) else { continue }
        out.append(ImportStatement(path: Texts.value(of: text) ?? "", range: text.range))
      }
    }
    visit(tree.root.statements)
    return out
  }

  /// Puts what is imported behind the design's own elements, so that it can be referred to.
  mutating func graftImports(_ imports: [SourceRange: Import]) {
    for id in model.elements.indices.lazy.map({ ElementID($0) }) where model[id].kind == .imported {
      guard let text = node(of: id).child(.text) else { continue }
      model.elements[Int(id.index)].isExternal = true
      let path = Texts.value(of: text) ?? ""
      switch imports[text.range] ?? .missing(reason: "is no directory") {
      case .design(let design):
        model.elements[Int(id.index)].label = design.design?.label
        var graft = Graft(design, under: id, from: model.elements.count)
        for element in graft.elements(under: model[id].path) {
          model.elements.append(element)
          scopes.addImported(
            element.id, kind: element.kind, name: element.name, parent: element.parent ?? id, of: id)
          if let parent = element.parent { model.elements[Int(parent.index)].children.append(element.id) }
        }
        graft.addContent(to: &model)
        continue
      case .missing(let reason):
        report(
          "import-missing", "", "`\(path)` \(reason)", at: text.range,
          help: ["the path leads from the directory of this file to one that holds a design"])
      case .itself:
        report(
          "import-cycle", "", "`\(path)` is a part of the design that imports it", at: text.range,
          help: [
            "name its elements without the `import`, or run the command with the directory of one design"
          ])
      case .cycle(let directories):
        report(
          "import-cycle", "", "the imports lead in a circle: \(directories.joined(separator: " -> "))",
          at: text.range,
          help: ["let one of them refer to the other as `external`, or move what both need into a third"])
      case .errors(let count, let first):
        report(
          "import-errors", "", "the design in `\(path)` has \(count) error\(count == 1 ? "" : "s")",
          at: text.range,
          help: ["mend it first; \(count == 1 ? "it is" : "the first is") \(first)"])
      }
      // What it would have declared is unknown, not missing.
      model.elements[Int(id.index)].label = nil
      skippedWords.insert(model[id].name)
    }
  }

  /// Whether an `extend` means something imported; says so.
  mutating func extendsImported(_ path: Node, _ target: ElementID) -> Bool {
    guard Int(target.index) >= model.ownElementCount,
      let owner = model.ancestry(target).last(where: { $0.kind == .imported })
    else { return false }
    report(
      "imported-element", "", "`\(model[target].path)` is not this design's to extend", at: path.range,
      related: [.init(owner.nameRange, "imported here")],
      help: ["change it in its own design, or state here what you know of it: a connection, an `accept`"])
    return true
  }
}

/// Copies what a design declares into another, under the name of an import.
private struct Graft {
  private let design: Model
  private let root: ElementID
  /// For each element of the design, its number in the other; nil for what is not taken over.
  private var ids: [ElementID?]

  /// What is nobody else's business: how the other team plans, runs, draws and judges its design.
  private static let left = ElementKinds(
    .design, .environment, .flow, .view, .feature, .milestone, .rule, .pipeline, .stage)

  init(_ design: Model, under root: ElementID, from first: Int) {
    self.design = design
    self.root = root
    ids = []
    ids.reserveCapacity(design.elements.count)
    var next = first
    for element in design.elements {
      let isLeft =
        Self.left.contains(element.kind) || element.parent.map { ids[Int($0.index)] == nil } ?? false
      ids.append(isLeft ? nil : ElementID(next))
      if !isLeft { next += 1 }
    }
  }

  private func id(_ old: ElementID?) -> ElementID? { old.flatMap { ids[Int($0.index)] } }

  /// The elements that are taken over, each before what stands in it.
  func elements(under path: String) -> [Element] {
    design.elements.compactMap { old in
      guard let new = id(old.id) else { return nil }
      var element = Element(
        id: new, kind: old.kind, name: old.name, path: "\(path).\(old.path)", isExternal: true,
        parent: id(old.parent) ?? root, range: old.range, nameRange: old.nameRange)
      element.label = old.label
      element.subtype = old.subtype
      element.version = old.version
      element.summary = old.summary
      element.facts = old.facts.map(fact)
      return element
    }
  }

  /// Adds tables, endpoints and types.
  mutating func addContent(to model: inout Model) {
    for table in design.tables {
      guard let new = self.table(table) else { continue }
      model.add(new)
    }
    for endpoint in design.endpoints {
      guard let element = id(endpoint.element), let api = id(endpoint.api) else { continue }
      model.endpointIndex[element] = model.endpoints.count
      model.endpoints.append(
        Endpoint(
          element: element, api: api, method: endpoint.method, path: endpoint.path,
          parameters: endpoint.parameters.map {
            .init(
              name: $0.name, place: $0.place, type: $0.type.map(type), defaultValue: $0.defaultValue,
              range: $0.range)
          },
          responses: endpoint.responses.map {
            .init(status: $0.status, type: $0.type.map(type), range: $0.range)
          }))
    }
    for element in design.elements {
      guard let new = id(element.id) else { continue }
      if let payload = design.payloads[element.id] { model.payloads[new] = type(payload) }
      if let fields = design.fields[element.id] {
        model.fields[new] = fields.map {
          Field(
            name: $0.name, type: type($0.type), defaultValue: $0.defaultValue, column: id($0.column),
            facts: $0.facts.map(fact), range: $0.range)
        }
      }
    }
  }

  private func table(_ old: Table) -> Table? {
    guard let element = id(old.element), let database = id(old.database) else { return nil }
    var table = Table(element: element, database: database, schema: id(old.schema), isView: old.isView)
    table.columns = old.columns.compactMap { column in
      id(column.element).map {
        Column(
          element: $0, name: column.name, type: type(column.type), facts: column.facts.map(fact),
          redundancy: column.redundancy.map {
            Redundancy(kind: $0.kind, fact: fact($0.fact), source: id($0.source))
          },
          range: column.range, nameRange: column.nameRange, typeRange: column.typeRange)
      }
    }
    table.primaryKey = old.primaryKey
    table.uniques = old.uniques
    table.indexes = old.indexes.map {
      Index(
        name: $0.name, columns: $0.columns, isUnique: $0.isUnique, facts: $0.facts.map(fact), range: $0.range)
    }
    table.foreignKeys = old.foreignKeys.map {
      ForeignKey(
        columns: $0.columns, target: id($0.target), targetColumns: $0.targetColumns,
        facts: $0.facts.map(fact),
        range: $0.range, targetRange: $0.targetRange)
    }
    table.dependencies = old.dependencies
    return table
  }

  private func fact(_ old: Fact) -> Fact {
    Fact(
      key: old.key,
      values: old.values.map { value in
        guard case .reference(let reference) = value else { return value }
        return .reference(
          Reference(written: reference.written, target: id(reference.target), range: reference.range))
      }, facts: old.facts.map(fact), isAbsent: old.isAbsent, range: old.range)
  }

  private func type(_ old: DataType) -> DataType {
    switch old {
    case .named(let name):
      .named(
        NamedType(
          name: name.name, arguments: name.arguments, target: id(name.target),
          isColumnType: name.isColumnType,
          range: name.range))
    case .list(let inner): .list(type(inner))
    case .map(let key, let value): .map(type(key), type(value))
    case .oneOf(let types): .oneOf(types.map(type))
    case .optional(let inner): .optional(type(inner))
    }
  }
}
