/// Dependencies because of which a relation stores the same fact several times.
struct NormalFormViolations: Sendable, Equatable {
  /// A determinant with what depends on it.
  struct Group: Sendable, Equatable {
    let determinant: AttributeSet
    var dependents: AttributeSet
  }

  /// Attributes of no key that depend on a part of a key (second normal form).
  private(set) var partial: [Group] = []
  /// Attributes of no key that depend on what is neither a key nor a part of one (third normal form).
  private(set) var transitive: [Group] = []
  /// Attributes of a key that depend on what is no key (Boyce-Codd normal form).
  private(set) var boyceCodd: [Group] = []
  /// Whether there were too many keys to tell the three apart; they are all empty then.
  let isUndetermined: Bool

  init(_ relation: Relation) {
    isUndetermined = !relation.hasAllKeys
    guard relation.hasAllKeys else { return }
    let primes = relation.primes
    let reported = findPartial(relation, primes)
    for dependency in relation.cover {
      guard !relation.isSuperkey(dependency.determinant) else { continue }
      if dependency.dependents.isSubset(of: primes) {
        Self.add(dependency.determinant, dependency.dependents, to: &boyceCodd)
      } else if !dependency.dependents.isSubset(of: reported) {
        Self.add(dependency.determinant, dependency.dependents, to: &transitive)
      }
    }
  }

  /// Finds what depends on a part of a key, directly or over attributes of keys: testing the given dependencies alone
  /// would not be enough. What depends on it only over an attribute that is itself reported goes with that one.
  private mutating func findPartial(_ relation: Relation, _ primes: AttributeSet) -> AttributeSet {
    var reported = AttributeSet(capacity: relation.attributes)
    for key in relation.keys where key.count > 1 {
      for attribute in key {
        let part = key.removing(attribute)
        let gained = relation.closure(of: part, through: primes).subtracting(primes).subtracting(reported)
        for dependent in gained {
          reported.insert(dependent)
          let determinant = Self.determinant(of: dependent, within: part, relation)
          Self.add(determinant, AttributeSet([dependent], capacity: relation.attributes), to: &partial)
        }
      }
    }
    return reported
  }

  /// The least part of `part` that determines the attribute; the one that a dependency states, if one does.
  private static func determinant(of dependent: Int, within part: AttributeSet, _ relation: Relation)
    -> AttributeSet
  {
    for dependency in relation.cover
    where dependency.dependents.contains(dependent) && dependency.determinant.isSubset(of: part) {
      return dependency.determinant
    }
    var least = part
    for attribute in part {
      let smaller = least.removing(attribute)
      if relation.closure(of: smaller).contains(dependent) { least = smaller }
    }
    return least
  }

  private static func add(_ determinant: AttributeSet, _ dependents: AttributeSet, to groups: inout [Group]) {
    if let index = groups.firstIndex(where: { $0.determinant == determinant }) {
      groups[index].dependents = groups[index].dependents.union(dependents)
    } else {
      groups.append(Group(determinant: determinant, dependents: dependents))
    }
  }
}
