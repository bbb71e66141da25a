import Testing

@testable import DesignLint

/// The engine against the definitions themselves, tried on every subset of attributes.
@Suite struct NormalFormTests {
  /// The same sequence on every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Sets of attributes as plain numbers, and a closure by repetition: slow and plain.
  struct BruteForce {
    let attributes: Int
    let dependencies: [(left: Int, right: Int)]
    var all: Int { 1 << attributes - 1 }

    func closure(_ start: Int) -> Int {
      var set = start
      while true {
        let next = dependencies.reduce(set) { $1.left & ~$0 == 0 ? $0 | $1.right : $0 }
        if next == set { return set }
        set = next
      }
    }

    var keys: Set<Int> {
      let superkeys = (0...all).filter { closure($0) == all }
      return Set(superkeys.filter { key in !superkeys.contains { $0 != key && $0 & ~key == 0 } })
    }

    var primes: Int { keys.reduce(0, |) }

    /// No attribute outside of all keys depends on a strict part of a key.
    var isSecond: Bool {
      !keys.contains { key in
        (0...all).contains { $0 != key && $0 & ~key == 0 && closure($0) & ~$0 & ~primes != 0 }
      }
    }

    /// Every determinant is a superkey, or what it adds is prime.
    var isThird: Bool {
      !(0...all).contains { closure($0) != all && closure($0) & ~$0 & ~primes != 0 }
    }

    var isBoyceCodd: Bool { !(0...all).contains { closure($0) != all && closure($0) != $0 } }
  }

  private func number(_ set: AttributeSet) -> Int { set.reduce(0) { $0 | 1 << $1 } }

  @Test func agreesWithTheDefinitions() {
    var generator = Generator(state: 42)
    for round in 0..<4000 {
      let count = Int.random(in: 2...6, using: &generator)
      let full = 1 << count - 1
      let pairs = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        (
          left: Int.random(in: 1...full, using: &generator),
          right: Int.random(in: 1...full, using: &generator)
        )
      }
      let plain = BruteForce(attributes: count, dependencies: pairs)
      func set(_ number: Int) -> AttributeSet {
        AttributeSet((0..<count).filter { number & 1 << $0 != 0 }, capacity: count)
      }
      let relation = Relation(
        attributes: count,
        dependencies: pairs.map { .init(determinant: set($0.left), dependents: set($0.right)) })
      let violations = NormalFormViolations(relation)
      #expect(relation.hasAllKeys)
      #expect(Set(relation.keys.map(number)) == plain.keys, "keys of \(round): \(pairs)")
      for start in 0...full {
        #expect(number(relation.closure(of: set(start))) == plain.closure(start), "closure of \(round)")
      }
      #expect(violations.partial.isEmpty == plain.isSecond, "2NF of \(round): \(pairs)")
      #expect(
        (violations.partial + violations.transitive).isEmpty == plain.isThird, "3NF of \(round): \(pairs)")
      #expect(
        (violations.partial + violations.transitive + violations.boyceCodd).isEmpty == plain.isBoyceCodd,
        "BCNF of \(round): \(pairs)")
    }
  }

  @Test func stopsAtTheLimitOfKeys() {
    // Ten pairs that determine one another have 2^10 keys.
    let count = 20
    var dependencies: [FunctionalDependency] = []
    for pair in 0..<10 {
      let left = AttributeSet([pair * 2], capacity: count)
      let right = AttributeSet([pair * 2 + 1], capacity: count)
      dependencies.append(FunctionalDependency(determinant: left, dependents: right))
      dependencies.append(FunctionalDependency(determinant: right, dependents: left))
    }
    let relation = Relation(attributes: count, dependencies: dependencies)
    #expect(relation.keys.count == Relation.keyLimit)
    #expect(!relation.hasAllKeys)
    #expect(NormalFormViolations(relation).isUndetermined)
  }

  @Test func worksBeyondSixtyFourAttributes() {
    let count = 130
    let relation = Relation(
      attributes: count,
      dependencies: (0..<count - 1).map {
        .init(
          determinant: AttributeSet([$0], capacity: count),
          dependents: AttributeSet([$0 + 1], capacity: count))
      })
    #expect(relation.keys.map(Array.init) == [[0]])
    #expect(NormalFormViolations(relation).transitive.count == count - 2)
  }
}
