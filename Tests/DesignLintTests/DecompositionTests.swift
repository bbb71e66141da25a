import TestSupport
import Testing

@testable import DesignLint

/// Decompositions and fourth normal form against the definitions, tried on every subset of attributes.
@Suite struct DecompositionTests {
  /// A random relation, and the same by brute force.
  struct Sample {
    let count: Int
    let plain: NormalFormTests.BruteForce
    let relation: Relation

    init(_ generator: inout NormalFormTests.Generator, most: Int) {
      let count = Int.random(in: 2...most, using: &generator)
      let full = 1 << count - 1
      let pairs = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        (
          left: Int.random(in: 1...full, using: &generator),
          right: Int.random(in: 1...full, using: &generator)
        )
      }
      self.count = count
      plain = .init(attributes: count, dependencies: pairs)
      relation = Relation(
        attributes: count,
        dependencies: pairs.map {
          .init(determinant: Self.set($0.left, count), dependents: Self.set($0.right, count))
        })
    }

    static func set(_ number: Int, _ count: Int) -> AttributeSet {
      AttributeSet((0..<count).filter { number & 1 << $0 != 0 }, capacity: count)
    }

    static func number(_ set: AttributeSet) -> Int { set.reduce(0) { $0 | 1 << $1 } }

    /// What holds within a part, by trying every subset of it.
    func projection(_ part: Int) -> [(left: Int, right: Int)] {
      (1...part).filter { $0 & ~part == 0 }.map { ($0, plain.closure($0) & part) }
    }

