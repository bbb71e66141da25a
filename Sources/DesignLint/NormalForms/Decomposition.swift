/// A relation divided into smaller ones that together say the same.
struct Decomposition: Sendable {
  /// One of the parts, with its key.
  struct Part: Sendable, Equatable {
    var attributes: AttributeSet
    var key: AttributeSet
  }

  let parts: [Part]
  /// Whether every dependency can still be checked by the keys of the parts.
  let preservesDependencies: Bool
  /// Whether every part is in Boyce-Codd normal form; else each is in third normal form at least.
  let isBoyceCodd: Bool

  /// The greatest part in which a hidden violation of Boyce-Codd normal form is searched for: all its subsets are tried.
  static let searchLimit = 12

  /// In third normal form, without loss, and with every dependency kept: a part for each determinant of the minimal cover,
  /// and one with a key of the whole if none holds one. (Bernstein, Synthesizing Third Normal Form Relations from
  /// Functional Dependencies, ACM TODS 1(4), 1976; Biskup, Dayal and Bernstein, SIGMOD 1979, for the part with the key)
  init(synthesized relation: Relation) {
    var parts: [Part] = []
    for dependency in relation.cover {
      if let index = parts.firstIndex(where: { $0.key == dependency.determinant }) {
        parts[index].attributes.formUnion(dependency.dependents)
      } else {
        parts.append(
          Part(attributes: dependency.determinant.union(dependency.dependents), key: dependency.determinant))
      }
    }
    let hasKey = parts.contains { relation.isSuperkey($0.attributes) }
    if !hasKey, let key = relation.keys.first { parts.append(Part(attributes: key, key: key)) }
    // What is within another part says nothing of its own.
    self.parts = parts.enumerated().filter { index, part in
      !parts.enumerated().contains { other, larger in
        other != index
          && (part.attributes.isStrictSubset(of: larger.attributes)
            || (part.attributes == larger.attributes && other < index))
      }
    }.map(\.element)
    preservesDependencies = true
    isBoyceCodd = self.parts.allSatisfy {
      Self.violation(in: $0.attributes, relation) == nil
        && ($0.attributes.count <= Self.searchLimit || $0.attributes.count == relation.attributes)
    }
  }

  /// In Boyce-Codd normal form and without loss: what a determinant that is no key determines moves to a part of its own,
  /// again and again. Dependencies may be lost, which `preservesDependencies` tells.
  init(boyceCodd relation: Relation) {
    var pending = [AttributeSet.all(relation.attributes)]
    var parts: [Part] = []
    while let attributes = pending.popLast() {
      guard let determinant = Self.violation(in: attributes, relation) else {
        parts.append(Part(attributes: attributes, key: Self.key(of: attributes, relation)))
        continue
      }
      let moved = relation.closure(of: determinant).intersection(attributes).subtracting(determinant)
      pending.append(determinant.union(moved))
      pending.append(attributes.subtracting(moved))
    }
    self.parts = parts
    preservesDependencies = relation.cover.allSatisfy {
      Self.preserves($0, parts.map(\.attributes), relation)
    }
    // A large part is not searched, unless it is the whole, of which everything is stated.
    isBoyceCodd = parts.allSatisfy {
      $0.attributes.count <= Self.searchLimit || $0.attributes.count == relation.attributes
    }
  }

  /// A least determinant within some attributes that is no key of them; nil when there is none. Dependencies that follow
  /// may hold in a part of which none is stated, so that small parts are searched whole.
  static func violation(in attributes: AttributeSet, _ relation: Relation) -> AttributeSet? {
    func isViolation(_ determinant: AttributeSet) -> Bool {
      let gained = relation.closure(of: determinant).intersection(attributes)
      return gained != attributes && gained != determinant
    }
    for dependency in relation.cover
    where dependency.determinant.isSubset(of: attributes) && isViolation(dependency.determinant) {
      return dependency.determinant
    }
    let members = Array(attributes)
    // For the whole relation the cover is enough; for what has many attributes there is no time.
    guard attributes.count < relation.attributes, members.count <= searchLimit else { return nil }
    let subsets = (1..<(1 << members.count)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    for subset in subsets {
      let determinant = AttributeSet(
        members.indices.filter { subset & 1 << $0 != 0 }.map { members[$0] }, capacity: relation.attributes)
      if isViolation(determinant) { return determinant }
    }
    return nil
  }

  /// A least set of attributes that determines all of a part.
  private static func key(of attributes: AttributeSet, _ relation: Relation) -> AttributeSet {
    var key = attributes
    for attribute in attributes {
      let smaller = key.removing(attribute)
      if attributes.isSubset(of: relation.closure(of: smaller)) { key = smaller }
    }
    return key
  }

  /// Whether a dependency follows from those that hold within the parts: what each part knows is added until nothing
  /// is. (Ullman, Principles of Database Systems, 2nd edition 1982, §7.4)
  private static func preserves(
    _ dependency: FunctionalDependency, _ parts: [AttributeSet], _ relation: Relation
  ) -> Bool {
    var known = dependency.determinant
    while true {
      var next = known
      for part in parts {
        next.formUnion(relation.closure(of: next.intersection(part)).intersection(part))
      }
      if next == known { return dependency.dependents.isSubset(of: known) }
      known = next
    }
  }
}
