#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// That JSON could not be made: a number that is none.
package struct EncodingFailure: Error {
  package let description: String
}

/// JSON with keys in alphabetical order and a line feed at the end, so that the same value gives the same bytes.
func encodedJSON(_ value: some Encodable) throws(EncodingFailure) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  do {
    return [UInt8](try encoder.encode(value)) + [10]
  } catch {
    throw EncodingFailure(description: "\(error)")
  }
}
