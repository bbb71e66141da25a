import DesignSource

/// A value of a YAML or JSON document, with its place.
package struct Document: Sendable {
  package enum Content: Sendable {
    case mapping([Entry])
    case sequence([Document])
    case text(String)
    /// And as it was written, since a version may look like a number.
    case number(Number, written: String)
    case bool(Bool)
    case null
  }

  package struct Entry: Sendable {
    package let key: String
    package let value: Document
    package let line: Int32
    package let column: Int32
  }

  package let content: Content
  /// From 1.
  package let line: Int32
  /// From 1, in Unicode scalars.
  package let column: Int32

  package init(content: Content, line: Int32, column: Int32) {
    self.content = content
    self.line = line
    self.column = column
  }

  package subscript(key: String) -> Document? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The entries of a mapping; none for anything else.
  package var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }

  /// The values of a list; none for anything else.
  package var items: [Document] { if case .sequence(let items) = content { items } else { [] } }

  package var isMapping: Bool { if case .mapping = content { true } else { false } }

  /// The text; numbers and other plain values are no texts.
  package var text: String? { if case .text(let text) = content { text } else { nil } }

  package var number: Number? { if case .number(let number, _) = content { number } else { nil } }

  package var bool: Bool? { if case .bool(let bool) = content { bool } else { nil } }

  package var isNull: Bool { if case .null = content { true } else { false } }

  /// A plain value as it would be written: a version may be a number.
  package var word: String? {
    switch content {
    case .text(let text): text
    case .number(_, let written): written
    case .bool(let bool): bool ? "true" : "false"
    default: nil
    }
  }

  /// The value as JSON in one line, keys in order of the alphabet, so that the same value has the same text.
  package var json: String {
    switch content {
    case .mapping(let entries):
      let parts = entries.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)): \($0.value.json)" }
      return "{" + parts.joined(separator: ", ") + "}"
    case .sequence(let items): return "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .text(let text): return JSONText.quoted(text)
    case .number(let number, _): return number.description
    case .bool(let bool): return bool ? "true" : "false"
    case .null: return "null"
    }
  }
}

/// Strings of JSON.
package enum JSONText {
  /// In quotes, with what must be escaped escaped.
  package static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// The text of a string of JSON in quotes; nil when it is none.
  package static func unquoted(_ text: String) -> String? {
    let source = SourceFile(path: "", text: text)
    guard text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 1,
      case .success(let document) = DocumentReader.read(source, file: FileID(0))
    else { return nil }
    return document.text
  }
}
