import DesignSource
import Yams

/// A value of the file, with the place where it stands.
struct ConfigurationValue {
  let content: Content
  let range: SourceRange

  enum Content {
    /// A text, a number, a truth: as it is written, without quotes.
    case text(String)
    case list([ConfigurationValue])
    case map([ConfigurationEntry])
  }

  /// What it is, with its article, for messages.
  var kind: String {
    switch content {
    case .text(let text): text.isEmpty ? "empty" : "`\(text)`"
    case .list: "a list"
    case .map: "a block of settings"
    }
  }
}

/// A key with its value.
struct ConfigurationEntry {
  let name: String
  /// Where the key stands.
  let range: SourceRange
  let value: ConfigurationValue
}

/// Turns what the YAML library has read into values with byte ranges.
struct ConfigurationPlaces {
  private let id: FileID
  private let bytes: [UInt8]
  /// Offset of the first byte of each line.
  private let starts: [Int]

  init(_ file: SourceFile, _ id: FileID) {
    self.id = id
    bytes = file.bytes
    starts = [0] + file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The offset of a place that counts lines and Unicode scalars from 1.
  func offset(_ mark: Mark?) -> Int {
    guard let mark, mark.line >= 1 else { return 0 }
    guard mark.line <= starts.count else { return bytes.count }
    var index = starts[mark.line - 1]
    // A byte order mark takes no column.
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    for _ in 1..<max(1, mark.column) where index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }

  /// The range of the word that begins at a place, up to the end of the line.
  func word(at mark: Mark?) -> SourceRange {
    let start = offset(mark)
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13, bytes[end] != UInt8(ascii: "#") { end += 1 }
    while end > start, bytes[end - 1] == 32 { end -= 1 }
    return SourceRange(file: id, start: start, end: end)
  }

  private func range(of scalar: Node.Scalar) -> SourceRange {
    let start = offset(scalar.mark)
    let text = Array(scalar.string.utf8)
    if bytes[start...].starts(with: text) {
      return SourceRange(file: id, start: start, end: start + text.count)
    }
    if start < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[start]),
      let end = bytes[(start + 1)...].firstIndex(of: bytes[start])
    {
      return SourceRange(file: id, start: start, end: end + 1)
    }
    return word(at: scalar.mark)
  }

  func value(_ node: Node) -> ConfigurationValue {
    switch node {
    case .scalar(let scalar):
      let isEmpty = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return ConfigurationValue(content: .text(isEmpty ? "" : scalar.string), range: range(of: scalar))
    case .sequence(let list):
      return ConfigurationValue(content: .list(list.map(value)), range: word(at: list.mark))
    case .mapping(let mapping):
      let entries = mapping.map { entry(key: $0.key, value: $0.value) }
      return ConfigurationValue(content: .map(entries), range: word(at: mapping.mark))
    case .alias(let alias): return ConfigurationValue(content: .text(""), range: word(at: alias.mark))
    }
  }

  private func entry(key: Node, value node: Node) -> ConfigurationEntry {
    let key = value(key)
    var value = value(node)
    // What is empty stands nowhere of its own.
    if case .text("") = value.content {
      value = ConfigurationValue(content: value.content, range: key.range)
    }
    guard case .text(let name) = key.content else {
      return ConfigurationEntry(name: "", range: key.range, value: value)
    }
    return ConfigurationEntry(name: name, range: key.range, value: value)
  }
}
