/// A name as a small number; 0 is no name.
typealias NameID = Int32

/// The names of a design, each once. Comparing and looking up numbers is what keeps large designs fast.
struct Names {
  /// All names, one behind the other; that of number n ends at `ends[n]`.
  private var bytes: [UInt8] = []
  private var ends: [Int32] = [0]
  /// Open addressing by hash.
  private var slots: [NameID] = Array(repeating: 0, count: 256)

  /// The number of names; the greatest number that is given.
  var count: Int { ends.count - 1 }

  /// The number of a name, which is new if nobody has asked for it.
  mutating func intern(_ name: String) -> NameID {
    var name = name
    return name.withUTF8 { text in
      let slot = slot(of: text)
      if slots[slot] != 0 { return slots[slot] }
      bytes.append(contentsOf: text)
      ends.append(Int32(truncatingIfNeeded: bytes.count))
      let id = NameID(truncatingIfNeeded: ends.count - 1)
      slots[slot] = id
      if ends.count * 2 > slots.count { grow() }
      return id
    }
  }

  /// The number of a name, or 0 when no element bears it.
  func find(_ name: String) -> NameID {
    var name = name
    return name.withUTF8 { slots[slot(of: $0)] }
  }

  /// Where a name stands, or would stand.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(name) & mask
    while slots[slot] != 0, !matches(slots[slot], name) { slot = (slot + 1) & mask }
    return slot
  }

  private func matches(_ id: NameID, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[Int(id) - 1])
    guard Int(ends[Int(id)]) - start == name.count else { return false }
    for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for id in 1..<ends.count {
      let range = Int(ends[id - 1])..<Int(ends[id])
      var slot = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) } & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = NameID(truncatingIfNeeded: id)
    }
  }

  /// FNV-1a; the same on every run and machine.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
  }
}

/// For each scope and name, the first and last element that bears it there.
struct PlaceTable {
  private var keys: [UInt64] = Array(repeating: 0, count: 256)
  private var ends: [(first: Int32, last: Int32)] = Array(repeating: (0, 0), count: 256)
  private var count = 0

  /// Makes room for so many entries.
  mutating func reserve(_ count: Int) {
    var size = keys.count
    while size < count * 2 { size *= 2 }
    if size > keys.count { resize(to: size) }
  }

  private static func key(_ scope: Int32, _ name: NameID) -> UInt64 {
    UInt64(UInt32(bitPattern: scope)) << 32 | UInt64(UInt32(bitPattern: name))
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The first element of that name in a scope; -1 when there is none.
  func first(_ scope: Int32, _ name: NameID) -> Int32 {
    let slot = slot(of: Self.key(scope, name))
    return keys[slot] == 0 ? -1 : ends[slot].first
  }

  /// Notes an element as the last of its name in a scope; gives the one before, or -1.
  mutating func append(_ element: Int32, _ scope: Int32, _ name: NameID) -> Int32 {
    let key = Self.key(scope, name)
    let slot = slot(of: key)
    if keys[slot] == key {
      let before = ends[slot].last
      ends[slot].last = element
      return before
    }
    keys[slot] = key
    ends[slot] = (element, element)
    count += 1
    if count * 2 > keys.count { resize(to: keys.count * 2) }
    return -1
  }

  private mutating func resize(to size: Int) {
    let (oldKeys, oldEnds) = (keys, ends)
    keys = Array(repeating: 0, count: size)
    ends = Array(repeating: (0, 0), count: size)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let slot = slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      ends[slot] = oldEnds[index]
    }
  }
}
