package import DesignSource
package import DesignSyntax

/// Something stated of an element, a connection or a deployment: `timeout 2s`, `backup daily retained 30d`.
package struct Fact: Sendable, Hashable, Facts {
  /// The words it is spelled with: `timeout`, `on delete`, `encrypted at rest`.
  package let key: String
  /// What follows them, in order.
  package var values: [Value]
  /// What is said of the fact itself: `retained 30d`.
  package var facts: [Fact]
  /// Whether it says that there is none: `auth none`, `not encrypted`.
  package let isAbsent: Bool
  /// The whole clause.
  package let range: SourceRange

  /// The first value as a word or text.
  package var word: String? {
    switch values.first {
    case .word(let word), .text(let word), .sql(let word): word
    case .reference(let reference): reference.written
    case .quantity(_, let written): written
    default: nil
    }
  }

  /// All values that are words or texts.
  package var words: [String] {
    values.compactMap {
      switch $0 {
      case .word(let word), .text(let word): word
      case .reference(let reference): reference.written
      default: nil
      }
    }
  }

  /// The first quantity.
  package var quantity: Quantity? {
    for case .quantity(let quantity, _) in values { return quantity }
    return nil
  }

  /// The elements that it names and that exist.
  package var references: [ElementID] {
    values.compactMap { if case .reference(let reference) = $0 { reference.target } else { nil } }
  }

  /// The arguments in parentheses.
  package var arguments: [Argument] {
    for case .arguments(let arguments) in values { return arguments }
    return []
  }

  /// The bounds of a range; both the same for a single value, nil where a side is open.
  package var bounds: (low: Quantity?, high: Quantity?)? {
    for case .range(let low, let high, _) in values { return (low, high) }
    return nil
  }
}

/// One thing that a fact says.
package enum Value: Sendable, Hashable {
  case word(String)
  case text(String)
  case sql(String)
  /// A number with its unit, and as written.
  indirect case quantity(Quantity, written: String)
  /// Bounds, and as written.
  indirect case range(Quantity?, Quantity?, written: String)
  indirect case reference(Reference)
  case columns([String])
  case arguments([Argument])
}

/// A named or plain argument in parentheses: `memory: 19MiB`.
package struct Argument: Sendable, Hashable {
  package let name: String?
  /// As written, without quotes.
  package let value: String
  /// The number with its unit, when it is one.
  package let quantity: Quantity?
  package let range: SourceRange

  package init(name: String?, value: String, quantity: Quantity?, range: SourceRange) {
    self.name = name
    self.value = value
    self.quantity = quantity
    self.range = range
  }
}

/// A path in the text, and what it leads to.
package struct Reference: Sendable, Hashable {
  package let written: String
  /// Nil when it leads nowhere; that has been reported.
  package let target: ElementID?
  package let range: SourceRange
}

/// What has facts: elements, connections, deployments, and facts themselves.
package protocol Facts {
  var facts: [Fact] { get }
}

extension Facts {
  /// The fact with these words, if it is stated; nil is not a "no", but an unanswered question.
  package func fact(_ key: String) -> Fact? { facts.first { $0.key == key } }

  /// Every fact with these words, for what may be stated several times.
  package func facts(_ key: String) -> [Fact] { facts.filter { $0.key == key } }

  /// Whether something is stated to be there.
  package func states(_ key: String) -> Bool { fact(key).map { !$0.isAbsent } ?? false }

  /// Whether something is stated to be absent.
  package func denies(_ key: String) -> Bool { fact(key)?.isAbsent ?? false }
}
