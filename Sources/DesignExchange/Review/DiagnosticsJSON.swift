package import DesignSource

/// Mistakes in the text as JSON, for commands that stop at them.
package struct DiagnosticsDocument: Encodable {
  /// The version of this format.
  package static let schemaVersion = 1

  let schema = Self.schemaVersion
  let diagnostics: [FindingEntry]

  package init(_ diagnostics: [Diagnostic], _ places: Places) {
    self.diagnostics = diagnostics.map { FindingEntry($0, subject: nil, places) }
  }

  /// The document's bytes: keys in alphabetical order, a line feed at the end.
  package func bytes() throws(EncodingFailure) -> [UInt8] { try encodedJSON(self) }
}
