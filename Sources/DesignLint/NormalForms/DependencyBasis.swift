/// That the dependents which go with a determinant do so independently of all other attributes.
struct MultivaluedDependency: Sendable, Hashable {
  var determinant: AttributeSet
  var dependents: AttributeSet

  /// The two parts into which it divides a relation without loss.
  func split(_ attributes: Int) -> (AttributeSet, AttributeSet) {
    let right = dependents.subtracting(determinant)
    return (determinant.union(right), AttributeSet.all(attributes).subtracting(right))
  }
}

/// Answers what follows from functional and multivalued dependencies together.
///
/// (C. Beeri, On the Membership Problem for Functional and Multivalued Dependencies in Relational Databases, ACM TODS
/// 5(3), 1980)
struct DependencyBasis {
  private let attributes: Int
  private let functional: [FunctionalDependency]
  private let multivalued: [MultivaluedDependency]

  init(_ relation: Relation, _ multivalued: [MultivaluedDependency]) {
    attributes = relation.attributes
    functional = relation.cover
    // What is determined goes along.
    self.multivalued =
      multivalued + relation.cover.map { .init(determinant: $0.determinant, dependents: $0.dependents) }
  }

  /// The finest division of all other attributes into groups that go with `start` independently of one another.
  func groups(of start: AttributeSet) -> [AttributeSet] {
    let rest = AttributeSet.all(attributes).subtracting(start)
    var groups = rest.isEmpty ? [] : [rest]
    var isChanged = true
    while isChanged {
      isChanged = false
      for dependency in multivalued {
        for (index, group) in groups.enumerated() where group.intersection(dependency.determinant).isEmpty {
          let inside = group.intersection(dependency.dependents)
          guard !inside.isEmpty, inside != group else { continue }
          groups[index] = inside
          groups.append(group.subtracting(inside))
          isChanged = true
        }
      }
    }
    return groups
  }

  /// Whether these determine all others.
  func isSuperkey(_ start: AttributeSet) -> Bool {
    groups(of: start).allSatisfy { group in
      group.count == 1
        && functional.contains {
          group.isSubset(of: $0.dependents) && group.intersection($0.determinant).isEmpty
        }
    }
  }

  /// Whether the dependency says something and its determinant is no key, so that fourth normal form fails.
  func violates(_ dependency: MultivaluedDependency) -> Bool {
    let (first, second) = dependency.split(attributes)
    let all = AttributeSet.all(attributes)
    return first != all && second != all && !isSuperkey(dependency.determinant)
  }
}
