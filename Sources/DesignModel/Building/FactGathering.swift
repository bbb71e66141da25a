import DesignSource
package import DesignSyntax

/// The facts of every element, from the modifiers of its statements.
extension ModelBuilder {
  mutating func gatherFacts() {
    for index in 0..<model.ownElementCount {
      let id = ElementID(index)
      let subject = subject(of: id)
      // Environments and flows hold statements of their own kind, which their own passes read.
      // A view names things as they are named inside of what it is of.
      let isView = model.elements[index].kind == .view
      shownKinds = isView && model.elements[index].subtype == "erd" ? Self.shownOnTables : .all
      let stated = facts(statements(of: id), in: isView ? subject?.references.first ?? id : id)
      if let subject {
        model.elements[index].facts = [subject] + stated
      } else if !stated.isEmpty {
        model.elements[index].facts = stated
      }
    }
    shownKinds = .all
  }

  /// The facts among these statements; what declares or connects is none.
  mutating func facts(_ statements: some Sequence<Node>, in scope: ElementID?) -> [Fact] {
    var out: [Fact] = []
    // Within one file the parser tells what is stated twice.
    var seen: [Grammar.FormID: SourceRange] = [:]
    let mayRepeat = !extensions.isEmpty && scope.map { extensions[$0] != nil } ?? false
    for node in statements where Self.roles[Int(node.formID)].isFact {
      let fact = fact(node, in: scope)
      if mayRepeat, !Self.roles[Int(node.formID)].isRepeatable {
        if let first = seen[node.formID], first.file != fact.range.file {
          report(
            "MOD002", "duplicate-name", "`\(fact.key)` is stated twice", at: fact.range,
            related: [.init(first, "first stated here")], help: ["keep one of the two"])
        }
        seen[node.formID] = fact.range
      }
      out.append(fact)
    }
    return out
  }

  /// One clause with its values and what is said of it.
  mutating func fact(_ node: Node, in scope: ElementID?) -> Fact {
    let form = node.formID
    var values: [Value] = []
    for child in node.children where child.kind != .statement {
      if let value = value(child, form, in: scope) { values.append(value) }
    }
    var isAbsent = Self.roles[Int(form)].isAbsent
    if !isAbsent, case .word("none")? = values.first { isAbsent = true }
    return Fact(
      key: Self.roles[Int(form)].key, values: values, facts: facts(node.statements, in: scope),
      isAbsent: isAbsent, range: factRange(node))
  }

  /// A clause without the block behind it.
  private func factRange(_ node: Node) -> SourceRange {
    guard let block = node.child(.block) else { return node.range }
    guard let last = node.tokens.last(where: { $0.end <= block.range.start }) else { return node.range }
    return SourceRange(file: node.tree.file, start: Int(node.range.start), end: Int(last.end))
  }

  private mutating func value(_ node: Node, _ form: Grammar.FormID, in scope: ElementID?) -> Value? {
    switch node.kind {
    case .word, .name, .version, .protocolName: return .word(Texts.word(of: node))
    case .text: return .text(Texts.value(of: node) ?? "")
    case .sql: return .sql(Texts.word(of: node))
    case .value:
      guard let quantity = Grammar.quantity(of: node, in: form) else { return .word(node.sourceText) }
      return .quantity(quantity, written: node.sourceText)
    case .range:
      let ends = node.ends
      return .range(ends.low, ends.high, written: node.sourceText)
    case .path: return reference(node, form, in: scope)
    case .columns: return .columns(node.children.map { Texts.columnName($0) })
    case .arguments: return .arguments(node.arguments)
    case .endpointReference: return .word(node.sourceText)
    case .literal: return .text(node.sourceText)
    default: return nil
    }
  }

  private mutating func reference(_ node: Node, _ form: Grammar.FormID, in scope: ElementID?) -> Value {
    if form == Self.keptBy { return .reference(keeper(node, in: scope)) }
    guard let kinds = Self.roles[Int(form)].references else {
      return .word(Texts.components(of: node).names.joined(separator: "."))
    }
    return .reference(
      resolve(
        node, accepting: kinds.intersection(shownKinds), from: scope, purpose: Self.roles[Int(form)].key))
  }

  /// What a picture of tables can show.
  private static let shownOnTables = ElementKinds(.database, .schema, .table, .sqlView, .column)

  private static let keptBy = form("kept by")

  /// What keeps a copy equal; one that does not exist breaks the promise, which is DAT012's to say.
  private mutating func keeper(_ node: Node, in scope: ElementID?) -> Reference {
    resolve(
      node, accepting: ElementKinds(.application, .trigger), from: scope, purpose: "kept by",
      code: ("DAT012", "denormalisation-sync-broken"))
  }
}

extension Texts {
  /// The column of a column list, without its order.
  static func columnName(_ node: Node) -> String {
    node.tree.name(node.head)
  }
}

extension Node {
  /// The number with its unit.
  package var quantity: Quantity? {
    guard kind == .value else { return nil }
    return Grammar.quantity(of: self, in: enclosingForm)
  }

  /// The ends of a range; both the same for a single value.
  var ends: (low: Quantity?, high: Quantity?) {
    let values = children.filter { $0.kind == .value }.map(\.quantity)
    guard let dots = tokens.first(where: { $0.kind == .dotDot }) else {
      return (values.first ?? nil, values.first ?? nil)
    }
    let low = children.first { $0.kind == .value && $0.range.end <= dots.start }
    let high = children.first { $0.kind == .value && $0.range.start >= dots.end }
    return (low?.quantity, high?.quantity)
  }

  /// The items of an argument list.
  var arguments: [Argument] {
    var out: [Argument] = []
    for node in children where node.kind == .argument {
      var (name, value): (String?, Node?)
      for item in node.children {
        if item.kind == .name { name = Texts.name(of: item) } else if value == nil { value = item }
      }
      var quantity: Quantity?
      if let value, value.kind == .range, let number = value.child(.value) {
        quantity = Grammar.looseQuantity(of: number)
      }
      out.append(
        Argument(
          name: name, value: value.map { Texts.word(of: $0) } ?? "", quantity: quantity, range: node.range))
    }
    return out
  }
}
