package import DesignSource

/// An operation of an api: an endpoint, a remote procedure, a query, a message.
package struct Endpoint: Sendable {
  package let element: ElementID
  package let api: ElementID
  /// `GET` and the like; `rpc`, `query`, `mutation`, `subscription`, `receives`, `sends` or `operation` for other styles.
  package let method: String
  /// The template as written, without types: `/products/{id}`; the operation's name for other styles.
  package let path: String
  package let parameters: [Parameter]
  package let responses: [Response]

  /// A value that a request bears.
  package struct Parameter: Sendable, Hashable {
    package enum Place: String, Sendable, Hashable, CaseIterable { case path, query, header, cookie, body }
    package let name: String
    package let place: Place
    package let type: DataType?
    package let defaultValue: String?
    package let range: SourceRange
  }

  /// An answer.
  package struct Response: Sendable, Hashable {
    /// `200`, `4xx`, `default`; nil when unstated, which is success.
    package let status: String?
    package let type: DataType?
    package let range: SourceRange
  }
}

/// A field of a declared type.
package struct Field: Sendable, Hashable {
  package let name: String
  package let type: DataType
  package let defaultValue: String?
  /// The column it comes from, when the type is made from a table.
  package let column: ElementID?
  package let facts: [Fact]
  package let range: SourceRange
}
