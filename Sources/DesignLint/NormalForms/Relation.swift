/// Attributes with the dependencies that hold among them, and what follows from these.
struct Relation: Sendable {
  /// How many attributes there are; they are numbers from 0.
  let attributes: Int
  /// The dependencies with one dependent each, none of whose parts can be left out. They imply the given ones and
  /// nothing else.
  let cover: [FunctionalDependency]
  /// The minimal sets of attributes that determine all others, at most `keyLimit` of them.
  let keys: [AttributeSet]
  /// Whether `keys` are all that there are. If not, it is not known which attributes are prime.
  let hasAllKeys: Bool
  private let closure: Closure

  /// A relation may have exponentially many keys; more than this help nobody.
  static let keyLimit = 64

  init(attributes: Int, dependencies: [FunctionalDependency], keyLimit: Int = Relation.keyLimit) {
    self.attributes = attributes
    cover = Self.minimalCover(dependencies, attributes)
    closure = Closure(cover, attributes: attributes)
    (keys, hasAllKeys) = Self.candidateKeys(cover, closure, attributes, limit: keyLimit)
  }

  /// All attributes that these determine.
  func closure(of set: AttributeSet) -> AttributeSet { closure.of(set) }

  func isSuperkey(_ set: AttributeSet) -> Bool { closure.of(set) == .all(attributes) }

  /// The attributes that are in some key.
  var primes: AttributeSet { keys.reduce(AttributeSet(capacity: attributes)) { $0.union($1) } }

  /// What `start` determines when a chain of dependencies may only lead over attributes of `through`.
  func closure(of start: AttributeSet, through: AttributeSet) -> AttributeSet {
    closure.of(start, through: through)
  }

  // MARK: Minimal cover

  private static func minimalCover(_ given: [FunctionalDependency], _ attributes: Int)
    -> [FunctionalDependency]
  {
    var split: [FunctionalDependency] = []
    var seen: Set<FunctionalDependency> = []
    for dependency in given {
      for dependent in dependency.dependents where !dependency.determinant.contains(dependent) {
        let one = FunctionalDependency(
          determinant: dependency.determinant, dependents: AttributeSet([dependent], capacity: attributes))
        if seen.insert(one).inserted { split.append(one) }
      }
    }
    // Leave out what a determinant does not need …
    let closure = Closure(split, attributes: attributes)
    for index in split.indices {
      for attribute in split[index].determinant {
        let smaller = split[index].determinant.removing(attribute)
        if split[index].dependents.isSubset(of: closure.of(smaller)) { split[index].determinant = smaller }
      }
    }
    // … then whole dependencies that follow from the others.
    var cover: [FunctionalDependency] = []
    seen.removeAll()
    for dependency in split where seen.insert(dependency).inserted { cover.append(dependency) }
    let whole = Closure(cover, attributes: attributes)
    var redundant = AttributeSet(capacity: cover.count)
    for index in cover.indices {
      redundant.insert(index)
      let without = whole.of(cover[index].determinant, skipping: redundant)
      if !cover[index].dependents.isSubset(of: without) { redundant.remove(index) }
    }
    return cover.indices.filter { !redundant.contains($0) }.map { cover[$0] }
  }

  // MARK: Candidate keys

  /// From one key, others follow: replace what a dependency yields by what it needs, and leave out what is not needed.
  /// This finds all of them, in time polynomial for each. (Lucchesi and Osborn, JCSS 17(2), 1978)
  private static func candidateKeys(
    _ cover: [FunctionalDependency], _ closure: Closure, _ attributes: Int, limit: Int
  ) -> ([AttributeSet], Bool) {
    let all = AttributeSet.all(attributes)
    func minimized(_ superkey: AttributeSet) -> AttributeSet {
      var key = superkey
      for attribute in superkey {
        let smaller = key.removing(attribute)
        if closure.of(smaller) == all { key = smaller }
      }
      return key
    }
    var keys = [minimized(all)]
    var known = Set(keys)
    var index = 0
    while index < keys.count {
      for dependency in cover {
        let candidate = dependency.determinant.union(keys[index].subtracting(dependency.dependents))
        guard !keys.contains(where: { $0.isSubset(of: candidate) }) else { continue }
        let key = minimized(candidate)
        guard known.insert(key).inserted else { continue }
        guard keys.count < limit else { return (keys, false) }
        keys.append(key)
      }
      index += 1
    }
    return (keys, true)
  }
}
