/// Finds the number of a word by its bytes, without making a `String`.
package struct Keywords: Sendable {
  /// Spellings by number; number 0 is the empty word.
  package let spellings: [String]
  private let slots: [KeywordID]
  /// All spellings, one behind the other; that of number n ends at `ends[n]`.
  private let bytes: [UInt8]
  private let ends: [Int32]
  private let mask: Int

  package init(_ words: [String]) {
    spellings = [""] + words
    var bytes: [UInt8] = []
    var ends: [Int32] = []
    for spelling in spellings {
      bytes.append(contentsOf: spelling.utf8)
      ends.append(Int32(truncatingIfNeeded: bytes.count))
    }
    var size = 64
    while size < words.count * 4 { size *= 2 }
    mask = size - 1
    var slots = [KeywordID](repeating: 0, count: size)
    for index in spellings.indices.dropFirst() {
      let word = Int(ends[index - 1])..<Int(ends[index])
      var slot = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[word])) } & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = KeywordID(index)
    }
    self.slots = slots
    self.bytes = bytes
    self.ends = ends
  }

  /// The number of the word in these bytes, or 0.
  func id(_ word: UnsafeBufferPointer<UInt8>) -> KeywordID {
    var slot = Self.hash(word) & mask
    while slots[slot] != 0 {
      if matches(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private func matches(_ id: KeywordID, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[Int(id) - 1])
    guard Int(ends[Int(id)]) - start == word.count else { return false }
    for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
    return true
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
