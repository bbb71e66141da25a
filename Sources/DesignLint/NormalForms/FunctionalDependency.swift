/// That rows which agree in the determinant agree in the dependents.
struct FunctionalDependency: Sendable, Hashable {
  var determinant: AttributeSet
  var dependents: AttributeSet
}

/// Answers which attributes others determine.
///
/// Each question costs time linear in the dependencies: a counter for each of them tells how many attributes of its
/// determinant are still missing. (Beeri and Bernstein, ACM TODS 4(1), 1979, doi 10.1145/320434.320436)
struct Closure: Sendable {
  private let dependencies: [FunctionalDependency]
  /// For each attribute the dependencies that have it in their determinant.
  private let waiting: [[Int]]
  private let sizes: [Int]

  init(_ dependencies: [FunctionalDependency], attributes: Int) {
    self.dependencies = dependencies
    var waiting = [[Int]](repeating: [], count: attributes)
    for (index, dependency) in dependencies.enumerated() {
      for attribute in dependency.determinant { waiting[attribute].append(index) }
    }
    self.waiting = waiting
    sizes = dependencies.map(\.determinant.count)
  }

  /// All attributes that these determine, themselves included.
  ///
  /// - Parameters:
  ///   - skipped: dependencies to leave out of account, by their places in the list.
  ///   - through: attributes that may be used to find further ones; nil for all.
  func of(_ start: AttributeSet, skipping skipped: AttributeSet? = nil, through: AttributeSet? = nil)
    -> AttributeSet
  {
    var closure = start
    var missing = sizes
    var queue = Array(start)
    func fire(_ index: Int) {
      if let skipped, skipped.contains(index) { return }
      for attribute in dependencies[index].dependents where !closure.contains(attribute) {
        closure.insert(attribute)
        if through?.contains(attribute) ?? true { queue.append(attribute) }
      }
    }
    for index in dependencies.indices where sizes[index] == 0 { fire(index) }
    while let attribute = queue.popLast() {
      for index in waiting[attribute] {
        missing[index] -= 1
        if missing[index] == 0 { fire(index) }
      }
    }
    return closure
  }
}
