import DesignModel
import DesignSource

/// A table as a relation: its columns as attributes, and every dependency that is declared or follows from what is.
/// Nothing is guessed from names or data.
struct TableRelation {
  let table: Table
  let relation: Relation
  let violations: NormalFormViolations
  let multivalued: [MultivaluedDependency]
  private let numbers: [String: Int]

  /// Nil when nothing but keys is known of the table, so that there is nothing to find.
  init?(_ table: Table, _ review: Review) {
    var numbers: [String: Int] = [:]
    for (index, column) in table.columns.enumerated() { numbers[column.name] = index }
    let count = table.columns.count
    func set(_ columns: some Sequence<String>) -> AttributeSet? {
      var set = AttributeSet(capacity: count)
      for column in columns {
        guard let number = numbers[column] else { return nil }
        set.insert(number)
      }
      return set
    }
    var dependencies: [FunctionalDependency] = []
    func add(_ left: some Sequence<String>, _ right: some Sequence<String>) {
      guard let left = set(left), let right = set(right) else { return }
      dependencies.append(FunctionalDependency(determinant: left, dependents: right))
    }
    var multivalued: [MultivaluedDependency] = []
    for dependency in table.dependencies {
      if !dependency.isMultivalued {
        add(dependency.determinant, dependency.dependents)
      } else if let left = set(dependency.determinant), let right = set(dependency.dependents) {
        multivalued.append(MultivaluedDependency(determinant: left, dependents: right))
      }
    }
    for column in table.columns {
      guard let redundancy = column.redundancy else { continue }
      switch redundancy.kind {
      case .snapshot: continue
      case .copy:
        guard let source = redundancy.source, let owner = review.model[source].parent else { continue }
        for key in table.foreignKeys where key.target == owner { add(key.columns, [column.name]) }
      case .derived:
        guard let expression = redundancy.fact.word, let inputs = review.inputs(of: expression, in: table)
        else {
          continue
        }
        add(inputs, [column.name])
      }
    }
    guard !dependencies.isEmpty || !multivalued.isEmpty else { return nil }
    let nullable = Set(table.columns.filter(\.isNullable).map(\.name))
    let uniques = table.uniques.filter { nullable.isDisjoint(with: $0.columns) }
    for key in [table.primaryKey].compactMap({ $0 }) + uniques where !key.columns.isEmpty {
      add(key.columns, table.columns.map(\.name))
    }
    self.table = table
    self.numbers = numbers
    self.multivalued = multivalued
    relation = Relation(attributes: count, dependencies: dependencies)
    violations = NormalFormViolations(relation)
  }

  /// The columns of a set, in the order of the table.
  func columns(_ set: AttributeSet) -> [String] { set.map { table.columns[$0].name } }

  /// Groups of columns that depend on what is no key, without those that are redundant by their own declaration: for
  /// them it is asked elsewhere whether that is on purpose.
  func groups(_ groups: [NormalFormViolations.Group]) -> [(determinant: [String], dependents: [String])] {
    groups.compactMap { group in
      let dependents = group.dependents.filter { table.columns[$0].redundancy == nil }.map {
        table.columns[$0].name
      }
      return dependents.isEmpty ? nil : (columns(group.determinant), dependents)
    }
  }

  /// Where the dependency is declared; else the first of the columns.
  func range(_ determinant: [String], _ dependents: [String]) -> SourceRange {
    let declared = table.dependencies.filter { !Set($0.dependents).isDisjoint(with: dependents) }
    if let same = declared.first(where: { Set($0.determinant) == Set(determinant) }) ?? declared.first {
      return same.range
    }
    return table.column(dependents[0])?.nameRange ?? table.columns[0].nameRange
  }
}
