package import DesignSource
import Yams

/// Reads YAML and JSON, which is a part of YAML.
package enum DocumentReader {
  /// The most values that a document may have; aliases of aliases could make any number of them.
  static let mostValues = 4_000_000

  /// The document of a file, or why it cannot be read.
  package static func read(_ source: SourceFile, file: FileID) -> Result<Document, DocumentProblem> {
    guard var text = String(validating: source.bytes, as: UTF8.self) else {
      return .failure(DocumentProblem("the file is not UTF-8", line: 1, column: 1))
    }
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    if text.contains("\\u") { text = joiningSurrogates(text) }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        return .failure(DocumentProblem("the file is empty", line: 1, column: 1))
      }
      var count = 0
      return .success(try document(node, &count))
    } catch let problem as DocumentProblem {
      return .failure(problem)
    } catch let error as YamlError {
      return .failure(DocumentProblem(error))
    } catch {
      return .failure(DocumentProblem("\(error)", line: 1, column: 1))
    }
  }

  private static func document(_ node: Yams.Node, _ count: inout Int) throws(DocumentProblem) -> Document {
    let line = Int32(truncatingIfNeeded: node.mark?.line ?? 1)
    let column = Int32(truncatingIfNeeded: node.mark?.column ?? 1)
    count += 1
    guard count <= mostValues else {
      throw DocumentProblem("the document has more than \(mostValues) values", line: line, column: column)
    }
    switch node {
    case .scalar(let scalar):
      return Document(content: content(scalar), line: line, column: column)
    case .sequence(let sequence):
      var items: [Document] = []
      for item in sequence { items.append(try document(item, &count)) }
      return Document(content: .sequence(items), line: line, column: column)
    case .mapping(let mapping):
      var entries: [Document.Entry] = []
      var merged: [Document.Entry] = []
      for (key, value) in mapping {
        let read = try document(value, &count)
        guard case .scalar(let name) = key else {
          throw DocumentProblem("a key must be a text here", line: line, column: column)
        }
        if name.string == "<<" {
          merged += read.entries + read.items.flatMap(\.entries)
        } else {
          entries.append(
            .init(
              key: name.string, value: read, line: Int32(truncatingIfNeeded: key.mark?.line ?? 1),
              column: Int32(truncatingIfNeeded: key.mark?.column ?? 1)))
        }
      }
      for entry in merged where !entries.contains(where: { $0.key == entry.key }) { entries.append(entry) }
      return Document(content: .mapping(entries), line: line, column: column)
    case .alias(let alias):
      throw DocumentProblem(
        "the alias `*\(alias.anchor.rawValue)` leads nowhere", line: line, column: column)
    }
  }

  /// Plain values as the core schema of YAML 1.2.2 (section 10.3) has them: `no` and `on` are words, not values.
  private static func content(_ scalar: Yams.Node.Scalar) -> Document.Content {
    guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return Number(scalar.string).map { .number($0, written: scalar.string) } ?? .text(scalar.string)
    }
  }

  /// JSON writes a character outside of the first plane as two escapes, YAML as one.
  private static func joiningSurrogates(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        out.append(bytes[index])
        index += 1
        continue
      }
      if let high = unit(bytes, index), (0xD800...0xDBFF).contains(high), let low = unit(bytes, index + 6),
        (0xDC00...0xDFFF).contains(low)
      {
        let value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        let hex = String(value, radix: 16)
        out += Array("\\U\(String(repeating: "0", count: 8 - hex.count))\(hex)".utf8)
        index += 12
      } else {
        out += bytes[index...index + 1]
        index += 2
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The number of an escape `\uXXXX` at a place.
  private static func unit(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else {
      return nil
    }
    return Int(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}

/// Why a document cannot be read, and where.
package struct DocumentProblem: Error, Sendable {
  /// The end of a sentence, in lower case.
  package let message: String
  package let line: Int32
  package let column: Int32

  init(_ message: String, line: Int32, column: Int32) {
    self.message = message
    self.line = line
    self.column = column
  }

  init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(
        "this is neither YAML nor JSON: \(problem)", line: Int32(truncatingIfNeeded: mark.line),
        column: Int32(truncatingIfNeeded: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        "the key \(keys.map { "`\($0)`" }.joined(separator: ", ")) stands twice in one mapping",
        line: Int32(truncatingIfNeeded: context.mark.line),
        column: Int32(truncatingIfNeeded: context.mark.column))
    default: self.init("this is neither YAML nor JSON: \(error)", line: 1, column: 1)
    }
  }
}

/// Finds bytes of places that are told as line and column.
package struct DocumentPlaces: Sendable {
  private let source: SourceFile
  private let file: FileID
  private let starts: [Int]

  package init(_ source: SourceFile, file: FileID) {
    self.source = source
    self.file = file
    starts = [0] + source.bytes.indices.filter { source.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The word that begins at a place.
  package func range(line: Int32, column: Int32) -> SourceRange {
    let start = starts.indices.contains(Int(line) - 1) ? starts[Int(line) - 1] : source.bytes.count
    var offset = start
    var left = Int(column) - 1
    let bytes = source.bytes
    while left > 0, offset < bytes.count, bytes[offset] != 10 {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    let begin = min(offset, bytes.count)
    var end = begin
    while end < bytes.count, !Self.ends.contains(bytes[end]), end - begin < 80 { end += 1 }
    return SourceRange(file: file, start: begin, end: max(end, min(begin + 1, bytes.count)))
  }

  private static let ends = Set(" \t\r\n,:{}[]".utf8)
}
