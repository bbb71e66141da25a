/// A set of attributes of one relation, by number; a bit each. The first 64 need no memory of their own.
struct AttributeSet: Sendable, Hashable, Sequence {
  private var first: UInt64 = 0
  /// The bits from 64 on.
  private var rest: [UInt64]

  /// The empty set of a relation with so many attributes.
  init(capacity: Int) { rest = capacity > 64 ? Array(repeating: 0, count: (capacity - 1) / 64) : [] }

  init(_ members: some Sequence<Int>, capacity: Int) {
    self.init(capacity: capacity)
    for member in members { insert(member) }
  }

  /// All attributes of a relation with so many.
  static func all(_ capacity: Int) -> AttributeSet { AttributeSet(0..<capacity, capacity: capacity) }

  var isEmpty: Bool { first == 0 && rest.allSatisfy { $0 == 0 } }

  var count: Int { rest.reduce(first.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  func contains(_ member: Int) -> Bool {
    let word = member < 64 ? first : rest[member >> 6 - 1]
    return word & (1 << UInt64(member & 63)) != 0
  }

  mutating func insert(_ member: Int) {
    let bit: UInt64 = 1 << UInt64(member & 63)
    if member < 64 { first |= bit } else { rest[member >> 6 - 1] |= bit }
  }

  mutating func remove(_ member: Int) {
    let bit: UInt64 = 1 << UInt64(member & 63)
    if member < 64 { first &= ~bit } else { rest[member >> 6 - 1] &= ~bit }
  }

  func removing(_ member: Int) -> AttributeSet {
    var out = self
    out.remove(member)
    return out
  }

  mutating func formUnion(_ other: AttributeSet) {
    first |= other.first
    for index in rest.indices { rest[index] |= other.rest[index] }
  }

  func union(_ other: AttributeSet) -> AttributeSet {
    var out = self
    out.formUnion(other)
    return out
  }

  func intersection(_ other: AttributeSet) -> AttributeSet { subtracting(subtracting(other)) }

  func subtracting(_ other: AttributeSet) -> AttributeSet {
    var out = self
    out.first &= ~other.first
    for index in rest.indices { out.rest[index] &= ~other.rest[index] }
    return out
  }

  func isSubset(of other: AttributeSet) -> Bool {
    first & ~other.first == 0 && zip(rest, other.rest).allSatisfy { $0 & ~$1 == 0 }
  }

  func isStrictSubset(of other: AttributeSet) -> Bool { self != other && isSubset(of: other) }

  /// The members, ascending.
  func makeIterator() -> Iterator { Iterator(word: first, rest: rest) }

  struct Iterator: IteratorProtocol {
    fileprivate var word: UInt64
    fileprivate let rest: [UInt64]
    private var index = 0

    fileprivate init(word: UInt64, rest: [UInt64]) {
      self.word = word
      self.rest = rest
    }

    mutating func next() -> Int? {
      while word == 0 {
        guard index < rest.count else { return nil }
        word = rest[index]
        index += 1
      }
      let bit = word.trailingZeroBitCount
      word &= word - 1
      return index * 64 + bit
    }
  }
}
