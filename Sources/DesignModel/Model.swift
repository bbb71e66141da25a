package import DesignSource
package import DesignSyntax

/// A design with every name resolved. A plain value: pictures, findings and documents are computed from it alone.
package struct Model: Sendable {
  /// The files of the design, then those of what it imports.
  package internal(set) var trees: [SyntaxTree]
  /// All named things in the order of the text, `extend` included, then those of imported designs; an element's id is
  /// its place here.
  package var elements: [Element] = []
  /// In the order of the text.
  package var connections: [Connection] = []
  package var tables: [Table] = []
  package var endpoints: [Endpoint] = []
  package var environments: [Environment] = []
  package var flows: [Flow] = []
  /// The rules that the design states itself.
  package var rules: [CustomRule] = []
  /// What is accepted at the top level; what is accepted in an element is a fact of it.
  package var acceptances: [OuterAcceptance] = []
  /// The fields of each declared type, by its element.
  package var fields: [ElementID: [Field]] = [:]
  /// The payload type of each topic and queue that states one, and what a `type NAME: T` or `domain NAME: T` stands for.
  package var payloads: [ElementID: DataType] = [:]
  /// Names that lead nowhere or are taken twice, and other errors of meaning.
  package var problems: [Diagnostic] = []
  /// How many of the elements are the design's own.
  var ownElementCount = 0
  /// How many of the trees are the design's own files.
  package internal(set) var ownFileCount = 0
  var designID: ElementID?
  var tableIndex: [ElementID: Int] = [:]
  /// Places in `tables`, by the database and by the schema.
  var tablesWithin: [ElementID: [Int]] = [:]
  var endpointIndex: [ElementID: Int] = [:]

  package subscript(id: ElementID) -> Element {
    _read { yield elements[Int(id.index)] }
  }

  package func table(_ id: ElementID) -> Table? { tableIndex[id].map { tables[$0] } }

  /// The tables of a database or a schema, in the order of the text; as quick as they are few.
  package func tables(of id: ElementID) -> some Sequence<Table> {
    (tablesWithin[id] ?? []).lazy.map { tables[$0] }
  }

  mutating func add(_ table: Table) {
    tableIndex[table.element] = tables.count
    tablesWithin[table.database, default: []].append(tables.count)
    if let schema = table.schema { tablesWithin[schema, default: []].append(tables.count) }
    tables.append(table)
  }

  package func endpoint(_ id: ElementID) -> Endpoint? { endpointIndex[id].map { endpoints[$0] } }

  /// The elements that the design itself declares.
  package var ownElements: ArraySlice<Element> { elements[..<ownElementCount] }

  /// Whether an element is another design's, which this one only refers to.
  package func isImported(_ id: ElementID) -> Bool { Int(id.index) >= ownElementCount }

  /// The `design` statement's element, when there is one.
  package var design: Element? { designID.map { self[$0] } }

  /// The element itself and what it lies in, from the inside out.
  package func ancestry(_ id: ElementID) -> [Element] {
    var out: [Element] = []
    var next: ElementID? = id
    while let id = next {
      out.append(self[id])
      next = self[id].parent
    }
    return out
  }

  /// The nearest of these kinds that the element is or lies in.
  package func enclosing(_ id: ElementID, _ kinds: ElementKinds) -> Element? {
    var next: ElementID? = id
    while let id = next {
      let index = Int(id.index)
      if kinds.contains(elements[index].kind) { return elements[index] }
      next = elements[index].parent
    }
    return nil
  }

  /// The design's own elements of these kinds, in the order of the text.
  package func elements(_ kinds: ElementKinds) -> [Element] { ownElements.filter { kinds.contains($0.kind) } }
}

/// The clause `accept RULE "reason" on PATH` at the top level.
package struct OuterAcceptance: Sendable {
  /// The rule, the reason, and what is said of them.
  package let fact: Fact
  /// The element named with `on`; nil when none is named, or none exists, which has been reported.
  package let target: ElementID?
}
