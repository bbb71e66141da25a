import DesignModel

/// How tables that repeat facts can be divided.
extension Review {
  /// The two ways out, for the help of a finding.
  func remedies(_ relation: TableRelation, _ determinant: [String], _ dependents: [String]) -> [String] {
    let table = model[relation.table.element].name
    let key = determinant.joined(separator: ", ")
    let columns = determinant.map { name in
      "\(name): \(relation.table.column(name)?.type.description ?? "…")"
    }
    let moved = dependents.map { name in "\(name): \(relation.table.column(name)?.type.description ?? "…")" }
    let isOne = determinant.count == 1
    let newTable =
      isOne
      ? "\(columns[0]) primary key; \(moved.joined(separator: "; "))"
      : "\((columns + moved).joined(separator: "; ")); primary key (\(key))"
    return [
      "split it: move \(dependents.quotedList) to a table of its own, `{ \(newTable) }`, which `\(table)` refers to by \(determinant.quotedList)",
      "or say that it is on purpose: `copy of … because \"…\" kept by …`, or `snapshot of …` for a value of its time",
    ]
  }

  /// The decomposition in third normal form, for the notes of a finding.
  func synthesis(_ relation: TableRelation) -> String {
    let parts = Decomposition(synthesized: relation.relation)
    let form = parts.isBoyceCodd ? "Boyce-Codd" : "third"
    return
      "decomposition in \(form) normal form, without loss, every dependency kept: \(text(parts.parts, relation))"
  }

  /// The decomposition in Boyce-Codd normal form, for the notes of a finding.
  func boyceCoddSplit(_ relation: TableRelation) -> String {
    let parts = Decomposition(boyceCodd: relation.relation)
    let kept =
      parts.preservesDependencies
      ? "every dependency kept" : "but not every dependency is then checked by a key"
    let form = parts.isBoyceCodd ? "in Boyce-Codd normal form" : "towards Boyce-Codd normal form"
    return "decomposition \(form), without loss, \(kept): \(text(parts.parts, relation))"
  }

  /// The decomposition of one multivalued dependency: X with Y, and X with the rest. (Fagin, ACM TODS 2(3), 1977)
  func fourthSplit(_ dependency: MultivaluedDependency, _ relation: TableRelation) -> String {
    let (first, second) = dependency.split(relation.relation.attributes)
    return
      "decomposition in fourth normal form as far as this dependency goes, without loss: "
      + [first, second].map { "(\(relation.columns($0).joined(separator: ", ")))" }.joined(separator: "; ")
  }

  /// `parcel without service_name; (service_code, service_name) with key service_code`
  private func text(_ parts: [Decomposition.Part], _ relation: TableRelation) -> String {
    let key = Set(relation.table.primaryKey?.columns ?? [])
    let all = relation.table.columns.map(\.name)
    return parts.map { part in
      let columns = relation.columns(part.attributes)
      let without = all.filter { !columns.contains($0) }
      if !key.isEmpty, key.isSubset(of: columns), without.count < columns.count {
        return "`\(model[relation.table.element].name)` without \(without.quotedList)"
      }
      return "(\(columns.joined(separator: ", "))) with key \(relation.columns(part.key).asColumns)"
    }.joined(separator: "; ")
  }
}
