/// What one side offers and others rely on: the operations of an api, the payload of a topic, or the tables that a
/// database shows to others. It is a tree of one kind of node, so that everything in it is compared, written and read
/// in the same way.
package struct Contract: Sendable, Hashable {
  /// Its parts: operations, webhooks, topics, tables, security schemes, servers and named shapes.
  package var root: ContractNode

  package init(root: ContractNode = ContractNode(.contract)) { self.root = root }

  /// Whether it holds anything that others can rely on.
  package var hasContent: Bool { !root.children.isEmpty }

  /// The shapes that have a name, which others refer to by it.
  package var definitions: [String: ContractNode] {
    Dictionary(
      root.children.lazy.filter { $0.thing == .definition }.map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The same, in the one order that the same contract always has.
  package var canonical: Contract { Contract(root: root.canonical) }
}

/// A part of a contract, what is said of it, and its own parts.
package struct ContractNode: Sendable, Hashable {
  package var thing: Thing
  /// What tells it from others of its kind beside it: `GET /products/{id}`, `query page`, `200`, a property's name;
  /// empty where there can be only one.
  package var key: String
  package var facts: [Attribute: Datum]
  /// In the order of the document that it comes from.
  package var children: [ContractNode]

  package init(
    _ thing: Thing, _ key: String = "", _ facts: [Attribute: Datum] = [:], _ children: [ContractNode] = []
  ) {
    self.thing = thing
    self.key = key
    self.facts = facts
    self.children = children
  }

  package subscript(attribute: Attribute) -> Datum? {
    get { facts[attribute] }
    set { facts[attribute] = newValue }
  }

  /// Whether a fact that has no value is stated.
  package func has(_ attribute: Attribute) -> Bool { facts[attribute] != nil }

  /// The words of a fact, when it is stated as words.
  package func text(_ attribute: Attribute) -> String? {
    if case .text(let text)? = facts[attribute] { text } else { nil }
  }

  /// The facts in the order in which they are always told.
  package var orderedFacts: [(attribute: Attribute, value: Datum)] {
    Attribute.allCases.compactMap { attribute in facts[attribute].map { (attribute, $0) } }
  }

  /// Its parts of one kind.
  package func children(_ thing: Thing) -> [ContractNode] { children.filter { $0.thing == thing } }

  /// Its first part of one kind.
  package func child(_ thing: Thing) -> ContractNode? { children.first { $0.thing == thing } }

  /// The name of the shape that it stands for, when it refers to one.
  package var reference: String? { text(.reference) }

  /// The header by which an operation knows a request again, when it is one.
  var idempotencyHeader: String? { text(.idempotencyKey)?.after("header ") }

  /// The same, with parts sorted by kind and key.
  package var canonical: ContractNode {
    var out = self
    out.children = children.map(\.canonical).sorted { a, b in
      (a.thing.rank, a.key) < (b.thing.rank, b.key)
    }
    return out
  }
}

/// A value that a fact has.
package enum Datum: Sendable, Hashable {
  /// The fact needs no value.
  case flag
  case number(Number)
  case text(String)
}
