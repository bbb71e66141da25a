package import DesignSource

/// How one element uses another.
package struct Connection: Sendable, Facts {
  package enum Verb: String, Sendable, Hashable, CaseIterable {
    case calls, reads, writes, publishes, consumes, connects
  }

  package let verb: Verb
  /// The element that acts.
  package let source: ElementID
  /// What it acts upon; nil when the name leads nowhere, which has been reported.
  package let target: ElementID?
  /// The endpoint that is called, when one is named and exists.
  package let endpoint: ElementID?
  /// The endpoint of the source in which the connection stands, if it stands in one.
  package let during: ElementID?
  package let label: String?
  package let facts: [Fact]
  package let range: SourceRange
  package let targetRange: SourceRange

  /// The protocol that is stated.
  package var protocolName: String? { fact("over")?.word }

  /// Whether the source waits for an answer.
  package var isSynchronous: Bool {
    switch verb {
    case .publishes, .consumes: false
    case .calls, .reads, .writes, .connects: !states("async")
    }
  }
}
