/// Where bytes are not UTF-8 (RFC 3629 §4).
enum Encoding {
  /// The first run of bytes that are not UTF-8, and how many further runs there are; nil when all are.
  static func malformed(_ bytes: UnsafeBufferPointer<UInt8>) -> (first: Range<Int>, others: Int)? {
    var first: Range<Int>?
    var others = 0
    var position = 0
    while position < bytes.count {
      if position + 8 <= bytes.count,
        UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
          fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
        continue
      }
      let length = sequenceLength(bytes, at: position)
      if length > 0 {
        position += length
        continue
      }
      let start = position
      while position < bytes.count, bytes[position] >= 0x80, sequenceLength(bytes, at: position) == 0 {
        position += 1
      }
      if first == nil { first = start..<position } else { others += 1 }
    }
    return first.map { ($0, others) }
  }

  /// The number of bytes of the well-formed scalar that starts here; 0 when none does.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
