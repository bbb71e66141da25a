import Yams

/// Writes documents as JSON and as YAML, keys in the order in which they were put.
package enum DocumentWriter {
  /// JSON, two spaces to the step, with a line feed at the end.
  package static func json(_ document: Document) -> String { json(document, "") + "\n" }

  private static func json(_ document: Document, _ indent: String) -> String {
    let inner = indent + "  "
    switch document.content {
    case .mapping(let entries) where !entries.isEmpty:
      let lines = entries.map { "\(inner)\(JSONText.quoted($0.key)): \(json($0.value, inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    case .sequence(let items) where !items.isEmpty:
      return "[\n" + items.map { inner + json($0, inner) }.joined(separator: ",\n") + "\n\(indent)]"
    default: return document.json
    }
  }

  /// YAML in block style.
  package static func yaml(_ document: Document) throws -> String {
    try Yams.serialize(node: node(document), width: -1, allowUnicode: true)
  }

  private static func node(_ document: Document) -> Yams.Node {
    switch document.content {
    case .mapping(let entries):
      return .mapping(.init(entries.map { (scalar($0.key), node($0.value)) }, Tag(.map)))
    case .sequence(let items): return .sequence(.init(items.map(node), Tag(.seq)))
    case .text(let text): return scalar(text)
    default: return .scalar(.init(document.json, Tag(.implicit), .plain))
    }
  }

  /// A text, in quotes where it would be read as something else.
  private static func scalar(_ text: String) -> Yams.Node {
    let isPlain =
      text.utf8.first.map { (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "/") } ?? false
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || " -_./{}".utf8.contains($0)
      }
      && text.last != " " && !words.contains(text.lowercased())
    let isLong = text.contains("\n") && !text.contains("\r") && !text.hasPrefix(" ") && !text.hasPrefix("\n")
    return .scalar(.init(text, Tag(.str), isPlain ? .plain : isLong ? .literal : .doubleQuoted))
  }

  /// What YAML 1.1 and 1.2 take for other values.
  private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
}

extension Document {
  /// A value that stands in no file.
  init(_ content: Content) { self.init(content: content, line: 1, column: 1) }

  static func text(_ text: String) -> Document { Document(.text(text)) }

  static func number(_ number: Number) -> Document { Document(.number(number, written: number.description)) }

  static func list(_ items: [Document]) -> Document { Document(.sequence(items)) }

  static let yes = Document(.bool(true))
}

/// A mapping that is being put together.
struct MappingBuilder {
  private var entries: [Document.Entry] = []

  var isEmpty: Bool { entries.isEmpty }
  var document: Document { Document(.mapping(entries)) }

  mutating func put(_ key: String, _ value: Document?) {
    guard let value else { return }
    entries.append(.init(key: key, value: value, line: 1, column: 1))
  }

  mutating func put(_ key: String, _ text: String?) { put(key, text.map(Document.text)) }

  /// Puts a list that has items.
  mutating func put(_ key: String, _ items: [Document]) {
    if !items.isEmpty { put(key, Document.list(items)) }
  }

  /// Puts a mapping that has entries.
  mutating func put(_ key: String, _ mapping: MappingBuilder) {
    if !mapping.isEmpty { put(key, mapping.document) }
  }

  mutating func flag(_ key: String, _ isSet: Bool) { if isSet { put(key, Document.yes) } }
}
