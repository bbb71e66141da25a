/// A set of attributes of one relation, by number; a bit each.
struct AttributeSet: Sendable, Hashable, Sequence {
  private var words: [UInt64]

  /// The empty set of a relation with so many attributes.
  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  init(_ members: some Sequence<Int>, capacity: Int) {
    self.init(capacity: capacity)
    for member in members { insert(member) }
  }

  /// All attributes of a relation with so many.
  static func all(_ capacity: Int) -> AttributeSet { AttributeSet(0..<capacity, capacity: capacity) }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ member: Int) -> Bool { words[member >> 6] & (1 << UInt64(member & 63)) != 0 }

  mutating func insert(_ member: Int) { words[member >> 6] |= 1 << UInt64(member & 63) }

  mutating func remove(_ member: Int) { words[member >> 6] &= ~(1 << UInt64(member & 63)) }

  func removing(_ member: Int) -> AttributeSet {
    var out = self
    out.remove(member)
    return out
  }

  func union(_ other: AttributeSet) -> AttributeSet {
    var out = self
    for index in words.indices { out.words[index] |= other.words[index] }
    return out
  }

  func subtracting(_ other: AttributeSet) -> AttributeSet {
    var out = self
    for index in words.indices { out.words[index] &= ~other.words[index] }
    return out
  }

  func isSubset(of other: AttributeSet) -> Bool {
    zip(words, other.words).allSatisfy { $0 & ~$1 == 0 }
  }

  func isStrictSubset(of other: AttributeSet) -> Bool { self != other && isSubset(of: other) }

  /// The members, ascending.
  func makeIterator() -> Iterator { Iterator(words: words) }

  struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = 0
    private var rest: UInt64

    init(words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    mutating func next() -> Int? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      return index * 64 + bit
    }
  }
}
