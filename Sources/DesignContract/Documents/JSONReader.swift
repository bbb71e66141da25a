#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads JSON as RFC 8259 has it and nothing more, where YAML, which admits any text, would find a value in what is none:
/// answers and requests of programs. Values have no places.
package enum JSONReader {
  /// Why bytes are no JSON, as the end of a sentence.
  package struct Problem: Error, Sendable, Hashable { package let reason: String }

  /// The value; keys of objects are in order of the alphabet.
  package static func read(_ bytes: [UInt8]) throws(Problem) -> Document {
    guard !hasTrailingComma(bytes) else { throw Problem(reason: "a comma stands before a closing bracket") }
    do {
      return try JSONDecoder().decode(Value.self, from: Data(bytes)).document
    } catch DecodingError.dataCorrupted(let context) {
      let inner = context.underlyingError.map {
        "\(($0 as? CocoaError)?.userInfo["NSDebugDescription"] ?? $0)"
      }
      throw Problem(reason: inner ?? context.debugDescription)
    } catch {
      throw Problem(reason: "\(error)")
    }
  }

  /// The one thing that Foundation admits beyond the standard.
  private static func hasTrailingComma(_ bytes: [UInt8]) -> Bool {
    var (isInText, isEscaped, last) = (false, false, UInt8(0))
    for byte in bytes {
      if isInText {
        if !isEscaped, byte == UInt8(ascii: "\"") { isInText = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      if last == UInt8(ascii: ","), byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { return true }
      isInText = byte == UInt8(ascii: "\"")
      if !" \t\r\n".utf8.contains(byte) { last = byte }
    }
    return false
  }

  private struct Value: Decodable {
    let document: Document

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        document = Document(.null)
      } else if let text = try? value.decode(String.self) {
        document = .text(text)
      } else if let bool = try? value.decode(Bool.self) {
        document = Document(.bool(bool))
      } else if let decimal = try? value.decode(Decimal.self), let number = Number("\(decimal)") {
        document = .number(number)
      } else if let double = try? value.decode(Double.self) {
        document = .number(Number(nearest: double))
      } else if let items = try? value.decode([Value].self) {
        document = .list(items.map(\.document))
      } else {
        let entries = try value.decode([String: Value].self).sorted { $0.key < $1.key }
        document = Document(
          .mapping(entries.map { .init(key: $0.key, value: $0.value.document, line: 1, column: 1) }))
      }
    }
  }
}
