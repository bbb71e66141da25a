/// Finds the number of a word by its bytes, without making a `String`.
package struct Keywords: Sendable {
  /// Spellings by number; number 0 is the empty word.
  package let spellings: [String]
  private let slots: [KeywordID]
  private let bytes: [[UInt8]]
  private let mask: Int

  package init(_ words: [String]) {
    spellings = [""] + words
    bytes = spellings.map { Array($0.utf8) }
    var size = 64
    while size < words.count * 4 { size *= 2 }
    mask = size - 1
    var slots = [KeywordID](repeating: 0, count: size)
    for index in bytes.indices.dropFirst() {
      var slot = bytes[index].withUnsafeBufferPointer(Self.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = KeywordID(index)
    }
    self.slots = slots
  }

  /// The number of the word in these bytes, or 0.
  func id(_ word: UnsafeBufferPointer<UInt8>) -> KeywordID {
    var slot = Self.hash(word) & mask
    while slots[slot] != 0 {
      let candidate = bytes[Int(slots[slot])]
      if candidate.count == word.count, candidate.elementsEqual(word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The number of a spelling, or 0.
  package func id(_ word: String) -> KeywordID {
    Array(word.utf8).withUnsafeBufferPointer(id)
  }

  /// FNV-1a; the same on every run and machine.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