    /// The chase: whether joining the parts gives the relation back. A row for each part; zero is the value of the whole.
    func isLossless(_ parts: [Int]) -> Bool {
      var rows = parts.enumerated().map { row, part in
        (0..<count).map { part & 1 << $0 != 0 ? 0 : row + 1 }
      }
      var isChanged = true
      while isChanged {
        isChanged = false
        for (left, right) in plain.dependencies {
          for a in rows.indices {
            for b in rows.indices where a != b {
              guard (0..<count).allSatisfy({ left & 1 << $0 == 0 || rows[a][$0] == rows[b][$0] }) else {
                continue
              }
              for column in 0..<count where right & 1 << column != 0 && rows[a][column] != rows[b][column] {
                let (old, new) = (
                  max(rows[a][column], rows[b][column]), min(rows[a][column], rows[b][column])
                )
                for row in rows.indices where rows[row][column] == old { rows[row][column] = new }
                isChanged = true
              }
            }
          }
        }
      }
      return rows.contains { $0.allSatisfy { $0 == 0 } }
    }
  }

  @Test func coversAreEquivalentAndMinimal() {
    var generator = NormalFormTests.Generator(state: 7)
    for round in 0..<3000 {
      let sample = Sample(&generator, most: 6)
      let cover = sample.relation.cover.map {
        (left: Sample.number($0.determinant), right: Sample.number($0.dependents))
      }
      let same = NormalFormTests.BruteForce(attributes: sample.count, dependencies: cover)
      for start in 0...sample.plain.all {
        #expect(same.closure(start) == sample.plain.closure(start), "cover of \(round)")
      }
      for (index, one) in cover.enumerated() {
        #expect(one.right.nonzeroBitCount == 1)
        var others = cover
        others.remove(at: index)
        let rest = NormalFormTests.BruteForce(attributes: sample.count, dependencies: others)
        #expect(rest.closure(one.left) & one.right == 0, "a redundant dependency in \(round)")
        for bit in 0..<sample.count where one.left & 1 << bit != 0 {
          #expect(
            sample.plain.closure(one.left & ~(1 << bit)) & one.right == 0, "a redundant attribute in \(round)"
          )
        }
      }
    }
  }

  @Test func synthesisIsThirdLosslessAndPreserving() {
    var generator = NormalFormTests.Generator(state: 11)
    for round in 0..<2000 {
      let sample = Sample(&generator, most: 6)
      let result = Decomposition(synthesized: sample.relation)
      let parts = result.parts.map { Sample.number($0.attributes) }
      let covered = parts.reduce(0, |)
      // Attributes of no dependency stand in every key, and so in the part with the key.
      #expect(covered == sample.plain.all, "\(round) \(sample.plain.dependencies)")
      #expect(sample.isLossless(parts), "\(round) \(sample.plain.dependencies)")
      let kept = NormalFormTests.BruteForce(
        attributes: sample.count, dependencies: parts.flatMap { sample.projection($0) })
      for start in 0...sample.plain.all { #expect(kept.closure(start) == sample.plain.closure(start)) }
      var isBoyceCodd = true
      for part in result.parts {
        let inside = Inside(sample, Sample.number(part.attributes))
        #expect(inside.isThird, "\(round) \(sample.plain.dependencies)")
        #expect(inside.keys.contains(Sample.number(part.key)), "\(round)")
        isBoyceCodd = isBoyceCodd && inside.isBoyceCodd
      }
      #expect(result.isBoyceCodd == isBoyceCodd, "\(round) \(sample.plain.dependencies)")
    }
  }

  @Test func boyceCoddSplitIsBoyceCoddAndLossless() {
    var generator = NormalFormTests.Generator(state: 13)
    var lost = 0
    for round in 0..<2000 {
      let sample = Sample(&generator, most: 6)
      let result = Decomposition(boyceCodd: sample.relation)
      let parts = result.parts.map { Sample.number($0.attributes) }
      #expect(result.isBoyceCodd)
      #expect(sample.isLossless(parts), "\(round) \(sample.plain.dependencies)")
      for part in result.parts {
        let inside = Inside(sample, Sample.number(part.attributes))
        #expect(inside.isBoyceCodd, "\(round) \(sample.plain.dependencies)")
        #expect(inside.keys.contains(Sample.number(part.key)), "\(round)")
      }
      let kept = NormalFormTests.BruteForce(
        attributes: sample.count, dependencies: parts.flatMap { sample.projection($0) })
      let isKept = (0...sample.plain.all).allSatisfy { kept.closure($0) == sample.plain.closure($0) }
      #expect(result.preservesDependencies == isKept, "\(round) \(sample.plain.dependencies)")
      lost += isKept ? 0 : 1
    }
    #expect(lost > 0, "no sample loses a dependency, so that the word about it is untried")
  }

  /// A part of a relation, by the definitions.
  struct Inside {
    let part: Int
    let plain: NormalFormTests.BruteForce

    init(_ sample: Sample, _ part: Int) {
      self.part = part
      plain = sample.plain
    }

    private var subsets: [Int] { (0...part).filter { $0 & ~part == 0 } }
    private func closure(_ set: Int) -> Int { plain.closure(set) & part }

    var keys: Set<Int> {
      let superkeys = subsets.filter { closure($0) == part }
      return Set(superkeys.filter { key in !superkeys.contains { $0 != key && $0 & ~key == 0 } })
    }

    var isThird: Bool {
      let primes = keys.reduce(0, |)
      return !subsets.contains { closure($0) != part && closure($0) & ~$0 & ~primes != 0 }
    }

    var isBoyceCodd: Bool { !subsets.contains { closure($0) != part && closure($0) != $0 } }
  }

  /// Rows that differ at most in being the first or the second of two, as the chase makes them: a bit each.
  private func chase(_ sample: Sample, _ multivalued: [(left: Int, right: Int)], from start: Int)
    -> (rows: Set<Int>, equal: Int)
  {
    let all = sample.plain.all
    var rows: Set<Int> = [0, all & ~start]
    var equal = start
    while true {
      let before = (rows, equal)
      for a in rows.sorted() {
        for b in rows.sorted() where a != b {
          for (left, right) in sample.plain.dependencies where (a ^ b) & left == 0 {
            equal |= (a ^ b) & right
          }
          for (left, right) in multivalued where (a ^ b) & left == 0 {
            rows.insert((a & (left | right)) | (b & ~(left | right)))
          }
        }
      }
      rows = Set(rows.map { $0 & ~equal })
      if before == (rows, equal) { return (rows, equal) }
    }
  }

  @Test func fourthNormalFormAgreesWithTheDefinition() {
    var generator = NormalFormTests.Generator(state: 17)
    var violated = 0
    for round in 0..<1500 {
      let sample = Sample(&generator, most: 5)
      let all = sample.plain.all
      let multivalued = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        (left: Int.random(in: 0...all, using: &generator), right: Int.random(in: 1...all, using: &generator))
      }
      let declared = multivalued.map {
        MultivaluedDependency(
          determinant: Sample.set($0.left, sample.count), dependents: Sample.set($0.right, sample.count))
      }
      let basis = DependencyBasis(sample.relation, declared)
      var isFourth = true
      for left in 0...all {
        let (rows, equal) = chase(sample, multivalued, from: left)
        #expect(basis.isSuperkey(Sample.set(left, sample.count)) == (equal == all), "\(round)")
        guard equal != all else { continue }
        for right in 0...all where right & ~left != 0 && left | right != all {
          // The row that has the right side of the first and the rest of the second.
          if rows.contains(all & ~left & ~right & ~equal) { isFourth = false }
        }
      }
      let found =
        declared.contains { basis.violates($0) }
        || sample.relation.cover.contains { dependency in
          !basis.isSuperkey(dependency.determinant)
            && dependency.determinant.union(dependency.dependents) != .all(sample.count)
        }
      #expect(found == !isFourth, "\(round) \(sample.plain.dependencies) \(multivalued)")
      violated += found ? 1 : 0
    }
    #expect((100...1400).contains(violated))
  }
}
